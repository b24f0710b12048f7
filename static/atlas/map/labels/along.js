// Where a line runs in the view: points along it, for its own name and for others to keep off.

import { enters, holds } from "../base/boxes.js";
import { unitPaths } from "../base/mercator.js";

/** @import { View, XY } from "../types.d.ts" */

const ALONG_PX = 8; // from one point to the next
const MOST_ALONG = 300;

/**
 * Points along a line in view, from the middle of the view outwards; at most so many a line. They are
 * worked out, since after a zoom the line itself is drawn later.
 * @type {(geometry: GeoJSON.Geometry, view: View) => XY[]}
 */
export function alongLine(geometry, { box, world, origin }) {
  /** @type {XY[]} */
  const found = [];
  for (const path of unitPaths(geometry)) {
    let [x1, y1, next] = [path[0] * world - origin.x, path[1] * world - origin.y, 0];
    for (let i = 2; i < path.length; i += 2) {
      const [x2, y2] = [path[i] * world - origin.x, path[i + 1] * world - origin.y];
      const length = Math.hypot(x2 - x1, y2 - y1);
      if (enters([x1, y1, x2, y2], box)) {
        for (; next < length; next += ALONG_PX) {
          found.push({ x: x1 + ((x2 - x1) * next) / length, y: y1 + ((y2 - y1) * next) / length });
        }
      }
      next = Math.max(0, next - length);
      [x1, y1] = [x2, y2];
    }
  }
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  /** @type {(at: XY) => number} */
  const off = (at) => Math.hypot(at.x - middle.x, at.y - middle.y);
  return found
    .filter((at) => holds(box, at))
    .sort((a, b) => off(a) - off(b))
    .slice(0, MOST_ALONG);
}
