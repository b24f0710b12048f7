// The article's side: paints mentions and passages, and reports what the reader does with them.

import { all, mark, one } from "../common/dom.js";
import { mentionOff, placesOf, themesOn } from "../state/selectors.js";
import { bringIntoView, uncover } from "./scroll.js";
import { soon } from "../common/soon.js";

/**
 * Take over the article that the server has written.
 * `act` has: choose(mention, byKeyboard), hover(placeIds|null), step(by), seen(mentionIds).
 */
export function createText(root, atlas, act) {
  const buttons = new Map(all("button[data-mention]", root).map((b) => [b.dataset.mention, b]));
  const passages = all("[data-claims]", root);
  listen(root, atlas, act);
  const inView = watch(buttons, act);
  return {
    paint: (state) => paint(atlas, state, buttons, passages),
    hover: (place) => paintHover(atlas, buttons, place),
    reveal: (mention) => buttons.has(mention) && soon(() => bringIntoView(buttons.get(mention))),
    uncover: (mention) => soon(() => uncover(buttons.get(mention))),
    revealClaim: (claim) => reveal(passages, claim),
    focus: (mention) => buttons.get(mention)?.focus({ preventScroll: true }),
    inView,
  };
}

function listen(root, atlas, act) {
  const at = (event) => event.target.closest?.("button[data-mention]");
  root.addEventListener("click", (event) => {
    const button = at(event);
    if (button) act.choose(button.dataset.mention, event.detail === 0);
  });
  root.addEventListener("pointerover", (event) => {
    const button = event.pointerType === "touch" ? null : at(event);
    if (button) act.hover(placesOf(atlas, button.dataset.mention));
  });
  root.addEventListener("pointerout", (event) => at(event) && act.hover(null));
  root.addEventListener("focusin", (event) => {
    const button = at(event);
    if (button) act.hover(placesOf(atlas, button.dataset.mention));
  });
  root.addEventListener("focusout", (event) => at(event) && act.hover(null));
  root.addEventListener("keydown", (event) => {
    const button = at(event);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!button || !by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act.stepFrom(button.dataset.mention, by);
  });
}

function paint(atlas, state, buttons, passages) {
  const current = state.mention && atlas.mention.get(state.mention);
  const cited = new Set(current ? current.claims : [state.claim].filter(Boolean));
  for (const [id, button] of buttons) paintMention(atlas, state, id, button);
  for (const passage of passages) {
    const ids = passage.dataset.claims.split(" ");
    passage.classList.toggle(
      "is-cited",
      ids.some((id) => cited.has(id)),
    );
  }
}

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

/** The first theme that is on colours the mention; the others stand as small marks. */
function paintThemes(button, themes, atlas) {
  const key = themes.join(" ");
  if (button.dataset.themesOn === key) return;
  button.dataset.themesOn = key;
  const first = atlas.theme.get(themes[0]);
  button.style.setProperty("--light", first?.colour ?? "");
  button.style.setProperty("--dark", first?.colour_dark ?? "");
  one(".marks", button)?.remove();
  if (!themes.length) return;
  const marks = document.createElement("span");
  marks.className = "marks";
  marks.setAttribute("aria-hidden", "true");
  marks.append(...themes.map((theme, index) => mark(atlas.theme.get(theme), index ? 7 : 10)));
  button.append(marks);
}

function paintHover(atlas, buttons, place) {
  for (const [id, button] of buttons) {
    button.classList.toggle("is-hovered", !!place && placesOf(atlas, id).includes(place));
  }
}

function reveal(passages, claim) {
  const passage = passages.find((p) => p.dataset.claims.split(" ").includes(claim));
  if (passage) soon(() => bringIntoView(passage));
}

/** Watch which mentions are in view; gives a function that lists them. */
function watch(buttons, act) {
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target.dataset.mention);
      else seen.delete(target.dataset.mention);
    }
    act.seen();
  });
  buttons.forEach((button) => observer.observe(button));
  return () => [...seen];
}
