// What stands over a map on which no place shows: why, and the way back.

import { announce, one } from "../common/dom.js";

const WHY = {
  reading: ["No place on the map is named in the passages in view.", "Show the whole article"],
  filter: ["What the filters leave names no place on the map.", "Show everything"],
};

/** Take over the note; `act` has wholeArticle(), unfilter() and, once it is gone, focusMap(). */
export function createEmptyNote(root, act) {
  const [words, button] = [one("span", root), one("button", root)];
  let why = null;
  button.addEventListener("click", () => (why === "reading" ? act.wholeArticle() : act.unfilter()));
  return {
    /** `shown` and `on` count the places on the map and those that the filters leave. */
    paint(shown, on) {
      const now = shown ? null : on ? "reading" : "filter";
      if (now === why) return;
      why = now;
      if (!why && root.contains(document.activeElement)) act.focusMap();
      root.hidden = !why;
      if (!why) return;
      [words.textContent, button.textContent] = WHY[why];
      announce(words.textContent);
    },
  };
}
