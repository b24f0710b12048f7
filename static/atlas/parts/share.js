// The share dialog: the link, a frame to embed, a citation, and a link for the chosen passage.

import { publicAddress, withoutFrame } from "./address.js";
import { all, announce, h, one } from "../common/dom.js";
import { toQuery } from "../state/codec.js";

const FRAME_HEIGHT_PX = 640;

/** Take over the share buttons; `state()` gives the current choices, `picture` its own button. */
export function createShare(atlas, state, picture) {
  const buttons = all("[data-share]");
  if (!buttons.length) return;
  const dialog = h("dialog", { class: "share", "aria-labelledby": "atlas-share-title" });
  one(".st-key-atlas").append(dialog);
  let from = buttons[0];
  buttons.forEach((button) =>
    button.addEventListener("click", () => {
      from = button;
      dialog.replaceChildren(...content(atlas, state(), dialog, picture));
      dialog.showModal();
    }),
  );
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => from.focus());
}

function content(atlas, state, dialog, picture) {
  const query = withoutFrame(toQuery(state, atlas, location.search));
  const mention = state.mention && atlas.mention.get(state.mention);
  return [
    h(
      "div",
      { class: "card-head" },
      h("h2", { id: "atlas-share-title" }, "Share this view"),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialog.close() }, "×"),
    ),
    field("Link to this view", publicAddress(query)),
    mention && field(`Link to the passage with “${mention.exact}”`, publicAddress(passageQuery(query, state))),
    field("Frame for another page, map and text", frame(atlas, query, false)),
    field("Frame for another page, map only", frame(atlas, query, true)),
    field("Citation", citation(atlas, query)),
    picture.button(state.tiles),
    h("p", { class: "label" }, "A link keeps filters, selection and map view. Frames load nothing but this app."),
  ].filter(Boolean);
}

function passageQuery(query, state) {
  const kept = new URLSearchParams(query);
  for (const name of [...kept.keys()]) if (name !== "edition") kept.delete(name);
  if (state.place) kept.set("place", state.place);
  kept.set("mention", state.mention);
  return kept.toString();
}

function frame(atlas, query, mapOnly) {
  const asked = new URLSearchParams(query);
  asked.set("embed", "true");
  if (mapOnly) asked.set("text", "no");
  const address = publicAddress(asked.toString().replaceAll("%2C", ","));
  const title = `${atlas.edition.title}: the article on its map`;
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${FRAME_HEIGHT_PX}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
}

const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function citation(atlas, query) {
  const { authors, title, dated, publisher } = atlas.edition;
  const day = new Date().toISOString().slice(0, 10);
  return `${authors.join(", ")}: “${title}”, ${publisher || "publisher not supplied"}, ${dated}. On its map: Article Atlas, ${publicAddress(query)}, seen on ${day}. Statements are claims of those to whom they are attributed.`;
}

function field(label, value) {
  const area = h("textarea", { readonly: true, rows: value.length > 120 ? 3 : 2, spellcheck: "false" }, value);
  const button = h("button", { type: "button", class: "tool", onclick: () => copy(area, button) }, "Copy");
  return h("div", { class: "share-field" }, h("label", {}, h("span", {}, label), area), button);
}

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
