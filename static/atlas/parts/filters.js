// The switches: themes, speakers and kinds, each with "only", "all" and "none", and their counts.

import { all, around, mark, one } from "../common/dom.js";
import { counts } from "../state/selectors.js";
import { FILTERS, allOn, noneOn, only, toggled } from "../state/state.js";

/** @import { Atlas, Filter, State, Store } from "../state/types.d.ts" */
/** @import { Part } from "./types.d.ts" */

/** @typedef {{ button: HTMLElement, number: HTMLElement | null }} Switch */

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
  // The server has written them all: looked for once, since an article of thousands of mentions stands among them.
  const found = FILTERS.map((filter) => controls(root, filter));
  return { paint: (state) => found.forEach((its) => paint(its, atlas, state)) };
}

/** @typedef {ReturnType<typeof controls>} Controls */

/** @type {(root: ParentNode, filter: Filter) => { filter: Filter, switches: Switch[], notes: HTMLElement[], every: HTMLElement[], none: HTMLElement[] }} */
function controls(root, filter) {
  const switches = all(`[data-switch=${filter}]`, root).map((button) => ({ button, number: one(".count", button) }));
  const notes = all(`[data-filter-note=${filter}]`, root);
  return {
    filter,
    switches,
    notes,
    every: all(`[data-all=${filter}]`, root),
    none: all(`[data-none=${filter}]`, root),
  };
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

/** @type {(controls: Controls, atlas: Atlas, state: State) => void} */
function paint({ filter, switches, notes, every: alls, none }, atlas, state) {
  const on = state[filter];
  if (switches.length) paintSwitches(switches, on, counts(atlas, state, filter));
  const whole = every(atlas, filter).length;
  notes.forEach((note) => {
    note.textContent = on && on.length < whole ? `: ${on.length} of ${whole} on` : "";
  });
  // Not `disabled`: a button that is switched off under the reader's finger loses the focus.
  alls.forEach((button) => button.setAttribute("aria-disabled", String(on === null)));
  none.forEach((button) => button.setAttribute("aria-disabled", String(on?.length === 0)));
}

/** @type {(switches: Switch[], on: readonly string[] | null, found: Map<string, number>) => void} */
function paintSwitches(switches, on, found) {
  for (const { button, number } of switches) {
    const id = button.dataset.id ?? "";
    button.setAttribute("aria-pressed", String(on === null || on.includes(id)));
    if (number) number.textContent = String(found.get(id) ?? 0);
  }
}
