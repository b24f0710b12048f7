// The switches: themes, speakers and kinds, each with "only", "all" and "none", and their counts.

import { all, mark, one } from "../common/dom.js";
import { counts } from "../state/selectors.js";
import { allOn, noneOn, only, toggled } from "../state/state.js";

const every = (atlas, filter) => ({ themes: atlas.themeIds, speakers: atlas.speakerIds, kinds: atlas.kindIds })[filter];

/** Take over the switches that the server has written; `change(next)` is called with new choices. */
export function createFilters(root, atlas, store, change) {
  all("[data-switch=themes]", root).forEach((button) => drawMark(button, atlas));
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-switch], [data-only], [data-all], [data-none]");
    if (button) change(step(atlas, store.get(), button.dataset));
  });
  return { paint: (state) => paint(root, atlas, state) };
}

function drawMark(button, atlas) {
  const theme = atlas.theme.get(button.dataset.id);
  one(".mark-here", button)?.replaceChildren(mark(theme, 18));
}

function step(atlas, state, data) {
  if (data.all) return allOn(state, data.all);
  if (data.none) return noneOn(state, data.none);
  if (data.only) return only(state, data.only, data.id, every(atlas, data.only));
  if (data.switch !== "kinds") return toggled(state, data.switch, data.id, every(atlas, data.switch));
  return toggled(state, "kinds", data.id, atlas.kindIds);
}

function paint(root, atlas, state) {
  for (const filter of ["themes", "speakers", "kinds"]) {
    const found = counts(atlas, state, filter);
    for (const button of all(`[data-switch=${filter}]`, root)) {
      const on = state[filter] === null || state[filter].includes(button.dataset.id);
      button.setAttribute("aria-pressed", String(on));
      const number = one(".count", button);
      if (number) number.textContent = found.get(button.dataset.id) ?? 0;
    }
    const off = state[filter] === null ? 0 : every(atlas, filter).length - state[filter].length;
    all(`[data-filter-note=${filter}]`, root).forEach((note) => {
      note.textContent = off ? `: ${every(atlas, filter).length - off} of ${every(atlas, filter).length} on` : "";
    });
    // Not `disabled`: a button that is switched off under the reader's finger loses the focus.
    const spent = { all: state[filter] === null, none: state[filter]?.length === 0 };
    for (const [name, nothingToDo] of Object.entries(spent)) {
      all(`[data-${name}=${filter}]`, root).forEach((b) => b.setAttribute("aria-disabled", String(nothingToDo)));
    }
  }
}
