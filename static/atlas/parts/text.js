// The article's side: shows mentions and passages, and reports what the reader does with them.

import { all, around, one } from "../common/dom.js";
import { placesOf } from "../state/selectors.js";
import { bringIntoView, uncover } from "./scroll.js";
import { stepOf } from "../common/keys.js";
import { soon } from "../common/soon.js";
import { claimsOf, makePainting } from "./textpaint.js";

/** @import { Atlas } from "../state/types.d.ts" */
/** @import { Block, TextActs, TextPart } from "./types.d.ts" */

/**
 * Take over the article that the server has written.
 * @type {(root: HTMLElement, atlas: Atlas, act: TextActs) => TextPart}
 */
export function createText(root, atlas, act) {
  const { watch, inView } = makeWatch(act);
  /** @type {string[] | null} */
  let order = null; // looked for when it is asked for first
  /** @type {(claim: string) => HTMLElement[]} */
  const passages = (claim) => all(`[data-claims~="${CSS.escape(claim)}"]`, root);
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
    revealClaim: (claim) => reveal(passages(claim)[0] ?? null),
    claims: () => (order ??= [...new Set(claimsIn(all("[data-claims]", root)))]),
    beside: (claim) => [...new Set(claimsIn(passages(claim)))].filter((id) => id !== claim),
    claimsAt(mention) {
      const found = button(mention);
      return found ? claimsOf(found) : [];
    },
    focus: (mention) => button(mention)?.focus({ preventScroll: true }),
    inView,
  };
}

/** @type {(passages: HTMLElement[]) => string[]} */
const claimsIn = (passages) => passages.flatMap(claimsOf);

/** @type {(root: HTMLElement, atlas: Atlas, act: TextActs) => void} */
function listen(root, atlas, act) {
  /** @type {(event: Event) => string | undefined} */
  const at = (event) => around(event, "button[data-mention]")?.dataset.mention;
  root.addEventListener("click", (event) => {
    const mention = at(event);
    if (mention) return act.choose(mention, event.detail === 0);
    const passage = around(event, "[data-claims]");
    // Whoever marks words, by two clicks or more, wants the words.
    if (passage && event.detail < 2 && !getSelection()?.toString()) act.openPassage(claimsOf(passage));
  });
  root.addEventListener("pointerover", (event) => {
    const mention = event.pointerType === "touch" ? null : at(event);
    if (mention) act.hover(placesOf(atlas, mention));
  });
  root.addEventListener("pointerout", (event) => at(event) && act.hover(null));
  point(root, act);
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
 * Under the pointer, what a click on a passage opens is underlined from end to end.
 * @type {(root: HTMLElement, act: TextActs) => void}
 */
function point(root, act) {
  /** @type {HTMLElement[]} */
  let pointed = [];
  root.addEventListener("pointerover", (event) => {
    const over = event.pointerType === "touch" ? null : around(event, "[data-claims], button, a");
    const claim = over?.matches("span[data-claims]") ? act.claimOf(claimsOf(over)) : null;
    const block = over?.closest("[data-block]");
    pointed.forEach((passage) => passage.classList.remove("is-pointed"));
    pointed = claim && block ? all(`[data-claims~="${CSS.escape(claim)}"]`, block) : [];
    pointed.forEach((passage) => passage.classList.add("is-pointed"));
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
