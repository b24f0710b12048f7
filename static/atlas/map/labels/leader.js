// The line that ties a label to its mark: where it ends, and when there is one.

import { nearestIn } from "../base/boxes.js";

/** @import { Box, Spot, Stretch, XY } from "../types.d.ts" */

/**
 * Where a leader from a point meets a label: at its edge, towards where its letters are.
 * @type {(box: Box, from: XY) => [number, number]}
 */
export function leaderEnd({ x, y, w, h }, from) {
  const goal = nearestIn({ x: x + w / 4, y: y + h / 4, w: w / 2, h: h / 2 }, from);
  const [dx, dy] = [goal.x - from.x, goal.y - from.y];
  const along = Math.max(
    dx ? (nearestIn({ x, y, w, h }, from).x - from.x) / dx : 0,
    dy ? (nearestIn({ x, y, w, h }, from).y - from.y) / dy : 0,
  );
  return [from.x + dx * along, from.y + dy * along];
}

/**
 * The leader of a label at a spot, from the middle of its mark; null where it needs none.
 * @type {(box: Box, spot: Pick<Spot, "leader">, at: XY) => Stretch | null}
 */
export function leaderOf(box, { leader }, at) {
  return leader ? [at.x, at.y, ...leaderEnd(box, at)] : null;
}
