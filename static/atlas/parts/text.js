// The article's side: shows mentions and passages, and reports what the reader does with them.

import { around, one } from "../common/dom.js";
import { placesOf } from "../state/selectors.js";
import { bringIntoView, uncover } from "./scroll.js";
import { stepOf } from "../common/keys.js";
import { soon } from "../common/soon.js";
import { makePainting } from "./textpaint.js";

/** @import { Atlas } from "../state/types.d.ts" */
/** @import { Block, TextActs, TextPart } from "./types.d.ts" */

/**
 * Take over the article that the server has written.
 * @type {(root: HTMLElement, atlas: Atlas, act: TextActs) => TextPart}
 */
export function createText(root, atlas, act) {
  const { watch, inView } = makeWatch(act);
  const painting = makePainting(root, atlas, watch);
  listen(root, atlas, act);
  /** @type {(mention: string | null) => HTMLElement | null} */
  const button = (mention) => one(`button[data-mention="${CSS.escape(mention ?? "")}"]`, root);
  /** @type {(found: HTMLElement | null) => void} */
  const reveal = (found) =>
    found
    && soon(() => {
      painting.settle(found);
      bringIntoView(found);
    });
  return {
    paint: painting.paint,
    hover: painting.hover,
    reveal: (mention) => reveal(button(mention)),
    uncover(mention) {
      const found = button(mention);
      if (found) soon(() => uncover(found));
    },
    revealClaim: (claim) => reveal(one(`[data-claims~="${CSS.escape(claim)}"]`, root)),
    focus: (mention) => button(mention)?.focus({ preventScroll: true }),
    inView,
  };
}

/** @type {(root: HTMLElement, atlas: Atlas, act: TextActs) => void} */
function listen(root, atlas, act) {
  /** @type {(event: Event) => string | undefined} */
  const at = (event) => around(event, "button[data-mention]")?.dataset.mention;
  root.addEventListener("click", (event) => {
    const mention = at(event);
    if (mention) act.choose(mention, event.detail === 0);
  });
  root.addEventListener("pointerover", (event) => {
    const mention = event.pointerType === "touch" ? null : at(event);
    if (mention) act.hover(placesOf(atlas, mention));
  });
  root.addEventListener("pointerout", (event) => at(event) && act.hover(null));
  root.addEventListener("focusin", (event) => {
    const mention = at(event);
    if (mention) act.hover(placesOf(atlas, mention));
  });
  root.addEventListener("focusout", (event) => at(event) && act.hover(null));
  root.addEventListener("keydown", (event) => {
    const mention = at(event);
    const by = stepOf(event);
    if (!mention || !by) return;
    event.preventDefault();
    act.stepFrom(mention, by);
  });
}

/**
 * Watch which mentions are in view, of the paragraphs that are near it.
 * @type {(act: TextActs) => { watch(block: Block, near: boolean): void, inView(): string[] }}
 */
function makeWatch(act) {
  /** @type {Set<string>} */
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const mention = target.getAttribute("data-mention") ?? "";
      if (isIntersecting) seen.add(mention);
      else seen.delete(mention);
    }
    act.seen();
  });
  return {
    watch({ buttons }, near) {
      for (const [mention, button] of buttons) {
        observer[near ? "observe" : "unobserve"](button);
        if (!near) seen.delete(mention);
      }
    },
    inView: () => [...seen],
  };
}
