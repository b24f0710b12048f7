// Places that are lines: told from others, named where they are in view.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isLine } from "../../static/atlas/map/base/lines.js";
import { alongLine } from "../../static/atlas/map/labels/along.js";
import { labelSpots } from "../../static/atlas/map/labels/spots.js";

const VIEW = { box: { x: 28, y: 28, w: 200, h: 200 }, world: 256, origin: { x: 0, y: 0 } };
const ITEM = { x: 200, y: 150, w: 40, h: 20, precision: "line", reach: 0, close: 0 };
const river = { info: { placeClass: "river", precision: "line" } };
const equator = {
  type: "LineString",
  coordinates: [
    [-170, 0],
    [0, 0],
    [170, 0],
  ],
};

test("a line and a band are lines, points and areas are not", () => {
  const lines = ["exact", "administrative", "approximate", "line", "band"].filter((precision) =>
    isLine({ info: { precision } }),
  );
  assert.deepEqual(lines, ["line", "band"]);
});

test("the points along a line lie on it, in the view, those nearest to its middle first", () => {
  const points = alongLine(equator, VIEW);
  assert.ok(points.length > 20);
  assert.ok(points.every(({ x, y }) => y === 128 && x >= 28 && x <= 228));
  assert.ok(Math.abs(points[0].x - 128) <= 4);
});

test("a line out of view has no points there", () => {
  assert.deepEqual(alongLine(equator, { ...VIEW, box: { x: 28, y: 140, w: 200, h: 50 } }), []);
});

test("the name of a line stands beside it, never on its point, without a leader", () => {
  for (const precision of ["line", "band"]) {
    const spots = labelSpots({ ...ITEM, precision }, river, null, [{ x: 100, y: 80 }]);
    const first = spots.at(0);
    assert.deepEqual([first.x, first.y, first.leader], [100 + 20 + 9, 80, false]);
    assert.deepEqual(first.tie, { x: 100, y: 80 });
  }
});
