// Lets the fonts come once everything that the reader waits for is there, since they move the text.

import { afterPaint } from "../common/soon.js";

const TOUCHES = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Dress the page and say on its root element `how` it opened.
 * @param {string} how "ready", or "without-map"
 * @param {() => void} reveal brings the chosen passage back into view, for a reader who has
 *   not touched the page meanwhile
 */
export function dressWhenReady(how, reveal) {
  const root = document.documentElement;
  // After the answer to a click that came before.
  afterPaint(() => afterPaint(() => root.dataset.atlas !== how && dress(root, how, reveal)));
}

/** @type {(root: HTMLElement, how: string, reveal: () => void) => void} */
function dress(root, how, reveal) {
  root.dataset.atlas = how;
  let touched = false;
  const touch = () => {
    touched = true;
  };
  for (const type of TOUCHES) document.addEventListener(type, touch, { once: true, passive: true, capture: true });
  document.fonts.ready.then(() => touched || reveal());
}
