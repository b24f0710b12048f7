// What follows of claims that are chosen themselves: by their passage, from a list, by a link.

import { claimOn } from "./sieve.js";

/** @import { Claim } from "../contract.d.ts" */
/** @import { Atlas, State } from "./types.d.ts" */

/**
 * The claims without a place that the filters leave.
 * @type {(atlas: Atlas, state: State) => Claim[]}
 */
export const unplacedOn = (atlas, state) =>
  atlas.claims.filter((claim) => !claim.places.length && claimOn(atlas, state, claim));

/**
 * The place that the map shows as chosen: the chosen one, or the first that the chosen claim is about and that is on.
 * @type {(atlas: Atlas, state: State, visible: readonly string[]) => string | null}
 */
export function placeShown(atlas, { place, claim }, visible) {
  if (place !== null || claim === null) return place;
  return atlas.claim.get(claim).places.find((id) => visible.includes(id)) ?? null;
}

/**
 * The claim that a passage opens, of all that quote it: one that is on before one that is not, then the one
 * that says the least else; null where none quotes it.
 * @type {(atlas: Atlas, state: State, ids: readonly string[]) => Claim | null}
 */
export function closest(atlas, state, ids) {
  const known = ids.filter((id) => atlas.claim.has(id)).map((id) => atlas.claim.get(id));
  const on = known.filter((claim) => claimOn(atlas, state, claim));
  const [first] = (on.length ? on : known).sort((one, other) => lengthOf(one) - lengthOf(other));
  return first ?? null;
}

/** @type {(claim: Claim) => number} */
const lengthOf = ({ quotes }) => quotes.flat().reduce((sum, { text }) => sum + text.length, 0);
