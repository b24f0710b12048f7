// The timeline: a range of time in two inputs and in words; its drawing is fetched when it is opened.

import { notice, the } from "../common/dom.js";
import { monthWords, toMonth, toNumber } from "../state/months.js";
import { claimOn } from "../state/sieve.js";
import { withTime, withUndated } from "../state/state.js";

/** @import { Atlas, State, Store } from "../state/types.d.ts" */
/** @import { Part, TimeActs } from "./types.d.ts" */

/**
 * Take over a time panel; `act` has filter(state) and, where a claim can be opened, open(claim).
 * @type {(panel: HTMLElement | null, atlas: Atlas, store: Store, act: TimeActs) => Part}
 */
export function createTimeline(panel, atlas, store, act) {
  if (!panel || !atlas.months) return { paint() {} };
  const root = /** @type {HTMLDetailsElement} */ (panel);
  const [first, last] = [atlas.months.first, atlas.months.last].map(toNumber);
  /** @type {(state: State) => [string, string]} */
  const span = (state) => [state.fromMonth ?? toMonth(first), state.toMonth ?? toMonth(last)];
  /** @type {HTMLInputElement[] | null} */
  let inputs = null; // made when the panel is opened: mostly it stays closed
  const paintChart = chartOf(root, atlas, store, { first, last }, act);
  const paintInside = () => {
    inputs ??= makeInside(root, first, last, store, act);
    paint(root, atlas, store.get(), inputs, span(store.get()));
    paintChart();
  };
  root.addEventListener("toggle", () => root.open && paintInside());
  return {
    paint(state) {
      const times = state.fromMonth || state.toMonth ? span(state).map(monthWords).join(" to ") : "All times";
      const undated = undatedOn(atlas, state);
      const apart = !state.undated ? ", dated claims only" : undated ? `, ${undated} undated` : "";
      the("[data-time-words]", root).textContent = times + apart;
      if (root.open) paintInside();
    },
  };
}

/**
 * How many undated claims the other filters leave.
 * @type {(atlas: Atlas, state: State) => number}
 */
const undatedOn = (atlas, state) => atlas.claims.filter((c) => !c.about && claimOn(atlas, state, c, "time")).length;

// Paints the drawing with the choices as they stand, once it is there.
/** @type {(root: HTMLElement, atlas: Atlas, store: Store, months: { first: number, last: number }, act: TimeActs) => () => void} */
function chartOf(root, atlas, store, months, act) {
  /** @type {Part | null} */
  let chart = null;
  let asked = false;
  /** @type {(code: typeof import("./timechart.js")) => void} */
  const fetched = ({ createChart }) => {
    chart = createChart(root, atlas, months, act);
    chart.paint(store.get());
  };
  /** @type {(error: unknown) => void} */
  const failed = (error) => {
    console.error(error);
    notice("The timeline could not be drawn. Reload to try again.");
  };
  return () => {
    chart?.paint(store.get());
    if (asked) return;
    asked = true;
    import("./timechart.js").then(fetched).catch(failed);
  };
}

/** @type {(root: HTMLElement, first: number, last: number, store: Store, act: TimeActs) => HTMLInputElement[]} */
function makeInside(root, first, last, store, act) {
  the("[data-undated]", root).addEventListener("click", () =>
    act.filter(withUndated(store.get(), !store.get().undated)),
  );
  the("[data-all-times]", root).addEventListener("click", () =>
    act.filter(withUndated(withTime(store.get(), null, null), true)),
  );
  return listenRange(root, first, last, store, act);
}

/** @type {(root: HTMLElement, first: number, last: number, store: Store, act: TimeActs) => HTMLInputElement[]} */
function listenRange(root, first, last, store, act) {
  const inputs = ["from", "to"].map((name) => /** @type {HTMLInputElement} */ (the(`input[data-time=${name}]`, root)));
  inputs.forEach((input) => {
    input.min = String(first);
    input.max = String(last);
    input.addEventListener("input", () => {
      const [from, to] = inputs.map(({ value }) => Number(value)).sort((a, b) => a - b);
      act.filter(withTime(store.get(), from === first ? null : toMonth(from), to === last ? null : toMonth(to)));
    });
  });
  return inputs;
}

/** @type {(root: HTMLElement, atlas: Atlas, state: State, inputs: HTMLInputElement[], span: string[]) => void} */
function paint(root, atlas, state, inputs, span) {
  inputs.forEach((input, index) => {
    const words = monthWords(span[index]);
    input.value = String(toNumber(span[index]));
    input.setAttribute("aria-valuetext", words); // which is read aloud; what stands beside it is seen
    the(`[data-time-of=${input.dataset.time}]`, root).textContent = words;
  });
  const button = the("[data-undated]", root);
  button.setAttribute("aria-pressed", String(state.undated));
  the(".count", button).textContent = `(${undatedOn(atlas, state)})`;
}
