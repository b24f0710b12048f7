// The words for readers who do not see the screen: what has just been selected, walked or hidden.

/** @import { Claim, Leg } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */

/**
 * Words for what is selected: the place with its mention, and according to whom.
 * @type {(atlas: Atlas, state: State) => string}
 */
export function selectionWords(atlas, { place, mention }) {
  const named = mention === null ? null : atlas.mention.get(mention);
  if (place === null) return `“${named?.exact}” is not on the map.`;
  const at = atlas.place.get(place);
  const claims = named?.claims ?? [];
  const index = at.mentions.indexOf(mention ?? "") + 1;
  const said = claims.length ? `, ${atlas.claim.get(claims[0]).according.replace(/^A/, "a")}` : "";
  return `${at.title}, mention ${index} of ${at.mentions.length}${said}`;
}

/**
 * Words for a selected claim, with its number in the order in which they are stepped.
 * @type {(claim: Claim, order: readonly string[]) => string}
 */
export function claimWords({ id, according, places }, order) {
  const index = order.indexOf(id) + 1;
  return `Claim ${index || "–"} of ${order.length}, ${according.replace(/^A/, "a")}${places.length ? "" : ", not on the map"}`;
}

/**
 * Words for a leg of a route, counted from 0.
 * @type {(atlas: Atlas, leg: Leg, index: number) => string}
 */
export function legWords(atlas, leg, index) {
  const [from, to] = [leg.fromPlace, leg.toPlace].map((id) => atlas.place.get(id).title);
  return `Leg ${index + 1}: ${leg.verb}, from ${from} to ${to}`;
}

/**
 * Words for a selected place that the filters hide.
 * @type {(atlas: Atlas, place: string) => string}
 */
export const hiddenWords = (atlas, place) => `${atlas.place.get(place).title} is hidden by the filters.`;
