// The timeline: a range of time in two inputs and in words; its drawing is fetched when it is opened.

import { notice, one } from "../common/dom.js";
import { monthWords, toMonth, toNumber } from "../state/months.js";
import { claimOn } from "../state/selectors.js";
import { withTime, withUndated } from "../state/state.js";

/** Take over a time panel; `act` has filter(state) and, where a claim can be opened, open(claim). */
export function createTimeline(root, atlas, store, act) {
  if (!root || !atlas.months) return { paint() {} };
  const [first, last] = [atlas.months.first, atlas.months.last].map(toNumber);
  const span = (state) => [state.from ?? toMonth(first), state.to ?? toMonth(last)];
  let inputs = null; // made when the panel is opened: mostly it stays closed
  const paintChart = chartOf(root, atlas, store, act);
  const paintInside = () => {
    inputs ??= makeInside(root, first, last, store, act);
    paint(root, atlas, store.get(), inputs, span(store.get()));
    paintChart();
  };
  root.addEventListener("toggle", () => root.open && paintInside());
  return {
    paint(state) {
      const times = state.from || state.to ? span(state).map(monthWords).join(" to ") : "All times";
      const undated = undatedOn(atlas, state);
      const apart = !state.undated ? ", dated claims only" : undated ? `, ${undated} undated` : "";
      one("[data-time-words]", root).textContent = times + apart;
      if (root.open) paintInside();
    },
  };
}

/** How many undated claims the other filters leave. */
const undatedOn = (atlas, state) => atlas.claims.filter((c) => !c.about && claimOn(atlas, state, c, "time")).length;

// Paints the drawing with the choices as they stand, once it is there.
function chartOf(root, atlas, store, act) {
  let chart = null;
  let asked = false;
  const fetched = ({ createChart }) => {
    chart = createChart(root, atlas, act);
    chart.paint(store.get());
  };
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

function makeInside(root, first, last, store, act) {
  one("[data-undated]", root).addEventListener("click", () =>
    act.filter(withUndated(store.get(), !store.get().undated)),
  );
  one("[data-all-times]", root).addEventListener("click", () =>
    act.filter(withUndated(withTime(store.get(), null, null), true)),
  );
  return listenRange(root, first, last, store, act);
}

function listenRange(root, first, last, store, act) {
  const inputs = ["from", "to"].map((name) => one(`input[data-time=${name}]`, root));
  inputs.forEach((input) => {
    input.min = first;
    input.max = last;
    input.addEventListener("input", () => {
      const [from, to] = inputs.map(({ value }) => Number(value)).sort((a, b) => a - b);
      act.filter(withTime(store.get(), from === first ? null : toMonth(from), to === last ? null : toMonth(to)));
    });
  });
  return inputs;
}

function paint(root, atlas, state, inputs, span) {
  inputs.forEach((input, index) => {
    input.value = toNumber(span[index]);
    input.setAttribute("aria-valuetext", monthWords(span[index]));
  });
  const button = one("[data-undated]", root);
  button.setAttribute("aria-pressed", String(state.undated));
  one(".count", button).textContent = `(${undatedOn(atlas, state)})`;
}
