// Where each label stands now, and which of them are in each other's way: boxes and leaders alike.

import { cross, enters, overlap, spanOf } from "../base/boxes.js";
import { gridOf } from "./grid.js";
import { leaderOf } from "./leader.js";

/** @import { Box, Spot, Stretch, XY } from "../types.d.ts" */

const GAP_PX = 3;
const NOTHING = { x: 0, y: 0, w: 0, h: 0 };

/**
 * A label at one of its spots, with what that costs whatever the others do; a leader comes from `at`.
 * @typedef {Box & { spot: Spot, at: XY, cost: number }} Priced
 *
 * @typedef {object} Table
 * @property {(Priced | null)[]} taken where each stands; null where it waits
 * @property {(i: number, box: Priced | null) => void} move
 * @property {(i: number, box: Priced) => boolean} isFree whether a label in a box is in nobody's way
 * @property {(i: number, box: Priced) => number[]} against whom it is in the way of
 */

/**
 * Make the table of so many labels, all waiting.
 * @type {(labels: { length: number }) => Table}
 */
export function makeTable({ length }) {
  /** @type {(Priced | null)[]} */
  const taken = Array.from({ length }, () => null);
  /** @type {Box[]} */
  const spans = Array.from({ length }, () => NOTHING); // of box and leader together
  const grid = gridOf(spans, { isFull: false });
  /** @type {(i: number, box: Priced) => [Box, (other: number) => boolean]} */
  const question = (i, box) => {
    const leader = leaderOf(box, box.spot, box.at);
    return [
      leader ? around(box, leader) : box,
      (other) => {
        const its = taken[other];
        return other !== i && its !== null && collide(box, leader, its);
      },
    ];
  };
  return {
    taken,
    move(i, box) {
      if (box === taken[i]) return;
      if (taken[i]) grid.remove(i);
      taken[i] = box;
      if (!box) return;
      const leader = leaderOf(box, box.spot, box.at);
      spans[i] = leader ? around(box, leader) : box;
      grid.add(i);
    },
    isFree(i, box) {
      const [where, test] = question(i, box);
      return !grid.some(where, GAP_PX, test);
    },
    against(i, box) {
      const [where, test] = question(i, box);
      return grid.near(where, GAP_PX).filter(test);
    },
  };
}

/** @type {(box: Priced, leader: Stretch | null, other: Priced) => boolean} */
function collide(box, leader, other) {
  if (overlap(box, other, GAP_PX) > 0) return true;
  const its = leaderOf(other, other.spot, other.at);
  if (leader && enters(leader, other)) return true;
  if (!its) return false;
  return enters(its, box) || (leader !== null && cross(leader, its));
}

/** @type {(box: Box, leader: Stretch) => Box} */
function around(box, leader) {
  const line = spanOf(leader);
  const [x, y] = [Math.min(box.x, line.x), Math.min(box.y, line.y)];
  return {
    x,
    y,
    w: Math.max(box.x + box.w, line.x + line.w) - x,
    h: Math.max(box.y + box.h, line.y + line.h) - y,
  };
}
