// What stands over a map on which no place shows: why, and the way back.

import { announce, the } from "../common/dom.js";

/** @import { EmptyActs } from "./types.d.ts" */

/** @typedef {"passages" | "filter"} Why */

/** @type {Record<Why, [words: string, button: string]>} */
const WHY = {
  passages: ["No place on the map is named in the passages in view.", "Show the whole article"],
  filter: ["What the filters leave names no place on the map.", "Show everything"],
};

/**
 * Take over the note; `act.focusMap` is called once it is gone.
 * @param {HTMLElement} root
 * @param {EmptyActs} act
 */
export function createEmptyNote(root, act) {
  const [words, button] = [the("span", root), the("button", root)];
  /** @type {Why | null} */
  let why = null;
  button.addEventListener("click", () => (why === "passages" ? act.wholeArticle() : act.unfilter()));
  return {
    /**
     * `shown` and `on` count the places on the map and those that the filters leave.
     * @type {(shown: number, on: number) => void}
     */
    paint(shown, on) {
      const now = shown ? null : on ? "passages" : "filter";
      if (now === why) return;
      why = now;
      if (!why && root.contains(document.activeElement)) act.focusMap();
      root.hidden = !why;
      if (!why) return;
      [words.textContent, button.textContent] = WHY[why];
      announce(WHY[why][0]);
    },
  };
}
