// The head of every card: what it is about, and the button that closes it.

import { h } from "../common/dom.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

/**
 * Build the head: `heading` is what the heading holds, `more` stands behind the button.
 * @type {(act: CardActs, heading: Child[], more?: Child) => HTMLElement}
 */
export function cardHead(act, heading, more = null) {
  return h(
    "div",
    { class: "card-head" },
    h("h2", { tabindex: "-1", "data-role": "heading" }, heading),
    h(
      "button",
      { type: "button", class: "close", "data-role": "close", "aria-label": "Close the card", onclick: act.close },
      "×",
    ),
    more,
  );
}
