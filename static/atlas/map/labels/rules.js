// What a name may not do: stand nearer to another place's mark than to its own, or off its own ground.

import { apart, enters, holds, nearestIn, spanOf, within } from "../base/boxes.js";
import { gridOf } from "./grid.js";
import { leaderEnd } from "./leader.js";

/** @import { Box, Spot, Stretch, XY } from "../types.d.ts" */
/** @import { Home } from "./ground.js" */
/** @import { Spans } from "./spans.js" */

const MARGIN_PX = 3; // so much farther it is from others' than from its own
const SAME_PX = 3; // marks so close together stand for one spot
const MARK_CELL_PX = 24;
const CLEAR_PX = 3; // no name is so near to another place's mark
const ADJOINING_PX = 12; // so near a name may stand off ground that is smaller than it
const FARTHEST_PX = 58;
const BESIDE_PX = 20; // a line that runs so near to a mark is near to its name as well

/**
 * A mark on the map: a point's, an area's that is smaller than a name, or a piece of a line's. `round`
 * is a point's middle and how far it reaches.
 * @typedef {{ id: string, box: Box, isLine: boolean, round?: { at: XY, reach: number } }} Mark
 *
 * What a name must keep to: its area's spans, with its middle within a country's extent (`isFirm`), or its
 * mark with the ground around that. `foreign` are
 * areas that its mark does not lie in.
 * @typedef {{ id: string, spans: Spans | null, isFirm: boolean, mark: Mark | null, home: (tie: XY) => Home, foreign: () => Spans[] }} Owner
 */

/**
 * Make the judge of spots in a view.
 * @param {Mark[]} marks all that are in view
 * @param {Box[]} furniture what covers the map
 * @param {Box} view
 * @returns {(owner: Owner, box: Box, spot: Spot) => boolean} whether a name may stand there
 */
export function makeJudge(marks, furniture, view) {
  const grid = gridOf(
    marks.map(({ box }) => box),
    { cell: MARK_CELL_PX },
  );
  const covered = gridOf(furniture);
  /** @type {(box: Box) => boolean} */
  const isSeen = (box) => within(box, view) && !covered.some(box, 0, (i) => apart(box, furniture[i]) === 0);

  /** @type {(owner: Owner, box: Box, own: number) => boolean} */
  const isClear = ({ id, mark, spans }, box, own) =>
    !grid.some(box, own + MARGIN_PX, (i) => {
      const other = marks[i];
      if (other.id === id || (other.isLine && (spans || !mark))) return false;
      const its = between(other, box);
      if (its < CLEAR_PX) return true;
      return (
        its <= own + MARGIN_PX
        && !isSame(mark, other)
        && !(other.isLine && mark && apart(mark.box, other.box) <= own + BESIDE_PX)
      );
    });

  /** @type {(owner: Owner, leader: Stretch) => boolean} */
  const isFree = ({ id, mark }, leader) =>
    !grid.some(spanOf(leader), 0, (i) => {
      const other = marks[i];
      return !other.isLine && other.id !== id && !isSame(mark, other) && enters(leader, core(other.box));
    });

  return (owner, box, spot) => {
    if (!isSeen(box)) return false;
    const { mark, spans, isFirm } = owner;
    const tie = spot.tie ?? mark?.round?.at ?? (mark && middle(mark.box));
    const own = spans || !tie ? 0 : mark ? between(mark, box) : distance(box, tie);
    if (own > FARTHEST_PX || !isClear(owner, box, own)) return false;
    if (spans) return spans.meets(box) && (!isFirm || holds(spans.box, middle(box)));
    if (!tie) return true;
    if (spot.leader && !isFree(owner, [tie.x, tie.y, ...leaderEnd(box, tie)])) return false;
    const home = owner.home(tie);
    if (!home.isOwn(box) && !(own <= ADJOINING_PX && home.isSmall())) return false;
    return !owner.foreign().some((area) => area.contains(box));
  };
}

/**
 * How far a mark's edge is from a box.
 * @type {(mark: Mark, box: Box) => number}
 */
function between({ box, round }, other) {
  return round ? Math.max(0, distance(other, round.at) - round.reach) : apart(box, other);
}

// Whether two points are drawn on the same spot: their names cannot be nearer to one than to the other.
/** @type {(mark: Mark | null, other: Mark) => boolean} */
function isSame(mark, { round }) {
  const own = mark?.round?.at;
  return own !== undefined && round !== undefined && Math.hypot(own.x - round.at.x, own.y - round.at.y) <= SAME_PX;
}

// The middle of a mark's box: close marks reach into each other's edges, and their leaders do so too.
/** @type {(box: Box) => Box} */
function core({ x, y, w, h }) {
  return { x: x + w / 4, y: y + h / 4, w: w / 2, h: h / 2 };
}

/** @type {(box: Box, point: XY) => number} */
function distance(box, point) {
  const { x, y } = nearestIn(box, point);
  return Math.hypot(x - point.x, y - point.y);
}

/** @type {(box: Box) => XY} */
function middle({ x, y, w, h }) {
  return { x: x + w / 2, y: y + h / 2 };
}
