// The card of a claim that is chosen itself, and the claims on the card of a word that is not on the map.

import { count, h } from "../common/dom.js";
import { claimOn } from "../state/sieve.js";
import { cardHead } from "./cardhead.js";
import { claimView, draft } from "./claimview.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Claim, Mention } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

/**
 * Build the card of a claim, with what else is said in its passage.
 * @type {(atlas: Atlas, state: State, claim: Claim, act: CardActs) => Child[]}
 */
export function claimCard(atlas, state, claim, act) {
  const others = act
    .beside(claim.id)
    .map((id) => atlas.claim.get(id))
    .filter((other) => claimOn(atlas, state, other));
  return [
    cardHead(act, ["What is said here"], stepper(claim, act)),
    claimView(atlas, claim, { goTo: act.goTo }),
    placesOf(atlas, claim, act),
    others.length > 0
      && h(
        "section",
        { class: "claims", "aria-label": "Also said in this passage" },
        h("h4", {}, "Also said in this passage"),
        others.map((other) => claimView(atlas, other)),
      ),
    draft([claim, ...others]),
  ];
}

/**
 * The claims whose words hold a word that is not on the map; null for none.
 * @type {(atlas: Atlas, state: State, mention: Mention, act: CardActs) => HTMLElement | null}
 */
export function claimsOfWord(atlas, state, mention, act) {
  const claims = act
    .claimsAt(mention.id)
    .map((id) => atlas.claim.get(id))
    .filter((it) => claimOn(atlas, state, it));
  if (!claims.length) return null;
  return h(
    "section",
    { class: "claims", "aria-label": "Claims" },
    h("h3", {}, `${count(claims.length, "claim")} in this passage.`),
    claims.map((claim) => claimView(atlas, claim, { goTo: act.goTo })),
    draft(claims),
  );
}

/** @type {(atlas: Atlas, claim: Claim, act: CardActs) => HTMLElement} */
function placesOf(atlas, { places, mentions }, act) {
  if (!places.length) return h("p", { class: "also" }, "It names no place that can be put on the map.");
  /** @type {(place: string) => string | undefined} */
  const mentionOf = (place) => mentions.find((id) => atlas.mention.get(id).places.some((ref) => ref.id === place));
  return h(
    "p",
    { class: "also" },
    h("span", { class: "label" }, "On the map: "),
    places.map((id) => {
      const { title, mentions: all } = atlas.place.get(id);
      const open = () => act.open(id, mentionOf(id) ?? all[0] ?? null);
      return h("button", { type: "button", class: "link", onclick: open }, h("bdi", {}, title));
    }),
  );
}

/** @type {(claim: Claim, act: CardActs) => Child} */
function stepper({ id }, act) {
  const order = act.claimOrder();
  const at = order.indexOf(id) + 1;
  /** @type {(by: number, text: string, role: string) => Child} */
  const step = (by, text, role) =>
    h(
      "button",
      { type: "button", class: "step", "data-role": role, "aria-label": text, onclick: () => act.stepClaim(by) },
      by < 0 ? "‹" : "›",
    );
  return h(
    "div",
    { class: "stepper", role: "group", "aria-label": "Claims in the order of the text" },
    step(-1, "Previous claim", "previous"),
    h("span", { class: "step-count" }, h("span", { class: "label" }, "Claim "), `${at || "–"} of ${order.length}`),
    step(1, "Next claim", "next"),
  );
}
