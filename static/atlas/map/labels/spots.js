// Where a place's label may stand: beside a dot, inside an area, or off it with a leader line.

import { spanned } from "../base/bounds.js";
import { between, crossings } from "../base/geometry.js";
import { isLine, nearestOn } from "../base/lines.js";

/** @import { Box, DrawnPlace, Spot, XY } from "../types.d.ts" */

const POINT_GAPS = [11, 18, 30, 46, 66, 90, 118];
const AREA_GAPS = [-8, 6, 20, 38, 60, 86, 116, 150];
const GRID = 7;
const INSIDE_COST = 4;
const GAP_COST = 2; // a pixel of distance
const OFF_COST = 18; // a label off the middle of its area
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
];

/** @typedef {Box & { precision: string }} Sized a label's anchor and its size */

/**
 * List the possible middles of a label, with costs in pixels of distance.
 * @param {Sized} item
 * @param {DrawnPlace} place
 * @param {L.Map} map
 * @param {Box} view the part of the map in view
 * @returns {Spot[] | null} null where neither the anchor nor enough of its area is in view
 */
export function labelSpots(item, place, map, view) {
  const line = isLine({ info: item });
  if (line && !holds(view, item)) return spotsAlong(item, place, view);
  const point = line || item.precision === "exact";
  const firm = place.info.placeClass === "country" ? COUNTRY_FACTOR : 1;
  const inside = item.precision === "administrative" ? insideSpots(item, place, map, view) : [];
  if (!inside.length && !holds(view, item)) return null;
  const spots = point ? [] : [{ x: item.x, y: item.y, cost: 0, leader: false }, ...inside];
  for (const gap of point ? POINT_GAPS : AREA_GAPS) {
    for (const [dx, dy, extra] of DIRECTIONS) {
      const leader = gap > LEADER_FROM_PX;
      spots.push({
        x: item.x + dx * (item.w / 2 + gap),
        y: item.y + dy * (item.h / 2 + gap),
        cost: firm * (away(gap) + extra + (point ? 0 : OFF_COST) + (leader ? LEADER_COST : 0)),
        leader,
      });
    }
  }
  return spots;
}

// Beside that point of a line which is nearest to the middle of the view: a river is named wherever
// it runs, and no leader leads out of the view.
/** @type {(item: Sized, place: DrawnPlace, view: Box) => Spot[] | null} */
function spotsAlong(item, place, view) {
  const near = nearestOn(place, L.point(view.x + view.w / 2, view.y + view.h / 2));
  if (!near || !holds(view, near)) return null;
  return POINT_GAPS.filter((gap) => gap <= LEADER_FROM_PX).flatMap((gap) =>
    DIRECTIONS.map(([dx, dy, extra]) => ({
      x: near.x + dx * (item.w / 2 + gap),
      y: near.y + dy * (item.h / 2 + gap),
      cost: away(gap) + extra,
      leader: false,
    })),
  );
}

/** @type {(box: Box, point: XY) => boolean} */
function holds({ x, y, w, h }, point) {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}

// Far away a name is read as that of another place, line or not.
/** @type {(gap: number) => number} */
function away(gap) {
  return gap * GAP_COST + (gap * gap) / FAR_PX;
}

// Spots where the name lies within the area's outline, as far as that is in view.
/** @type {(item: Sized, place: DrawnPlace, map: L.Map, view: Box) => Spot[]} */
function insideSpots(item, place, map, view) {
  const [west, south, east, north] = place.info.bbox;
  const { min, max } = spanned(map.latLngToLayerPoint([north, west]), map.latLngToLayerPoint([south, east]));
  const left = Math.max(min.x, view.x) + item.w / 2;
  const right = Math.min(max.x, view.x + view.w) - item.w / 2;
  const top = Math.max(min.y, view.y) + item.h / 2;
  const bottom = Math.min(max.y, view.y + view.h) - item.h / 2;
  if (left > right || top > bottom) return [];
  /** @type {Spot[]} */
  const spots = [];
  for (let row = 0; row < GRID; row += 1) {
    const y = top + ((bottom - top) * row) / (GRID - 1);
    const line = crossings(place.layer.feature.geometry, map.layerPointToLatLng([0, y]).lat);
    /** @type {(x: number) => boolean} */
    const isInside = (x) => between(line, map.layerPointToLatLng([x, y]).lng);
    for (let column = 0; column < GRID; column += 1) {
      const x = left + ((right - left) * column) / (GRID - 1);
      if (![x, x - item.w * 0.4, x + item.w * 0.4].every(isInside)) continue;
      const off = Math.hypot(x - item.x, y - item.y);
      spots.push({ x, y, cost: INSIDE_COST + off * 0.12, leader: false });
    }
  }
  return spots;
}
