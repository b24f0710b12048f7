// Places that are lines: told from others, framed by their kind, named where they are in view.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isLine } from "../../static/atlas/map/base/lines.js";
import { labelSpots } from "../../static/atlas/map/labels/spots.js";

const VIEW = { x: 0, y: 0, w: 400, h: 300 };
const ITEM = { id: "rhone", x: 200, y: 150, w: 40, h: 20, precision: "line" };

globalThis.L = { point: (x, y) => ({ x, y }) };

/** @type {(near: {x: number, y: number} | null) => object} */
const river = (near) => ({
  info: { placeClass: "river", precision: "line" },
  layer: { closestLayerPoint: () => near },
});

test("a line and a band are lines, points and areas are not", () => {
  const lines = ["exact", "administrative", "approximate", "line", "band"].filter((precision) =>
    isLine({ info: { precision } }),
  );
  assert.deepEqual(lines, ["line", "band"]);
});

test("the name of a line stands beside it, never on it", () => {
  for (const precision of ["line", "band"]) {
    const spots = labelSpots({ ...ITEM, precision }, river(null), null, VIEW);
    assert.ok(spots.every(({ x, y }) => Math.abs(x - 200) > 5 || Math.abs(y - 150) > 5));
    assert.deepEqual([spots[0].x, spots[0].y], [231, 150]);
  }
});

test("a line whose label is out of view is named where it is in view, without a leader", () => {
  const spots = labelSpots({ ...ITEM, x: 900 }, river({ x: 100, y: 80 }), null, VIEW);
  assert.ok(spots.length > 0);
  assert.ok(spots.every(({ x, leader }) => Math.abs(x - 100) < 60 && !leader));
});

test("a line out of view has no spots", () => {
  assert.equal(labelSpots({ ...ITEM, x: 900 }, river(null), null, VIEW), null);
  assert.equal(labelSpots({ ...ITEM, x: 900 }, river({ x: 401, y: 80 }), null, VIEW), null);
});
