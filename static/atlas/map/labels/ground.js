// Whose ground a name stands on: what can be reached from its mark without crossing a border or coast.

import { apart, cross, cut, nearestIn, spanOf, square } from "../base/boxes.js";
import { copies } from "../base/circle.js";
import { gridOf } from "./grid.js";
import { probed } from "./spans.js";

/** @import { Box, GroundLines, Stretch, XY } from "../types.d.ts" */

const REACH_PX = 140; // farther than any name reaches from its mark
const EDGE_CELL_PX = 32;
const LEAST_PX = 0.75; // what is shorter is drawn together with the next stretch
const NEAR_COAST_PX = 6; // outlines are generalised: a town on the coast may lie off it
const SMALL_PX = 36; // an island that is no wider or higher is smaller than a name
const WAYS = 16;
const INSIDE_PX = 3; // less than that of a name over a border is not seen

/**
 * `isOwn` says whether a part of a box lies on the ground of a mark; `isSmall` whether that ground is an
 * island smaller than a name, or too small to be drawn at all; a name may stand beside such a mark.
 * @typedef {{ isOwn: (box: Box) => boolean, isSmall: () => boolean }} Home
 *
 * @typedef {(mark: XY, atSea: boolean) => Home} GroundOf
 */

const NOWHERE = { isOwn: () => true, isSmall: () => false };

/**
 * Make what tells the ground of marks in a view; before the ground is there, any will do.
 * @param {GroundLines | null} lines
 * @param {Box} view in layer pixels
 * @param {{ world: number, origin: XY }} scale the width of the world, and the layer's corner in it
 * @returns {GroundOf}
 */
export function groundOf(lines, view, scale) {
  if (!lines) return () => NOWHERE;
  const edges = edgesIn(lines, view, scale);
  const boxes = edges.map(spanOf);
  const grid = gridOf(boxes, { cell: EDGE_CELL_PX });
  const sizeAt = landIn(lines, scale);
  /** @type {(at: XY) => boolean} */
  const isLand = (at) => sizeAt(at) > 0;
  /** @type {(from: XY, x: number, y: number) => boolean} */
  const isOpen = (from, x, y) => {
    /** @type {Stretch} */
    const way = [from.x, from.y, x, y];
    return !grid.some(spanOf(way), 0, (i) => cross(way, edges[i]));
  };
  /** @type {(mark: XY) => boolean} */
  const isAtEdge = (mark) => {
    const near = square(mark, NEAR_COAST_PX);
    return grid.some(near, 0, (i) => apart(near, boxes[i]) === 0);
  };
  return (mark, atSea) => {
    const isOff = !atSea && isAtEdge(mark) && !isLand(mark);
    const from = isOff ? (ways(mark, NEAR_COAST_PX).find(isLand) ?? mark) : mark;
    const isLost = !atSea && !isLand(from); // an island too small to be drawn: no sea around it is its own
    /** @type {boolean | undefined} */
    let small;
    return {
      isOwn(box) {
        if (isLost) return false;
        const near = nearestIn(inset(box), from);
        return isOpen(from, near.x, near.y) || probed(box, (x, y) => isOpen(from, x, y), 1) > 0;
      },
      isSmall: () => (small ??= !atSea && sizeAt(from) < SMALL_PX),
    };
  };
}

/** @type {(box: Box) => Box} */
function inset({ x, y, w, h }) {
  return { x: x + INSIDE_PX, y: y + INSIDE_PX, w: w - 2 * INSIDE_PX, h: h - 2 * INSIDE_PX };
}

/** @type {(from: XY, far: number) => XY[]} */
function ways({ x, y }, far) {
  return Array.from({ length: WAYS }, (_, i) => {
    const turn = (2 * Math.PI * i) / WAYS;
    return { x: x + far * Math.cos(turn), y: y + far * Math.sin(turn) };
  });
}

// Coasts and borders in and around the view, in layer pixels.
/** @type {(lines: GroundLines, view: Box, scale: { world: number, origin: XY }) => Stretch[]} */
function edgesIn({ world, edges }, view, { world: width, origin }) {
  const unit = width / world;
  const near = { x: view.x - REACH_PX, y: view.y - REACH_PX, w: view.w + 2 * REACH_PX, h: view.h + 2 * REACH_PX };
  /** @type {Stretch[]} */
  const found = [];
  for (const turn of copies(near.x + origin.x, near.x + origin.x + near.w, width)) {
    const by = { x: turn * width - origin.x, y: -origin.y };
    for (const { box, line } of edges) {
      const extent = /** @type {const} */ ([box.minX, box.minY, box.maxX, box.maxY]);
      if (line && isNear(extent, unit, by, near)) trace(line, unit, by, near, found);
    }
  }
  return found;
}

/** @type {(stretch: Stretch, unit: number, by: XY, near: Box) => boolean} */
function isNear([x1, y1, x2, y2], unit, by, near) {
  return apart(spanOf([x1 * unit + by.x, y1 * unit + by.y, x2 * unit + by.x, y2 * unit + by.y]), near) === 0;
}

/** @type {(line: [number, number][], unit: number, by: XY, near: Box, found: Stretch[]) => void} */
function trace(line, unit, by, near, found) {
  let [x1, y1] = [line[0][0] * unit + by.x, line[0][1] * unit + by.y];
  line.forEach(([x, y], i) => {
    const [x2, y2] = [x * unit + by.x, y * unit + by.y];
    if (Math.abs(x2 - x1) + Math.abs(y2 - y1) < LEAST_PX && i < line.length - 1) return;
    const stretch = cut([x1, y1, x2, y2], near);
    if (stretch) found.push(stretch);
    [x1, y1] = [x2, y2];
  });
}

// How wide or high the land at a point is, whichever is more; 0 where there is none.
/** @type {(lines: GroundLines, scale: { world: number, origin: XY }) => (at: XY) => number} */
function landIn({ world, land }, scale) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const unit = world / scale.world;
  return (at) => {
    const x = ((((at.x + scale.origin.x) * unit) % world) + world) % world;
    const y = (at.y + scale.origin.y) * unit;
    const found = land.find(
      ({ box, path }) =>
        x >= box.minX
        && x <= box.maxX
        && y >= box.minY
        && y <= box.maxY
        && context.isPointInPath(path, x, y, "evenodd"),
    );
    return found ? Math.max(found.box.maxX - found.box.minX, found.box.maxY - found.box.minY) / unit : 0;
  };
}
