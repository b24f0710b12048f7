// What a view asks of its labels: their spots, by the rules, the important places first.

import { groundOf } from "./ground.js";
import { gridOf } from "./grid.js";
import { placeLabels } from "./placing.js";
import { makeJudge } from "./rules.js";
import { spansOf } from "./spans.js";
import { insideSpots, labelSpots } from "./spots.js";
import { furniture, marksOf } from "./view.js";
import { holds, square } from "../base/boxes.js";

/** @import { Box, GroundLines, View, XY } from "../types.d.ts" */
/** @import { Home } from "./ground.js" */
/** @import { Placing } from "./placing.js" */
/** @import { Owner } from "./rules.js" */
/** @import { Spans } from "./spans.js" */
/** @import { Seen } from "./view.js" */

const TOWN_PX = 8;
const CLOSE_PX = 26; // marks whose middles are no farther apart need leaders
const AT_SEA = new Set(["sea", "ocean", "gulf", "bay", "strait"]);

/**
 * Find room for the labels of a view. `capitals` are the basemap's, which readers find their way by.
 * @param {L.Map} map
 * @param {Seen[]} items whose labels look for room
 * @param {View} view
 * @param {{ all: Seen[], capitals: XY[], ground: GroundLines | null, chosen: string | null }} around `all` have a mark
 * @returns {Placing}
 */
export function place(map, items, view, { all, capitals, ground, chosen }) {
  const marks = marksOf(all);
  const judge = makeJudge(marks, furniture(map, view.box), view.box);
  const homeOf = groundOf(ground, view.box, view);
  const spans = new Map(items.flatMap((item) => (item.extent ? [[item.id, areaOf(item, item.extent, view)]] : [])));
  const closeTo = neighbours(all);
  const wanted = items
    .filter((item) => isInView(item, spans.get(item.id), view.box))
    .sort((a, b) => b.label.info.weight - a.label.info.weight)
    .map((item) => {
      const own = spans.get(item.id) ?? null;
      const may = judge.bind(null, ownerOf(item, own, spans, homeOf));
      const sized = { ...item, reach: reachOf(item), close: closeTo(item) };
      const spots = labelSpots(sized, item.label.place, own, item.along);
      return { id: item.id, w: item.w, h: item.h, at: { x: item.x, y: item.y }, spots, may };
    });
  const lines = marks.filter(({ isLine }) => isLine).map(({ box }) => box);
  return placeLabels(wanted, [...capitals.map((at) => square(at, TOWN_PX)), ...lines], chosen);
}

// How far a mark reaches around the middle of it.
/** @type {(item: Seen) => number} */
function reachOf({ mark }) {
  return mark ? (mark.round?.reach ?? Math.max(mark.box.w, mark.box.h) / 2) : 0;
}

// An area whose middle is out of view has its name inside of what is in view, or none.
/** @type {(item: Seen, own: Spans | undefined, view: Box) => boolean} */
function isInView(item, own, view) {
  return !own || holds(view, item) || insideSpots(item, own).length > 0;
}

/** @type {(item: Seen, extent: Box, view: View) => Spans} */
function areaOf({ label }, extent, view) {
  return spansOf(label.place.layer.feature.geometry, extent, view);
}

/** @type {(item: Seen, own: Spans | null, all: ReadonlyMap<string, Spans>, homeOf: (mark: XY, atSea: boolean) => Home) => Owner} */
function ownerOf({ id, mark, x, y, label }, own, all, homeOf) {
  /** @type {Map<XY, Home>} */
  const homes = new Map();
  /** @type {Spans[] | undefined} */
  let foreign;
  return {
    id,
    mark: own ? null : mark,
    spans: own,
    isFirm: label.info.placeClass === "country",
    home(tie) {
      const known = homes.get(tie) ?? homeOf(tie, AT_SEA.has(label.info.placeClass));
      homes.set(tie, known);
      return known;
    },
    foreign: () => (foreign ??= mark && !own ? [...all.values()].filter((area) => !area.holds(x, y)) : []),
  };
}

// How many other points' marks are so close that only lines tell which name is whose.
/** @type {(items: Seen[]) => (item: Seen) => number} */
function neighbours(items) {
  const points = items.filter(({ mark }) => mark?.round);
  const grid = gridOf(points.map((item) => square(item, 0)));
  return (item) => {
    if (!item.mark?.round) return 0;
    const near = grid.near(square(item, 0), CLOSE_PX);
    return near.filter((i) => Math.hypot(points[i].x - item.x, points[i].y - item.y) <= CLOSE_PX).length - 1;
  };
}
