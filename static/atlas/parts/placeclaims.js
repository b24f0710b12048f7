// Who says what of a place: the claims of the chosen passage, and those elsewhere in the text.

import { count, h } from "../common/dom.js";
import { bySpeaker, tally } from "../state/selectors.js";
import { claimView, draft } from "./claimview.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Claim, Mention, PagePlace } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

/**
 * The claims that are on, grouped by speaker: those of the passage, and the rest with their number.
 * @type {(atlas: Atlas, state: State, place: PagePlace, mention: Mention | null, act: CardActs) =>
 *   { on: Claim[], here: Child, rest: HTMLElement }}
 */
export function claimsOf(atlas, state, place, mention, act) {
  if (!place.claims.length) {
    return { on: [], here: null, rest: section("Claims", h("p", {}, "No claim of this edition is about this place.")) };
  }
  const groups = bySpeaker(atlas, state, place.id);
  const on = [...groups.values()].flat();
  const here = on.filter((claim) => mention?.claims.includes(claim.id));
  const elsewhere = on.filter((claim) => !here.includes(claim));
  /** @type {(some: Claim[]) => Child} */
  const list = (some) => some.map((claim) => claimView(atlas, claim, { place: place.id, goTo: act.goTo }));
  return {
    on,
    here: here.length > 0 && section("Claims in this passage", list(here)),
    rest: section(
      "Claims",
      h("h3", {}, `${tally(atlas, groups)}.`),
      hiddenBy(place.claims.length - on.length, act),
      here.length > 0 && elsewhere.length > 0 && h("h4", {}, "Elsewhere in the text"),
      list(elsewhere),
      draft(on),
    ),
  };
}

/** @type {(name: string, ...inside: Child[]) => HTMLElement} */
const section = (name, ...inside) => h("section", { class: "claims", "aria-label": name }, ...inside);

/** @type {(hidden: number, act: CardActs) => Child} */
function hiddenBy(hidden, act) {
  if (!hidden) return null;
  const words = { type: "button", class: "link", "data-role": "unfilter", onclick: act.unfilter };
  return h(
    "p",
    { class: "caution" },
    `${count(hidden, "claim")} hidden by the filters. `,
    h("button", words, "Show everything"),
  );
}
