// What the share dialog holds: the link, a frame to embed, a citation, and a link for the chosen passage.

import { frameAddress, hasAddress, passageAddress, publicAddress } from "./address.js";
import { announce, h, present } from "../common/dom.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { PicturePart } from "./types.d.ts" */

const FRAME_HEIGHT_PX = 640;
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
  return present([
    field("Link to this view", publicAddress(query)),
    mention && field(["Link to the passage with “", h("bdi", {}, exact), "”"], passageAddress(query, place, mention)),
    field("Frame for another page, map and text", frame(atlas, query, false)),
    field("Frame for another page, map only", frame(atlas, query, true)),
    field("Citation", citation(atlas, query)),
  ]);
}

/** @type {(atlas: Atlas, query: string, mapOnly: boolean) => string} */
function frame(atlas, query, mapOnly) {
  const address = frameAddress(query, mapOnly);
  const title = `${atlas.edition.title}: the article on its map`;
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${FRAME_HEIGHT_PX}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
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
  const area = h("textarea", { readonly: true, rows: value.length > 120 ? 3 : 2, spellcheck: "false" }, value);
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
