// What the share dialog holds: the link, a frame to embed, a citation, and a link for the chosen passage.

import { appAddress, frameAddress, hasAddress, passageAddress, publicAddress } from "./address.js";
import { announce, h, present } from "../common/dom.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { PicturePart } from "./types.d.ts" */

/** @type {[words: string, width: string, height: string][]} */
const SIZES = [
  ["As wide as its column, 640 px high", "100%", "640"],
  ["As wide as its column, 480 px high", "100%", "480"],
  ["800 × 600 px", "800", "600"],
  ["400 × 700 px, for a narrow column", "400", "700"],
];
const ROWS = 2;
const OF_LINKS = "A link keeps filters, selection and map view. Frames load nothing but this app.";
const NO_LINKS =
  "Inside this page, the article and its map have no address of their own. Open the published page to copy a link.";

/**
 * What stands in the dialog for the choices as they are.
 * @param {Atlas} atlas
 * @param {State} state
 * @param {string} query the choices as a link to the whole app has them
 * @param {HTMLDialogElement} dialog
 * @param {PicturePart} picture
 * @returns {(Node | string)[]}
 */
export function content(atlas, state, query, dialog, picture) {
  return present([
    h(
      "div",
      { class: "card-head" },
      h("h2", { id: "atlas-share-title" }, "Share this view"),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialog.close() }, "×"),
    ),
    ...(hasAddress() ? links(atlas, state, query) : []),
    picture.button(state.tiles),
    h("p", { class: "label" }, hasAddress() ? OF_LINKS : NO_LINKS),
  ]);
}

/** @type {(atlas: Atlas, state: State, query: string) => (Node | string)[]} */
function links(atlas, { place, mention }, query) {
  const exact = mention && atlas.mention.get(mention).exact;
  const link = publicAddress(query);
  const passage = mention && passageAddress(query, place, mention);
  return present([
    field("Link to this view", link),
    passage && passage !== link && field(["Link to the passage with “", h("bdi", {}, exact), "”"], passage),
    preview(atlas.edition.id, place),
    frames(atlas, query),
    field("Citation", citation(atlas, query)),
  ]);
}

/**
 * The picture that other sites show of the link; a page that no server made may have none beside it.
 * @type {(edition: string, place: string | null) => Child}
 */
function preview(edition, place) {
  const isSingle = document.documentElement.dataset.single === "true";
  if (isSingle && !document.querySelector('meta[property="og:image"]')) return null;
  const address = isSingle ? "preview.png" : `${appAddress()}previews/${edition}${place ? `/${place}` : ""}.png`;
  const alt = "The picture that other sites show of this link";
  const picture = h("img", { class: "share-preview", src: address, alt, width: "1200", height: "630" });
  picture.addEventListener("error", () => picture.remove());
  return picture;
}

/**
 * One frame for another page: with the text or without, in a size of its own; the field says what is chosen.
 * @type {(atlas: Atlas, query: string) => HTMLElement}
 */
function frames(atlas, query) {
  const what = choice("What it shows", ["Map and text", "Map with its key, no text"]);
  const size = choice(
    "Size",
    SIZES.map(([words]) => words),
  );
  const code = field("Frame for another page", "");
  const area = /** @type {HTMLTextAreaElement} */ (code.querySelector("textarea"));
  const write = () => {
    const [, width, height] = SIZES[size.selectedIndex];
    area.value = frame(atlas, query, { mapOnly: what.selectedIndex === 1, width, height });
  };
  for (const one of [what, size]) one.addEventListener("change", write);
  write();
  return h("div", { class: "share-frame" }, code, h("p", { class: "share-choices" }, what, size));
}

/** @type {(name: string, options: string[]) => HTMLSelectElement} */
function choice(name, options) {
  const select = h(
    "select",
    { "aria-label": name },
    options.map((words) => h("option", {}, words)),
  );
  return /** @type {HTMLSelectElement} */ (select);
}

/** @type {(atlas: Atlas, query: string, how: { mapOnly: boolean, width: string, height: string }) => string} */
function frame(atlas, query, { mapOnly, width, height }) {
  const address = frameAddress(query, mapOnly);
  const title = `${atlas.edition.title}: the article on its map`;
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="${width}" height="${height}" style="border:0; max-width:100%" loading="lazy" allow="clipboard-write"></iframe>`;
}

/** @type {(text: string) => string} */
const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @type {(atlas: Atlas, query: string) => string} */
function citation(atlas, query) {
  const { authors, title, dated, publisher } = atlas.edition;
  const day = new Date().toISOString().slice(0, 10);
  return `${authors.join(", ")}: “${title}”, ${publisher || "publisher not supplied"}, ${dated}. On its map: Article Atlas, ${publicAddress(query)}, seen on ${day}. Statements are claims of those to whom they are attributed.`;
}

/** @type {(label: Child, value: string) => HTMLElement} */
function field(label, value) {
  const area = h("textarea", { readonly: true, rows: ROWS, spellcheck: "false" }, value);
  const button = h("button", { type: "button", class: "tool" }, "Copy");
  button.addEventListener("click", () => copy(area, button));
  return h("div", { class: "share-field" }, h("label", {}, h("span", {}, label), area), button);
}

/** @type {(area: HTMLTextAreaElement, button: HTMLElement) => Promise<void>} */
async function copy(area, button) {
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    button.textContent = "Copied";
    announce("Copied");
  } catch {
    announce("The browser did not allow copying. The text stands selected.");
  }
}
