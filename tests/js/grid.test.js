// Which boxes lie near a box: never fewer than those that truly do.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gridOf } from "../../static/atlas/map/labels/grid.js";

const number = (min, max) => fc.double({ min, max, noNaN: true });
const box = fc.record({ x: number(-500, 500), y: number(-500, 500), w: number(1, 300), h: number(1, 60) });
const apart = (a, b, gap) =>
  a.x >= b.x + b.w + gap || b.x >= a.x + a.w + gap || a.y >= b.y + b.h + gap || b.y >= a.y + a.h + gap;
const close = (boxes, one, gap) => boxes.flatMap((other, i) => (apart(one, other, gap) ? [] : [i]));

test("every box that comes near is listed, once", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), box, fc.constantFrom(0, 3), (boxes, one, gap) => {
      const found = [...gridOf(boxes).near(one, gap)];
      assert.equal(new Set(found).size, found.length);
      for (const i of close(boxes, one, gap)) assert.ok(found.includes(i), `box ${i} is missing`);
    }),
  );
});

test("a box far away is not listed", () => {
  const at = (x) => ({ x, y: 0, w: 20, h: 10 });
  assert.deepEqual([...gridOf([at(0), at(5000)]).near(at(10), 3)], [0]);
});

test("a box that moved is found where it stands now, and no longer where it stood", () => {
  const boxes = [{ x: 0, y: 0, w: 20, h: 10 }];
  const grid = gridOf(boxes);
  grid.remove(0);
  boxes[0] = { x: 5000, y: 0, w: 20, h: 10 };
  grid.add(0);
  assert.deepEqual([...grid.near({ x: 0, y: 0, w: 20, h: 10 }, 3)], []);
  assert.deepEqual([...grid.near({ x: 5010, y: 0, w: 20, h: 10 }, 3)], [0]);
});

test("a test is asked about all that is near, until one passes it", () => {
  const at = (x) => ({ x, y: 0, w: 20, h: 10 });
  const grid = gridOf([at(0), at(10), at(5000)]);
  const asked = new Set();
  assert.equal(
    grid.some(at(5), 3, (i) => Boolean(asked.add(i)) && false),
    false,
  );
  assert.deepEqual([...asked].sort(), [0, 1]);
  assert.equal(
    grid.some(at(5), 3, (i) => i === 1),
    true,
  );
});
