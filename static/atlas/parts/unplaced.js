// The panel of the claims that name no place on the map: each opens at its passage.

import { count, h, one } from "../common/dom.js";
import { unplacedOn } from "../state/claims.js";

/** @import { Claim } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { Part } from "./types.d.ts" */

/**
 * Take over the panel, where the edition has such claims.
 * @type {(atlas: Atlas, state: () => State, open: (claim: Claim) => void) => Part}
 */
export function createUnplaced(atlas, state, open) {
  const panel = /** @type {HTMLDetailsElement | null} */ (one("#atlas-unplaced"));
  if (!panel) return { paint() {} };
  const whole = atlas.claims.filter((claim) => !claim.places.length).length;
  /** @type {(state: State) => void} */
  const paint = (now) => {
    const claims = unplacedOn(atlas, now);
    const all = count(whole, "claim");
    one("summary span", panel)?.replaceChildren(claims.length < whole ? `${claims.length} of ${all}` : all);
    // While it is closed there is no work to do.
    if (panel.open) one("ol", panel)?.replaceChildren(...lines(atlas, claims, now, open));
  };
  panel.addEventListener("toggle", () => paint(state()));
  return { paint };
}

/**
 * Who says it stands once for all claims that follow each other.
 * @type {(atlas: Atlas, claims: Claim[], state: State, open: (claim: Claim) => void) => HTMLElement[]}
 */
const lines = (atlas, claims, state, open) =>
  claims.map((claim, at) => line(atlas, claim, state, open, claims[at - 1]?.according !== claim.according));

/** @type {(atlas: Atlas, claim: Claim, state: State, open: (claim: Claim) => void, headed: boolean) => HTMLElement} */
function line(atlas, claim, state, open, headed) {
  const words = claim.quotes.map((pieces) => pieces.map(({ text }) => text).join("")).join(" … ");
  const current = state.claim === claim.id && "true";
  const { language } = atlas.edition;
  return h(
    "li",
    {},
    headed && h("bdi", { class: "time-said" }, claim.according),
    h(
      "button",
      {
        type: "button",
        class: "claim-line",
        "data-opens": claim.id,
        "aria-current": current,
        onclick: () => open(claim),
      },
      h("q", { lang: language, dir: "auto" }, words),
    ),
  );
}
