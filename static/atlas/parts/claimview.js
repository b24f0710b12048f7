// How one claim looks wherever it appears: who says so first, then the quote with its hedge.

import { h, mark } from "../common/dom.js";

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
  return h("blockquote", { class: "quote" }, ...parts);
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
    headed && h("p", { class: "according" }, claim.according),
    claim.quotes.map((pieces) => quoteView(atlas, pieces, place)),
    h(
      "p",
      { class: "claim-themes" },
      claim.themes.map((id) => themeTag(atlas.theme.get(id))),
    ),
    h("p", { class: "claim-kind" }, `${claim.kindWords}. ${timeWords(claim)}`),
    h("p", { class: "limitation" }, h("span", { class: "label" }, "Limitation: "), claim.limitation),
    h(
      "p",
      { class: "claim-foot" },
      goTo && h("button", { type: "button", class: "link", onclick: () => goTo(claim) }, "Go to the passage"),
      h("span", { class: "status" }, claim.statusWords),
    ),
  );
}

/** @type {(theme: Theme) => HTMLElement} */
export const themeTag = (theme) => h("span", { class: "theme-tag" }, mark(theme, 12), theme.title);

/**
 * When it is said to have happened, and when it was said.
 * @type {(claim: Claim) => string}
 */
export function timeWords(claim) {
  const about = claim.about ? `About ${claim.about.words}` : "Time not stated";
  return claim.said ? `${about}; said ${claim.said.words}.` : `${about}.`;
}
