// The ways on from a card: to the next place of the text, and, smaller, to the next mention of this one.

import { count, h } from "../common/dom.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Mention, PagePlace } from "../contract.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

/**
 * The way through the places in the order of the text.
 * @type {(place: PagePlace, act: CardActs) => HTMLElement}
 */
export function walker(place, act) {
  const order = act.order();
  const at = order.indexOf(place.id) + 1;
  /** @type {(by: number, role: string, name: string, inside: Child[]) => HTMLElement} */
  const way = (by, role, name, inside) =>
    h(
      "button",
      { type: "button", class: "walk", "data-role": role, "aria-label": name, onclick: () => act.walk(by) },
      inside,
    );
  /** @type {(text: string) => HTMLElement} */
  const wide = (text) => h("span", { class: "walk-word" }, text); // where there is room
  return h(
    "div",
    { class: "walker", role: "group", "aria-label": "Places in the order of the text" },
    way(-1, "back", "Previous place", ["‹", wide(" Previous")]),
    at > 0 && h("span", { class: "walk-count" }, `Place ${at} of ${order.length}`),
    way(1, "on", "Next place", [wide("Next place "), "›"]),
  );
}

/**
 * The way through the mentions of one place, and to the chosen one's passage.
 * @type {(place: PagePlace, mention: Mention | null, act: CardActs) => Child}
 */
export function stepper(place, mention, act) {
  const { mentions } = place;
  const at = mention ? mentions.indexOf(mention.id) + 1 : 0;
  if (!mentions.length) return null;
  /** @type {(by: number, text: string, role: string) => Child} */
  const step = (by, text, role) =>
    mentions.length > 1
    && h(
      "button",
      { type: "button", class: "step", "data-role": role, "aria-label": text, onclick: () => act.step(by) },
      by < 0 ? "‹" : "›",
    );
  const alone = mentions.length === 1 ? " is-one" : "";
  return h(
    "div",
    { class: `stepper${alone}`, role: "group", "aria-label": "Mentions of this place" },
    step(-1, "Previous mention", "previous"),
    h(
      "span",
      { class: "step-count" },
      mentions.length === 1
        ? `1 mention in the text, ${count(place.claims.length, "claim")}`
        : [h("span", { class: "label" }, "Mention "), `${at} of ${mentions.length}`],
    ),
    step(1, "Next mention", "next"),
    mention
      && h(
        "button",
        { type: "button", class: "link", "data-role": "passage", onclick: () => act.choose(mention.id) },
        "Go to the passage",
      ),
  );
}
