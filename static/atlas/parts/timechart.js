// The timeline's drawing and list: dated claims by time and theme, and the same in words.

import { h, mark, s, sentence, the } from "../common/dom.js";
import { axisYears, toNumber } from "../state/months.js";
import { claimOn } from "../state/sieve.js";

/** @import { Claim, Dating, Theme } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { Part, TimeActs } from "./types.d.ts" */

/** @typedef {Claim & { about: Dating }} Dated a claim that says when */
/** @typedef {{ first: number, last: number }} Months what the drawing covers, in months since year 0 */

const WIDTH = 260;
const ROW = 11;
const GAP = 5;
const YEAR_WIDTH = 22;
const MOST_YEARS = 7; // so that each has room for its number

/**
 * Draw the chart into a time panel, for an edition with dated claims.
 * @type {(root: HTMLElement, atlas: Atlas, months: Months, act: TimeActs) => Part}
 */
export function createChart(root, atlas, months, act) {
  const claims = atlas.claims.flatMap((claim) => (claim.about ? [{ ...claim, about: claim.about }] : []));
  const { svg, bars } = drawChart(atlas, claims, months, act);
  the(".timeline-chart", root).replaceChildren(svg);
  return {
    paint(state) {
      bars.forEach(({ claim, bar }) => bar.classList.toggle("is-off", !claimOn(atlas, state, claim)));
      the(".timeline-list", root).replaceChildren(...list(atlas, claims, state, act));
    },
  };
}

/** @type {(atlas: Atlas, claims: Dated[], months: Months, act: TimeActs) => { svg: SVGElement, bars: { claim: Dated, bar: SVGElement }[] }} */
function drawChart(atlas, claims, months, act) {
  const { first, last } = months;
  /** @type {(month: number) => number} */
  const x = (month) => 2 + ((month - first) / Math.max(1, last + 1 - first)) * (WIDTH - 8);
  const bars = [];
  const rows = s("g");
  let y = 14;
  for (const theme of atlas.themes) {
    /** @type {number[]} */
    const ends = [];
    for (const claim of claims.filter(({ themes }) => themes.includes(theme.id))) {
      const [from, to] = extent(claim.about, months).map(x);
      const bar = drawBar(claim, theme, from, to, y + laneFor(ends, from, to) * ROW);
      bar.addEventListener("click", () => act.open(claim));
      rows.append(bar);
      bars.push({ claim, bar });
    }
    if (ends.length) y += ends.length * ROW + GAP;
  }
  const look = { viewBox: `0 0 ${WIDTH} ${y}`, width: "100%", role: "group", "aria-label": "Claims by time and theme" };
  return { svg: s("svg", look, years(months, x, y), rows), bars };
}

/**
 * From the beginning of a claim's first month to the end of its last one; an open side reaches the edge.
 * @type {(about: Dating, months: Months) => [number, number]}
 */
function extent({ earliest, latest }, { first, last }) {
  return [
    earliest ? Math.max(first, toNumber(earliest)) : first,
    latest ? Math.min(last, toNumber(latest)) + 1 : last + 1,
  ];
}

/**
 * The first lane in which a bar has room; `ends` holds where each lane ends, and is brought up to date.
 * @type {(ends: number[], from: number, to: number) => number}
 */
function laneFor(ends, from, to) {
  const free = ends.findIndex((end) => end + 2 < from);
  const lane = free < 0 ? ends.length : free;
  ends[lane] = Math.max(to, from + 10);
  return lane;
}

/** @type {(claim: Dated, theme: Theme, from: number, to: number, y: number) => SVGElement} */
function drawBar({ about, according }, theme, from, to, y) {
  const open = !about.latest || !about.earliest;
  return s(
    "g",
    {
      class: `bar${open ? " is-open" : ""}${about.inferred ? " is-inferred" : ""}`,
      transform: `translate(0 ${y})`,
      style: `--light:${theme.colour};--dark:${theme.colourDark}`,
    },
    s("title", {}, `${about.words}: ${according}`),
    s("rect", { x: from, y: 1.5, width: Math.max(4, to - from), height: 5, rx: 2 }),
    s("g", { class: "theme-mark", transform: `translate(${from - 1} -1) scale(0.42)` }, s("path", { d: theme.path })),
  );
}

/** @type {(months: Months, x: (month: number) => number, height: number) => SVGElement} */
function years({ first, last }, x, height) {
  const axis = s("g", { class: "axis", "aria-hidden": "true" });
  for (const year of axisYears(first, last, MOST_YEARS)) {
    const at = x(year * 12);
    const fits = at + YEAR_WIDTH < WIDTH; // the last year stands left of its line, not cut off
    const label = { x: fits ? at + 1 : at - 1, y: 9, "text-anchor": fits ? "start" : "end" };
    axis.append(s("line", { x1: at, x2: at, y1: 12, y2: height }), s("text", label, String(year)));
  }
  return axis;
}

/**
 * The same in words: each dated claim that is on, in the order of time, with its precision.
 * @type {(atlas: Atlas, claims: Dated[], state: State, act: TimeActs) => HTMLElement[]}
 */
function list(atlas, claims, state, act) {
  /** @type {(claim: Dated) => string} */
  const start = ({ about }) => about.earliest ?? about.latest ?? "";
  return claims
    .filter((claim) => claimOn(atlas, state, claim))
    .sort((a, b) => start(a).localeCompare(start(b)))
    .map((claim) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "link", "data-opens": claim.id, onclick: () => act.open(claim) },
          sentence(claim.about.words),
        ),
        " ",
        claim.themes.map((id) => mark(atlas.theme.get(id), 10)),
        h("span", { class: "time-said" }, " ", h("bdi", {}, claim.according), `; said ${claim.saidWords}`),
      ),
    );
}
