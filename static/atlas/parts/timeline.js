// The timeline: dated claims by time and theme, two range inputs as its equal, undated ones apart.

import { h, mark, one, s, sentence } from "../common/dom.js";
import { claimOn } from "../state/selectors.js";
import { monthWords, toMonth, toNumber } from "../state/months.js";
import { withTime, withUndated } from "../state/state.js";

const WIDTH = 260;
const ROW = 11;
const GAP = 5;
const YEAR_WIDTH = 22;

/** Take over a time panel; `act` has filter(state) and, where a claim can be opened, open(claim). */
export function createTimeline(root, atlas, store, act) {
  if (!root || !atlas.months) return { paint() {} };
  const [first, last] = [atlas.months.first, atlas.months.last].map(toNumber);
  const span = (state) => [state.from ?? toMonth(first), state.to ?? toMonth(last)];
  let inside = null; // made when the panel is opened: mostly it stays closed
  const paintInside = () => {
    inside ??= makeInside(root, atlas, first, last, store, act);
    paint(root, atlas, store.get(), inside, span(store.get()), act);
  };
  root.addEventListener("toggle", () => root.open && paintInside());
  return {
    paint(state) {
      const times = state.from || state.to ? span(state).map(monthWords).join(" to ") : "All times";
      one("[data-time-words]", root).textContent = times + (state.undated ? "" : ", dated claims only");
      if (root.open) paintInside();
    },
  };
}

function makeInside(root, atlas, first, last, store, act) {
  const inputs = listenRange(root, first, last, store, act);
  one("[data-undated]", root).addEventListener("click", () =>
    act.filter(withUndated(store.get(), !store.get().undated)),
  );
  one("[data-all-times]", root).addEventListener("click", () =>
    act.filter(withUndated(withTime(store.get(), null, null), true)),
  );
  const { svg, bars } = drawChart(atlas, first, last, act);
  one(".timeline-chart", root).replaceChildren(svg);
  return { inputs, bars };
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

function drawChart(atlas, first, last, act) {
  const x = (number) => 2 + ((number - first) / Math.max(1, last + 1 - first)) * (WIDTH - 8);
  const bars = [];
  let y = 14;
  const rows = s("g");
  for (const theme of atlas.themes) {
    const claims = atlas.claims.filter((c) => c.about && c.themes.includes(theme.id));
    if (!claims.length) continue;
    const ends = [];
    for (const claim of claims) y = placeBar(claim, theme, x, y, ends, rows, bars, first, last, act);
    y += ends.length * ROW + GAP;
  }
  const svg = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${y}`, width: "100%", role: "group", "aria-label": "Claims by time and theme" },
    years(first, last, x, y),
    rows,
  );
  return { svg, bars };
}

function placeBar(claim, theme, x, y, ends, rows, bars, first, last, act) {
  const { earliest, latest } = claim.about;
  const from = x(earliest ? Math.max(first, toNumber(earliest)) : first);
  const to = x(latest ? Math.min(last, toNumber(latest)) + 1 : last + 1);
  let lane = ends.findIndex((end) => end + 2 < from);
  if (lane < 0) lane = ends.length;
  ends[lane] = Math.max(to, from + 10);
  const open = !latest || !earliest;
  const bar = s(
    "g",
    {
      class: `bar${open ? " is-open" : ""}${claim.about.basis === "inferred" ? " is-inferred" : ""}`,
      transform: `translate(0 ${y + lane * ROW})`,
      style: `--light:${theme.colour};--dark:${theme.colour_dark}`,
    },
    s("title", {}, `${claim.about.words}: ${claim.according}`),
    s("rect", { x: from, y: 1.5, width: Math.max(4, to - from), height: 5, rx: 2 }),
    s("g", { class: "theme-mark", transform: `translate(${from - 1} -1) scale(0.42)` }, s("path", { d: theme.path })),
  );
  bar.addEventListener("click", () => act.open(claim));
  rows.append(bar);
  bars.push({ claim, bar });
  return y;
}

function years(first, last, x, height) {
  const axis = s("g", { class: "axis", "aria-hidden": "true" });
  const span = last - first;
  const step = span > 240 ? 10 : span > 48 ? 3 : 1;
  for (let year = Math.ceil(first / 12); year * 12 <= last; year += step) {
    const at = x(year * 12);
    const fits = at + YEAR_WIDTH < WIDTH; // the last year stands left of its line, not cut off
    const label = { x: fits ? at + 1 : at - 1, y: 9, "text-anchor": fits ? "start" : "end" };
    axis.append(s("line", { x1: at, x2: at, y1: 12, y2: height }), s("text", label, String(year)));
  }
  return axis;
}

function paint(root, atlas, state, { inputs, bars }, span, act) {
  inputs.forEach((input, index) => {
    input.value = toNumber(span[index]);
    input.setAttribute("aria-valuetext", monthWords(span[index]));
  });
  const undated = atlas.claims.filter((c) => !c.about && claimOn(atlas, state, c, "time")).length;
  const button = one("[data-undated]", root);
  button.setAttribute("aria-pressed", String(state.undated));
  one(".count", button).textContent = `(${undated})`;
  bars.forEach(({ claim, bar }) => bar.classList.toggle("is-off", !claimOn(atlas, state, claim)));
  one(".timeline-list", root).replaceChildren(...list(atlas, state, act));
}

/** The same in words: each dated claim that is on, in the order of time, with its precision. */
function list(atlas, state, act) {
  const start = (c) => c.about.earliest ?? c.about.latest ?? "";
  return atlas.claims
    .filter((c) => c.about && claimOn(atlas, state, c))
    .sort((a, b) => start(a).localeCompare(start(b)))
    .map((claim) =>
      h(
        "li",
        {},
        h("button", { type: "button", class: "link", onclick: () => act.open(claim) }, sentence(claim.about.words)),
        " ",
        claim.themes.map((id) => mark(atlas.theme.get(id), 10)),
        h("span", { class: "time-said" }, ` ${claim.according}; said ${claim.said.words}`),
      ),
    );
}
