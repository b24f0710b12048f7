// The card beside the map: a place, a mention that is not on the map, or a claim.

import { h, one, present } from "../common/dom.js";
import { stepOf } from "../common/keys.js";
import { cardHead } from "./cardhead.js";
import { claimCard, claimsOfWord } from "./claimcard.js";
import { placeCard } from "./placecard.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Mention } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { Card, CardActs } from "./types.d.ts" */

/**
 * Take over the card's element.
 * @type {(root: HTMLElement, atlas: Atlas, act: CardActs) => Card}
 */
export function createCard(root, atlas, act) {
  root.addEventListener("keydown", (event) => {
    const by = stepOf(event);
    if (!by) return;
    event.preventDefault();
    act.step(by);
  });
  // Asking for or setting a scroll position lays the page out: only where there is one.
  let scrolled = false;
  const noteScroll = () => {
    scrolled = true;
  };
  root.addEventListener("scroll", noteScroll, { passive: true });
  let shown = "";
  return {
    paint(state) {
      const key = keyOf(state);
      if (key === shown) return;
      shown = key;
      draw(root, atlas, state, act);
      if (scrolled) root.scrollTop = 0;
      scrolled = false;
    },
    focus: () => one("h2", root)?.focus({ preventScroll: true }),
    holdsFocus: () => root.contains(document.activeElement),
  };
}

/** @type {(state: State) => string} */
function keyOf(state) {
  const none = { at: null, route: null, leg: null, tiles: false, follow: false }; // of these a card says nothing
  return JSON.stringify({ ...state, ...none });
}

/** @type {(root: HTMLElement, atlas: Atlas, state: State, act: CardActs) => void} */
function draw(root, atlas, state, act) {
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement && root.contains(activeElement) && activeElement.dataset.role;
  const parts = present(content(atlas, state, act));
  root.hidden = !parts.length;
  root.replaceChildren(...parts);
  if (!focused || root.hidden) return;
  (one(`[data-role=${focused}]`, root) ?? one("h2", root))?.focus({ preventScroll: true });
}

/** @type {(atlas: Atlas, state: State, act: CardActs) => Child[]} */
function content(atlas, state, act) {
  const mention = state.mention === null ? null : atlas.mention.get(state.mention);
  if (state.place !== null) return placeCard(atlas, state, atlas.place.get(state.place), mention, act);
  if (mention) return mentionCard(atlas, state, mention, act);
  return state.claim === null ? [] : claimCard(atlas, state, atlas.claim.get(state.claim), act);
}

/** @type {(atlas: Atlas, state: State, mention: Mention, act: CardActs) => Child[]} */
function mentionCard(atlas, state, mention, act) {
  return [
    cardHead(act, ["“", h("bdi", {}, mention.exact), "”"]),
    h("p", {}, h("strong", {}, "Not on the map"), `: ${mention.reasonWords}.`),
    h("p", { dir: "auto" }, mention.reading),
    claimsOfWord(atlas, state, mention, act),
    h("p", { class: "status" }, `${reader(mention)} reading. ${mention.statusWords}.`),
  ];
}

/** Whose reading a mention's is: a machine's until a person has looked at it. */
/** @type {(mention: Mention) => string} */
const reader = ({ status }) => (status === "proposed" ? "A machine’s" : "The editors’");
