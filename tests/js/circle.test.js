// Longitudes on the circle: the nearest turn, and the copies of the world that a view meets.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { copies, nearest, wrapped } from "../../static/atlas/map/base/circle.js";

test("a longitude is turned to where it is nearest, and else left as it is", () => {
  assert.equal(nearest(-178.5, 180), 181.5);
  assert.equal(nearest(178, -170), -182);
  assert.equal(nearest(67.00141, 51.3), 67.00141);
  assert.equal(nearest(180, 0), 180);
  assert.equal(nearest(-180, 0), -180);
});

test("an address holds a longitude between -180 and 180", () => {
  assert.deepEqual([185, -190, 541, 12.5, 180, -180].map(wrapped), [-175, 170, -179, 12.5, 180, -180]);
});

test("any longitude is a whole number of turns away, at most half a turn from the centre", () => {
  fc.assert(
    fc.property(fc.integer({ min: -720, max: 720 }), fc.integer({ min: -360, max: 360 }), (lon, centre) => {
      const found = nearest(lon, centre);
      assert.ok(Math.abs(found - centre) <= 180);
      assert.equal(Math.abs((found - lon) % 360), 0);
    }),
  );
});

test("a view meets the copies of the world that it reaches into", () => {
  assert.deepEqual(copies(0, 256, 256), [0]);
  assert.deepEqual(copies(10, 200, 256), [0]);
  assert.deepEqual(copies(200, 300, 256), [0, 1]);
  assert.deepEqual(copies(-10, 270, 256), [-1, 0, 1]);
  assert.deepEqual(copies(600, 700, 256), [2]);
});
