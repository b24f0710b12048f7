// The switches: themes, speakers and kinds, each with "only", "all" and "none", and their counts.

import { all, around, mark, one } from "../common/dom.js";
import { counts } from "../state/selectors.js";
import { FILTERS, allOn, noneOn, only, toggled } from "../state/state.js";

/** @import { Atlas, Filter, State, Store } from "../state/types.d.ts" */
/** @import { Part } from "./types.d.ts" */

/**
 * What a button asks for, in its `data-…`.
 * @typedef {{ all: Filter } | { none: Filter } | { only: Filter, id: string } | { switch: Filter, id: string }} Asked
 */

/** @type {(atlas: Atlas, filter: Filter) => readonly string[]} */
const every = (atlas, filter) => ({ themes: atlas.themeIds, speakers: atlas.speakerIds, kinds: atlas.kindIds })[filter];

/**
 * Take over the switches that the server has written; `change(next)` is called with new choices.
 * @type {(root: ParentNode & EventTarget, atlas: Atlas, store: Store, change: (next: State) => void) => Part}
 */
export function createFilters(root, atlas, store, change) {
  all("[data-switch=themes]", root).forEach((button) => drawMark(button, atlas));
  root.addEventListener("click", (event) => {
    const button = around(event, "[data-switch], [data-only], [data-all], [data-none]");
    if (button) change(step(atlas, store.get(), /** @type {Asked} */ (button.dataset)));
  });
  return { paint: (state) => paint(root, atlas, state) };
}

/** @type {(button: HTMLElement, atlas: Atlas) => void} */
function drawMark(button, atlas) {
  const theme = atlas.theme.get(button.dataset.id ?? "");
  one(".mark-here", button)?.replaceChildren(mark(theme, 18));
}

/** @type {(atlas: Atlas, state: State, asked: Asked) => State} */
function step(atlas, state, asked) {
  if ("all" in asked) return allOn(state, asked.all);
  if ("none" in asked) return noneOn(state, asked.none);
  if ("only" in asked) return only(state, asked.only, asked.id, every(atlas, asked.only));
  return toggled(state, asked.switch, asked.id, every(atlas, asked.switch));
}

/** @type {(root: ParentNode, atlas: Atlas, state: State) => void} */
function paint(root, atlas, state) {
  for (const filter of FILTERS) {
    const on = state[filter];
    paintSwitches(root, filter, on, counts(atlas, state, filter));
    const whole = every(atlas, filter).length;
    all(`[data-filter-note=${filter}]`, root).forEach((note) => {
      note.textContent = on && on.length < whole ? `: ${on.length} of ${whole} on` : "";
    });
    // Not `disabled`: a button that is switched off under the reader's finger loses the focus.
    const spent = { all: on === null, none: on?.length === 0 };
    for (const [name, nothingToDo] of Object.entries(spent)) {
      all(`[data-${name}=${filter}]`, root).forEach((b) => b.setAttribute("aria-disabled", String(nothingToDo)));
    }
  }
}

/** @type {(root: ParentNode, filter: Filter, on: readonly string[] | null, found: Map<string, number>) => void} */
function paintSwitches(root, filter, on, found) {
  for (const button of all(`[data-switch=${filter}]`, root)) {
    const id = button.dataset.id ?? "";
    button.setAttribute("aria-pressed", String(on === null || on.includes(id)));
    const number = one(".count", button);
    if (number) number.textContent = String(found.get(id) ?? 0);
  }
}
