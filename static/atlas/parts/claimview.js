// How one claim looks wherever it appears: who says so first, then the quote with its hedge.

import { directionOf } from "../common/direction.js";
import { h, mark, sentence } from "../common/dom.js";
import { reportLink } from "./report.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Claim, Piece, Theme } from "../contract.d.ts" */
/** @import { Atlas } from "../state/types.d.ts" */

/**
 * Build a quote: the names of `place` (or of all places) emphasised, the hedge kept and marked.
 * @type {(atlas: Atlas, pieces: Piece[], place?: string | null) => HTMLElement}
 */
export function quoteView(atlas, pieces, place = null) {
  /** @type {(id: string) => boolean} */
  const names = (id) => (atlas.mention.get(id)?.places ?? []).some((ref) => !place || ref.id === place);
  const parts = pieces.map((piece) => {
    const named = piece.mention && names(piece.mention);
    if (!named && !piece.hedge) return piece.text;
    const text = named ? h("strong", { class: "named" }, piece.text) : piece.text;
    return piece.hedge ? h("em", { class: "hedge" }, text) : text;
  });
  const { language, direction } = atlas.edition;
  const dir = directionOf(pieces.map(({ text }) => text).join(""), direction);
  return h("blockquote", { class: "quote", lang: language, dir }, ...parts);
}

/**
 * Build a claim: according to whom, what, how sure, when, and the way to it.
 * @param {Atlas} atlas
 * @param {Claim} claim
 * @param {object} how
 * @param {string | null} [how.place] the place whose names are emphasised; all places' without one
 * @param {(claim: Claim) => void} [how.goTo] the way to its passage, where there is one
 * @param {boolean} [how.headed] whether it says itself according to whom
 */
export function claimView(atlas, claim, { place = null, goTo, headed = true } = {}) {
  return h(
    "article",
    { class: "claim", "data-claim": claim.id },
    headed && h("p", { class: "according", dir: "auto" }, claim.according),
    claim.quotes.map((pieces) => quoteView(atlas, pieces, place)),
    h(
      "p",
      { class: "claim-themes" },
      claim.themes.map((id) => themeTag(atlas.theme.get(id))),
    ),
    h("p", { class: "claim-kind" }, `${claim.kindWords}. ${timeWords(claim)}`),
    claim.limitation
      && h(
        "p",
        { class: "limitation" },
        h("span", { class: "label" }, "Limitation: "),
        h("bdi", {}, limitation(atlas, claim)),
      ),
    notesView(atlas, claim.notes),
    h(
      "p",
      { class: "claim-foot" },
      goTo && h("button", { type: "button", class: "link", onclick: () => goTo(claim) }, "Go to the passage"),
      reportLink(atlas, "claim", claim.id),
      h("span", { class: "status" }, sentence(claim.statusShort)),
    ),
  );
}

/**
 * A limitation; its words that point to an editors' note lead there.
 * @type {(atlas: Atlas, claim: Claim) => Child}
 */
function limitation(atlas, { limitation: text, pointer, notes }) {
  if (!pointer) return text;
  const at = text.indexOf(pointer);
  return [text.slice(0, at), noteLink(atlas, notes[0], pointer), text.slice(at + pointer.length)];
}

/**
 * The way to an editors' note below the article, with who says it and when.
 * @type {(atlas: Atlas, id: string, text?: string) => HTMLElement}
 */
export function noteLink(atlas, id, text = atlas.note.get(id).title) {
  return h("a", { class: "note-link", href: `#note-${id}`, "data-note": id }, text);
}

/**
 * The notes that bear on a claim or a route; null for none.
 * @type {(atlas: Atlas, ids: readonly string[]) => HTMLElement | null}
 */
export function notesView(atlas, ids) {
  const links = ids.flatMap((id, index) => [index > 0 && "; ", noteLink(atlas, id)]);
  return ids.length ? h("p", { class: "claim-notes" }, links) : null;
}

/**
 * That claims are proposed or drafts, once for all of them: each of them says the word alone.
 * @type {(claims: Claim[]) => HTMLElement | null}
 */
export function draft(claims) {
  const words = ["proposed", "unverified"].map((status) => claims.find((it) => it.status === status)?.statusWords);
  const said = words.filter(Boolean).map((text) => `${text}.`);
  return said.length ? h("p", { class: "status" }, said.join(" ")) : null;
}

/** @type {(theme: Theme) => HTMLElement} */
export const themeTag = (theme) => h("span", { class: "theme-tag" }, mark(theme, 12), h("bdi", {}, theme.title));

/**
 * When it is said to have happened, and when it was said.
 * @type {(claim: Claim) => string}
 */
export function timeWords(claim) {
  const about = claim.about ? `Time: ${claim.about.words}` : "Time not stated";
  return `${about}; said ${claim.saidWords}.`;
}
