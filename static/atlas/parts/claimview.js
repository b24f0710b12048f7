// How one claim looks wherever it appears: who says so first, then the quote with its hedge.

import { h, mark, sentence } from "../common/dom.js";

/** Build a quote: the names of `place` (or of all places) emphasised, the hedge kept and marked. */
export function quoteView(atlas, pieces, place = null) {
  const names = (id) => (atlas.mention.get(id)?.places ?? []).some((ref) => !place || ref.id === place);
  const parts = pieces.map((piece) => {
    const named = piece.mention && names(piece.mention);
    if (!named && !piece.hedge) return piece.text;
    const text = named ? h("strong", { class: "named" }, piece.text) : piece.text;
    return piece.hedge ? h("em", { class: "hedge" }, text) : text;
  });
  return h("blockquote", { class: "quote" }, ...parts);
}

/** Build a claim for a place's card: according to whom, what, how sure, when, and the way to it. */
export function claimView(atlas, claim, { place = null, goTo, headed = true } = {}) {
  return h(
    "article",
    { class: "claim", "data-claim": claim.id },
    headed && h("p", { class: "according" }, claim.according),
    claim.quotes.map((pieces) => quoteView(atlas, pieces, place)),
    h(
      "p",
      { class: "claim-themes" },
      claim.themes.map((id) => themeTag(atlas.theme.get(id))),
    ),
    h("p", { class: "claim-kind" }, `${claim.kindWords}. ${timeWords(claim)}`),
    claim.limitation
      && h("p", { class: "limitation" }, h("span", { class: "label" }, "Limitation: "), limitation(atlas, claim)),
    notesView(atlas, claim.notes),
    h(
      "p",
      { class: "claim-foot" },
      goTo && h("button", { type: "button", class: "link", onclick: () => goTo(claim) }, "Go to the passage"),
      h("span", { class: "status" }, sentence(claim.statusShort)),
    ),
  );
}

/** A limitation; its words that point to an editors' note lead there. */
function limitation(atlas, { limitation: text, pointer, notes }) {
  if (!pointer) return text;
  const at = text.indexOf(pointer);
  return [text.slice(0, at), noteLink(atlas, notes[0], pointer), text.slice(at + pointer.length)];
}

/** The way to an editors' note below the article, with who says it and when. */
export function noteLink(atlas, id, text = atlas.note.get(id).label) {
  return h("a", { class: "note-link", href: `#note-${id}`, "data-note": id }, text);
}

/** The notes that bear on a claim or a route; null for none. */
export function notesView(atlas, ids) {
  const links = ids.flatMap((id, index) => [index > 0 && "; ", noteLink(atlas, id)]);
  return ids.length ? h("p", { class: "claim-notes" }, links) : null;
}

export const themeTag = (theme) => h("span", { class: "theme-tag" }, mark(theme, 12), theme.title);

/** When it is said to have happened, and when it was said. */
export function timeWords(claim) {
  const about = claim.about ? `Time: ${claim.about.words}` : "Time not stated";
  return claim.said ? `${about}; said ${claim.said.words}.` : `${about}.`;
}
