// What stands over a map on which no place shows: why, and the way back.

import { one } from "./dom.js";

const WHY = {
  reading: ["No place on the map is named in the passages in view.", "Show the whole article"],
  filter: ["The filters hide every place.", "Show everything"],
};

/** Take over the note; `act` has wholeArticle() and unfilter(). */
export function createEmptyNote(root, act) {
  let why = null;
  const button = one("button", root);
  button.addEventListener("click", () => (why === "reading" ? act.wholeArticle() : act.unfilter()));
  return {
    /** `shown` and `on` count the places on the map and those that the filters leave. */
    paint(shown, on) {
      const now = shown ? null : on ? "reading" : "filter";
      if (now === why) return;
      why = now;
      root.hidden = !why;
      if (why) [one("span", root).textContent, button.textContent] = WHY[why];
    },
  };
}
