// The article's side: paints mentions and passages, and reports what the reader does with them.

import { all, around, mark, one } from "../common/dom.js";
import { mentionOff, placesOf, themesOn } from "../state/selectors.js";
import { bringIntoView, uncover } from "./scroll.js";
import { stepOf } from "../common/keys.js";
import { soon } from "../common/soon.js";

/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { TextActs, TextPart } from "./types.d.ts" */

/** @typedef {Map<string, HTMLElement>} Buttons the mentions of the text, by id */

/**
 * Take over the article that the server has written.
 * @type {(root: HTMLElement, atlas: Atlas, act: TextActs) => TextPart}
 */
export function createText(root, atlas, act) {
  const buttons = new Map(all("button[data-mention]", root).map((b) => [b.dataset.mention ?? "", b]));
  const passages = all("[data-claims]", root);
  listen(root, atlas, act);
  const inView = watch(buttons, act);
  return {
    paint: (state) => paint(atlas, state, buttons, passages),
    hover: (place) => paintHover(atlas, buttons, place),
    reveal(mention) {
      const button = buttons.get(mention ?? "");
      if (button) soon(() => bringIntoView(button));
    },
    uncover(mention) {
      const button = buttons.get(mention);
      if (button) soon(() => uncover(button));
    },
    revealClaim: (claim) => reveal(passages, claim),
    focus: (mention) => buttons.get(mention ?? "")?.focus({ preventScroll: true }),
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

/** @type {(atlas: Atlas, state: State, buttons: Buttons, passages: HTMLElement[]) => void} */
function paint(atlas, state, buttons, passages) {
  const cited = new Set(state.mention === null ? [state.claim] : atlas.mention.get(state.mention).claims);
  for (const [id, button] of buttons) paintMention(atlas, state, id, button);
  for (const passage of passages) {
    const isCited = claimsOf(passage).some((id) => cited.has(id));
    passage.classList.toggle("is-cited", isCited);
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

/** @type {(atlas: Atlas, buttons: Buttons, place: string | null) => void} */
function paintHover(atlas, buttons, place) {
  for (const [id, button] of buttons) {
    button.classList.toggle("is-hovered", !!place && placesOf(atlas, id).includes(place));
  }
}

/** @type {(passage: HTMLElement) => string[]} */
const claimsOf = (passage) => (passage.dataset.claims ?? "").split(" ");

/** @type {(passages: HTMLElement[], claim: string) => void} */
function reveal(passages, claim) {
  const found = passages.find((passage) => claimsOf(passage).includes(claim));
  if (found) soon(() => bringIntoView(found));
}

/**
 * Watch which mentions are in view; gives a function that lists them.
 * @type {(buttons: Buttons, act: TextActs) => () => string[]}
 */
function watch(buttons, act) {
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
  buttons.forEach((button) => observer.observe(button));
  return () => [...seen];
}
