// Paints the article's mentions and passages, paragraph by paragraph: of a long article those that are near the
// view, the others when they come near.

import { all, mark, one } from "../common/dom.js";
import { afterPaint } from "../common/soon.js";
import { mentionOff, placesOf, themesOn } from "../state/selectors.js";

/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { Block, TextPainting } from "./types.d.ts" */

const AROUND = 8; // paragraphs before and behind: more than a screen holds
const NEAR = "100% 0px"; // a screen before and behind

/**
 * Take over the article's paragraphs.
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {(block: Block, near: boolean) => void} moved a paragraph has come near or gone away
 * @returns {TextPainting}
 */
export function makePainting(root, atlas, moved) {
  const blocks = [...root.children].map((element) => newBlock(/** @type {HTMLElement} */ (element)));
  const isLong = root.classList.contains("is-long");
  /** @type {Set<Block>} */
  const near = new Set(isLong ? blocks.slice(0, AROUND) : blocks);
  /** @type {State | null} */
  let now = null;
  /** @type {string | null} */
  let hovered = null;
  /** @type {(block: Block) => void} */
  const paint = (block) => {
    if (!now || block.painted === now) return;
    paintBlock(atlas, now, block);
    paintHover(atlas, block, hovered);
    block.painted = now;
  };
  near.forEach((block) => moved(block, true));
  if (isLong) {
    follow(blocks, (block, isNear) => {
      if (isNear === near.has(block)) return;
      near[isNear ? "add" : "delete"](block);
      if (isNear) paint(block);
      moved(block, isNear);
    });
  }
  window.addEventListener("beforeprint", () => blocks.forEach(paint));
  return {
    paint(state) {
      now = state;
      near.forEach(paint);
    },
    hover(place) {
      hovered = place;
      near.forEach((block) => paintHover(atlas, block, place));
    },
    settle(element) {
      const at = blocks.findIndex((block) => block.element.contains(element));
      const around = at < 0 ? [] : blocks.slice(Math.max(0, at - AROUND), at + AROUND + 1);
      around.forEach(paint);
      if (isLong) layOut(around.map((block) => block.element));
    },
  };
}

/** @type {(element: HTMLElement) => Block} */
function newBlock(element) {
  /** @type {Block["buttons"] | null} */
  let buttons = null;
  /** @type {Block["passages"] | null} */
  let passages = null;
  return {
    element,
    painted: null,
    get buttons() {
      return (buttons ??= new Map(all("button[data-mention]", element).map((b) => [b.dataset.mention ?? "", b])));
    },
    get passages() {
      return (passages ??= all("[data-claims]", element).map((passage) => [passage, claimsOf(passage)]));
    },
  };
}

/** @type {(passage: HTMLElement) => string[]} */
export const claimsOf = (passage) => (passage.dataset.claims ?? "").split(" ").filter(Boolean);

// A browser that does not know `scrollMargin` tells of a paragraph when it comes into view.
/** @type {(blocks: Block[], moved: (block: Block, near: boolean) => void) => void} */
function follow(blocks, moved) {
  const known = new Map(blocks.map((block) => [/** @type {Element} */ (block.element), block]));
  const options = { rootMargin: NEAR, scrollMargin: NEAR };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const block = known.get(target);
      if (block) moved(block, isIntersecting);
    }
  }, options);
  blocks.forEach(({ element }) => observer.observe(element));
}

// Paragraphs that are not laid out have a height that is only guessed, and move what is scrolled to.
/** @type {(elements: HTMLElement[]) => void} */
function layOut(elements) {
  elements.forEach((element) => (element.style.contentVisibility = "visible"));
  afterPaint(() => elements.forEach((element) => (element.style.contentVisibility = "")));
}

/** @type {(atlas: Atlas, state: State, block: Block) => void} */
function paintBlock(atlas, state, { buttons, passages }) {
  const cited = new Set(state.mention === null ? [state.claim] : atlas.mention.get(state.mention).claims);
  for (const [id, button] of buttons) paintMention(atlas, state, id, button);
  for (const [passage, claims] of passages) {
    passage.classList.toggle(
      "is-cited",
      claims.some((id) => cited.has(id)),
    );
  }
}

/** @type {(atlas: Atlas, state: State, id: string, button: HTMLElement) => void} */
function paintMention(atlas, state, id, button) {
  const mention = atlas.mention.get(id);
  const chosen = state.mention === id;
  const sibling = !chosen && !!state.place && mention.places.some((ref) => ref.id === state.place);
  if (chosen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.classList.toggle("is-sibling", sibling);
  button.classList.toggle("is-off", mentionOff(atlas, state, id));
  paintThemes(button, mention.outcome === "not-mapped" ? [] : themesOn(atlas, state, mention.claims), atlas);
}

/**
 * The first theme that is on colours the mention; the others stand as small marks.
 * @type {(button: HTMLElement, themes: string[], atlas: Atlas) => void}
 */
function paintThemes(button, themes, atlas) {
  const key = themes.join(" ");
  if (button.dataset.themesOn === key) return;
  button.dataset.themesOn = key;
  const first = themes.length ? atlas.theme.get(themes[0]) : null;
  button.style.setProperty("--light", first?.colour ?? "");
  button.style.setProperty("--dark", first?.colourDark ?? "");
  one(".marks", button)?.remove();
  if (!themes.length) return;
  const marks = document.createElement("span");
  marks.className = "marks";
  marks.setAttribute("aria-hidden", "true");
  marks.append(...themes.map((theme, index) => mark(atlas.theme.get(theme), index ? 7 : 10)));
  button.append(marks);
}

/** @type {(atlas: Atlas, block: Block, place: string | null) => void} */
function paintHover(atlas, { buttons }, place) {
  for (const [id, button] of buttons) {
    button.classList.toggle("is-hovered", !!place && placesOf(atlas, id).includes(place));
  }
}
