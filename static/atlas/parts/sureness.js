// In one line, before anything is said of a place: how exactly it is known, on what basis, and how far that is checked.

import { count, h } from "../common/dom.js";

/** @import { Claim, Mention, PagePlace } from "../contract.d.ts" */

/** @type {Record<string, string>} */
const EXACT = {
  exact: "One exact spot",
  administrative: "This area, not where in it",
  approximate: "Somewhere in this area",
};

/**
 * Build the line; of the mention and the claims it tells the least checked.
 * @type {(place: PagePlace, mention: Mention | null, claims: Claim[]) => HTMLElement}
 */
export function sureness(place, mention, claims) {
  const statuses = [mention, ...claims].map((one) => one?.status);
  const who = mention?.status === "proposed" ? "a machine" : "the editors";
  const words = [
    EXACT[place.precision] ?? place.precisionWords.split(":")[0],
    place.basis === "inferred" ? `inferred by ${who}, not in the text` : "named in the text",
    statuses.includes("proposed") ? "a machine’s proposal" : statuses.includes("unverified") && "unchecked",
  ].filter(Boolean);
  const { length } = place.mentions;
  const at = mention ? place.mentions.indexOf(mention.id) + 1 : 0;
  const which = length === 1 ? "1 mention" : `mention ${at} of ${length}`;
  const all = count(place.claims.length, "claim");
  return h(
    "p",
    { class: "sureness" },
    h("span", {}, words.join(" · ")),
    at > 0 && h("span", { class: "phone-only mention-count" }, ` · ${which}, ${all}`),
  );
}
