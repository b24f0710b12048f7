// Where a place's label may stand: beside a mark, inside an area, along a line; near first.

import { isLine } from "../base/lines.js";
import { PROBES, probed } from "./spans.js";

/** @import { Box, DrawnPlace, Spot, Spots, XY } from "../types.d.ts" */
/** @import { Spans } from "./spans.js" */

const POINT_GAPS = [11, 18, 30, 46, 62];
const PLAIN_PX = 5; // how far a point's mark reaches, of which these gaps are made
const AREA_GAPS = [-8, 6, 20, 38, 60];
const CROWD = 4; // a mark with more others close to it has its name right beside it or none
const CROWD_SPOTS = 20;
const ALONG_GAPS = [9, 14];
const ALONG_STEP_PX = 50;
const MOST_ALONG = 8;
const GRID = 7;
const FINE_GRID = 15; // for areas in which that finds little, such as narrow ones
const ENOUGH = 12;
const INSIDE_COST = 4;
const GAP_COST = 2; // a pixel of distance
const OFF_COST = 18; // a label off the middle of its area
const OUTSIDE_COST = 40; // …that stands outside of it, by how much of it does
const LEADER_COST = 30;
const LEADER_FROM_PX = 17;
const FAR_PX = 60; // each pixel costs more than the one before: here twice the first
const COUNTRY_FACTOR = 2; // a country's name over another country misleads

// Unit steps from the anchor; to the right is what readers expect, straight above comes next.
const DIRECTIONS = [
  [1, 0, 0],
  [0, -1, 3],
  [0, 1, 3],
  [-1, 0, 4],
  [1, -0.7, 2],
  [1, 0.7, 2],
  [-1, -0.7, 5],
  [-1, 0.7, 5],
  [0.5, -1, 4],
  [0.5, 1, 4],
  [-0.5, -1, 5],
  [-0.5, 1, 5],
  [1, -0.35, 3],
  [1, 0.35, 3],
  [-1, -0.35, 6],
  [-1, 0.35, 6],
  [0.9, -1, 6],
  [0.9, 1, 6],
  [-0.9, -1, 7],
  [-0.9, 1, 7],
];

const AREA_DIRECTIONS = DIRECTIONS.slice(0, 12);

// Where a point's label may stand, by rising cost: the same for all points.
const POINT_PLAN = POINT_GAPS.flatMap((gap) =>
  DIRECTIONS.map(([dx, dy, extra]) => {
    const leader = gap > LEADER_FROM_PX;
    return { gap, dx, dy, leader, cost: away(gap) + extra + (leader ? LEADER_COST : 0) };
  }),
).sort(byCost);

/**
 * A label's anchor and its size, and what is known of its mark: how far that reaches around the anchor
 * (0 for areas and lines), and how many other marks are so close that a line must tell them apart.
 * @typedef {Box & { precision: string, reach: number, close: number }} Sized
 */

/**
 * List the possible middles of a label, the cheapest first, with costs in pixels of distance.
 * @param {Sized} item
 * @param {DrawnPlace} place
 * @param {Spans | null} spans where its area lies, null for what is no area or smaller than a name
 * @param {XY[]} along points of its line in view
 * @returns {Spots}
 */
export function labelSpots(item, place, spans, along) {
  if (isLine({ info: item })) return listed(besideLine(item, along));
  return spans ? listed(ofArea(item, place, spans)) : besidePoint(item);
}

/** @type {(spots: Spot[]) => Spots} */
function listed(spots) {
  spots.sort(byCost);
  return { length: spots.length, at: (number) => spots[number] };
}

/** @type {(a: { cost: number }, b: { cost: number }) => number} */
function byCost(a, b) {
  return a.cost - b.cost;
}

// Most are never asked for, and so are made only then.
/** @type {(item: Sized) => Spots} */
function besidePoint({ x, y, w, h, reach, close }) {
  const more = Math.max(0, reach - PLAIN_PX);
  return {
    length: close > CROWD ? CROWD_SPOTS : POINT_PLAN.length,
    at(number) {
      const { gap, dx, dy, cost, leader } = POINT_PLAN[number];
      return {
        x: x + dx * (w / 2 + gap + more),
        y: y + dy * (h / 2 + gap + more),
        cost,
        leader: leader || close > 0,
      };
    },
  };
}

/** @type {(item: Sized, place: DrawnPlace, spans: Spans) => Spot[]} */
function ofArea(item, place, spans) {
  const firm = place.info.placeClass === "country" ? COUNTRY_FACTOR : 1;
  const { x, y, w, h } = item;
  const first = { x, y, cost: 0, leader: false };
  const spots = AREA_GAPS.flatMap((gap) => around(item, item, gap, away(gap) + OFF_COST, AREA_DIRECTIONS));
  return [
    first,
    ...[...spots, ...insideSpots(item, spans)].map((spot) => {
      const inside = probed({ x: spot.x - w / 2, y: spot.y - h / 2, w, h }, spans.holds);
      const off = spans.holds(spot.x, spot.y) ? 0 : OUTSIDE_COST;
      return { ...spot, cost: firm * (spot.cost + off + OUTSIDE_COST * (1 - inside / PROBES)) };
    }),
  ];
}

// Along a line, first where it is nearest to the middle of the view: a river is named wherever it
// runs, and no leader leads out of the view.
/** @type {(item: Sized, along: XY[]) => Spot[]} */
function besideLine(item, along) {
  /** @type {XY[]} */
  const ties = [];
  for (const at of along) {
    if (ties.length === MOST_ALONG) break;
    if (ties.every((tie) => Math.hypot(tie.x - at.x, tie.y - at.y) >= ALONG_STEP_PX)) ties.push(at);
  }
  return ties.flatMap((tie, i) =>
    ALONG_GAPS.flatMap((gap) => around(item, tie, gap, away(gap) + i * OFF_COST).map((spot) => ({ ...spot, tie }))),
  );
}

/** @type {(item: Sized, tie: XY, gap: number, cost: number, directions?: number[][]) => Spot[]} */
function around({ w, h }, { x, y }, gap, cost, directions = DIRECTIONS) {
  return directions.map(([dx, dy, extra]) => ({
    x: x + dx * (w / 2 + gap),
    y: y + dy * (h / 2 + gap),
    cost: cost + extra,
    leader: false,
  }));
}

// Far away a name is read as that of another place, line or not.
/** @type {(gap: number) => number} */
function away(gap) {
  return gap * GAP_COST + (gap * gap) / FAR_PX;
}

/**
 * Spots where the middle of the name lies within the area's outline, as far as that is in view.
 * @type {(item: Box, spans: Spans) => Spot[]}
 */
export function insideSpots(item, spans) {
  const few = spotsOn(GRID, item, spans);
  return few.length < ENOUGH ? spotsOn(FINE_GRID, item, spans) : few;
}

/** @type {(grid: number, item: Box, spans: Spans) => Spot[]} */
function spotsOn(grid, item, { box, holds }) {
  const left = box.x + Math.min(item.w, box.w) / 2;
  const right = box.x + box.w - Math.min(item.w, box.w) / 2;
  const top = box.y + Math.min(item.h, box.h) / 2;
  const bottom = box.y + box.h - Math.min(item.h, box.h) / 2;
  /** @type {Spot[]} */
  const spots = [];
  for (let row = 0; row < grid; row += 1) {
    const y = top + ((bottom - top) * row) / (grid - 1);
    for (let column = 0; column < grid; column += 1) {
      const x = left + ((right - left) * column) / (grid - 1);
      if (!holds(x, y)) continue;
      const off = Math.hypot(x - item.x, y - item.y);
      spots.push({ x, y, cost: INSIDE_COST + off * 0.12, leader: false });
    }
  }
  return spots;
}
