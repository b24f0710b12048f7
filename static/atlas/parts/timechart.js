// The timeline's drawing and list: dated claims by time and theme, and the same in words.

import { h, mark, one, s, sentence } from "../common/dom.js";
import { toNumber } from "../state/months.js";
import { claimOn } from "../state/selectors.js";

const WIDTH = 260;
const ROW = 11;
const GAP = 5;
const YEAR_WIDTH = 22;

/** Draw the chart into a time panel; `act` has open(claim). */
export function createChart(root, atlas, act) {
  const { svg, bars } = drawChart(atlas, act);
  one(".timeline-chart", root).replaceChildren(svg);
  return {
    paint(state) {
      bars.forEach(({ claim, bar }) => bar.classList.toggle("is-off", !claimOn(atlas, state, claim)));
      one(".timeline-list", root).replaceChildren(...list(atlas, state, act));
    },
  };
}

function drawChart(atlas, act) {
  const [first, last] = [atlas.months.first, atlas.months.last].map(toNumber);
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
