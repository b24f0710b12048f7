// Whether a point lies in a polygon.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { between, contains, crossings } from "../../static/atlas/map/base/geometry.js";

const ring = (west, south, east, north) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const SQUARE = { type: "Polygon", coordinates: [ring(0, 0, 10, 10)] };
const RING = { type: "Polygon", coordinates: [ring(0, 0, 10, 10), ring(4, 4, 6, 6)] };
const TWO = { type: "MultiPolygon", coordinates: [[ring(0, 0, 1, 1)], [ring(5, 0, 6, 1)]] };

test("a parallel crosses a square twice, and passes beside it", () => {
  assert.deepEqual(crossings(SQUARE, 5), [10, 0]);
  assert.deepEqual(crossings(SQUARE, 11), []);
});

test("a point in a hole is outside", () => {
  assert.equal(contains(RING, 5, 5), false);
  assert.equal(contains(RING, 3, 5), true);
  assert.equal(contains(RING, 7, 5), true);
});

test("a point in any part of several is inside, between them it is not", () => {
  assert.deepEqual(
    [0.5, 3, 5.5, 7].map((lon) => contains(TWO, lon, 0.5)),
    [true, false, true, false],
  );
});

test("a slanted side is met where it is", () => {
  const triangle = { type: "Polygon", coordinates: [[[0, 0], [10, 0], [0, 10], [0, 0]]] }; // prettier-ignore
  assert.equal(contains(triangle, 4.9, 5), true);
  assert.equal(contains(triangle, 5.1, 5), false);
});

test("a line or a point holds nothing", () => {
  assert.equal(contains({ type: "Point", coordinates: [1, 1] }, 1, 1), false);
  assert.equal(contains({ type: "LineString", coordinates: ring(0, 0, 2, 2) }, 1, 1), false);
});

test("a longitude lies inside after an odd number of crossings", () => {
  assert.equal(between([1, 4], 2), true);
  assert.equal(between([1, 4], 5), false);
  assert.equal(between([1, 2, 3, 4], 2.5), false);
});

test("any point lies in a box where it lies between its sides", () => {
  const degrees = fc.integer({ min: -90, max: 90 });
  fc.assert(
    fc.property(degrees, degrees, fc.integer({ min: 1, max: 20 }), degrees, degrees, (west, south, size, x, y) => {
      const box = { type: "Polygon", coordinates: [ring(west, south, west + size, south + size)] };
      const [lon, lat] = [x + 0.5, y + 0.5]; // on no side
      const inside = lon > west && lon < west + size && lat > south && lat < south + size;
      assert.equal(contains(box, lon, lat), inside);
    }),
  );
});
