// What a drawn route means and does not mean, as long as it is shown, and the steps along it.

import { TEXTS, say } from "../base/texts.js";

/** @import { MapRoute } from "../../contract.d.ts" */

const STEPS = /** @type {[number, string, string][]} */ ([
  [-1, "‹", TEXTS.legBack],
  [1, "›", TEXTS.legOn],
  [0, "×", TEXTS.legEnd],
]);

/**
 * Make the caption, hidden at first. `below` is where it ends, in pixels from the map's top.
 * @type {(container: HTMLElement, step: (by: number) => void) =>
 *   { show(route: MapRoute | null, leg: number | null): void, below(): number }}
 */
export function makeCaption(container, step) {
  const box = document.createElement("div");
  box.className = "route-caption";
  box.hidden = true;
  box.innerHTML = '<div class="route-words"><strong></strong><span></span><em></em><small></small></div>';
  const [title, words, note, short] = /** @type {Element} */ (box.firstElementChild).children;
  short.textContent = TEXTS.schematic;
  box.append(stepsOf(step));
  container.append(box);
  return {
    show(route, leg) {
      box.hidden = !route;
      if (!route) return;
      const at = leg === null ? undefined : route.legs[leg];
      title.textContent = route.title;
      words.textContent = at
        ? say(TEXTS.leg, { number: Number(leg) + 1, count: route.legs.length, verb: at.verb })
        : route.legs.map(({ verb }, i) => `${i + 1}. ${verb}`).join(" · ");
      note.textContent = route.note;
      box.classList.toggle("has-leg", Boolean(at));
    },
    below: () => box.offsetTop + box.offsetHeight,
  };
}

/** @type {(step: (by: number) => void) => HTMLElement} */
function stepsOf(step) {
  const row = document.createElement("div");
  row.className = "route-steps";
  for (const [by, sign, name] of STEPS) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => step(by));
    row.append(button);
  }
  L.DomEvent.disableClickPropagation(row);
  return row;
}
