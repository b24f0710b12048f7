// Where an area lies in the view, row by row: asked for every spot, so worked out once a view.

import { unitPaths } from "../base/mercator.js";

/** @import { Box, XY } from "../types.d.ts" */

const ROW_PX = 5;
const [ACROSS, DOWN] = [
  [0.5, 0.15, 0.85],
  [0.5, 0.2, 0.8],
];
/** How many probes stand for a box. */
export const PROBES = ACROSS.length * DOWN.length;

/**
 * `box` is the part of the area's extent in view; `holds` is good to half a row.
 * @typedef {{ box: Box, holds: (x: number, y: number) => boolean, meets: (box: Box) => boolean, contains: (box: Box) => boolean }} Spans
 */

/**
 * Work out where an area lies.
 * @param {GeoJSON.Geometry} geometry a Polygon or MultiPolygon, WGS 84
 * @param {Box} box the part of its extent that is in view, in layer pixels
 * @param {{ world: number, origin: XY }} scale the width of the world, and the layer's corner in it
 * @returns {Spans}
 */
export function spansOf(geometry, box, { world, origin }) {
  const count = Math.max(1, Math.ceil(box.h / ROW_PX));
  const step = box.h / count || 1;
  const rows = Array.from({ length: count + 1 }, () => /** @type {number[]} */ ([]));
  for (const ring of unitPaths(geometry)) {
    for (let i = 2; i < ring.length; i += 2) {
      const y1 = ring[i - 1] * world - origin.y - box.y;
      const y2 = ring[i + 1] * world - origin.y - box.y;
      const first = Math.max(0, Math.floor(Math.min(y1, y2) / step) + 1);
      const last = Math.min(count, Math.floor(Math.max(y1, y2) / step));
      if (first > last) continue;
      const x1 = ring[i - 2] * world - origin.x;
      const slope = (ring[i] * world - origin.x - x1) / (y2 - y1);
      for (let row = first; row <= last; row += 1) rows[row].push(x1 + (row * step - y1) * slope);
    }
  }
  /** @type {(x: number, y: number) => boolean} */
  const holds = (x, y) => {
    const row = rows[Math.round((y - box.y) / step)];
    let isInside = false;
    if (row) for (const crossing of row) if (crossing > x) isInside = !isInside;
    return isInside;
  };
  return {
    box,
    holds,
    meets: (one) => probed(one, holds, 1) > 0,
    contains: (one) => probed(one, (x, y) => !holds(x, y), 1) === 0,
  };
}

/**
 * How many of the points that stand for a box pass a test; counting ends with `enough`. What holds one
 * of them holds a part of the box that can be seen.
 * @type {(box: Box, test: (x: number, y: number) => boolean, enough?: number) => number}
 */
export function probed({ x, y, w, h }, test, enough = PROBES) {
  let passed = 0;
  for (const across of ACROSS) {
    for (const down of DOWN) {
      if (test(x + across * w, y + down * h)) passed += 1;
      if (passed >= enough) return passed;
    }
  }
  return passed;
}
