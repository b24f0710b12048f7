// Finding room for labels: without overlaps as far as there is room, always the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { placeLabels } from "../../static/atlas/map/labels/placing.js";

const VIEW = { x: 0, y: 0, w: 400, h: 300 };
const spots = (...middles) => middles.map(([x, y, cost = 0]) => ({ x, y, cost }));
const label = (id, ...middles) => ({ id, w: 40, h: 20, spots: spots(...middles) });
const corner = ({ x, y }) => [x, y];
const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

test("a label alone takes its cheapest spot", () => {
  const found = placeLabels([label("a", [100, 100, 5], [200, 100, 1], [300, 100, 9])], [], VIEW);
  assert.deepEqual(corner(found.get("a")), [180, 90]);
  assert.equal(found.get("a").spot.cost, 1);
});

test("of two that want the same spot one makes way", () => {
  const items = [label("a", [100, 100], [100, 150, 4]), label("b", [100, 100], [100, 60, 9])];
  const found = placeLabels(items, [], VIEW);
  assert.deepEqual(corner(found.get("a")), [80, 140]); // the one for which it costs less
  assert.deepEqual(corner(found.get("b")), [80, 90]);
});

test("a label keeps off what should stay free, unless that costs more", () => {
  const near = [{ x: 90, y: 90, w: 20, h: 20 }];
  assert.deepEqual(corner(placeLabels([label("a", [100, 100], [200, 100, 50])], near, VIEW).get("a")), [180, 90]);
  assert.deepEqual(corner(placeLabels([label("a", [100, 100], [200, 100, 300])], near, VIEW).get("a")), [80, 90]);
});

test("a label keeps inside the view", () => {
  const found = placeLabels([label("a", [395, 100], [300, 100, 20])], [], VIEW);
  assert.deepEqual(corner(found.get("a")), [280, 90]);
});

test("without room labels overlap rather than vanish", () => {
  const found = placeLabels([label("a", [100, 100]), label("b", [100, 100])], [], VIEW);
  assert.deepEqual(corner(found.get("a")), corner(found.get("b")));
});

test("nothing to place is nothing placed", () => {
  assert.equal(placeLabels([], [], VIEW).size, 0);
});

const middle = fc.tuple(
  fc.integer({ min: 20, max: 380 }),
  fc.integer({ min: 10, max: 290 }),
  fc.integer({ min: 0, max: 60 }),
);
const crowd = fc
  .array(fc.array(middle, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 })
  .map((lists) => lists.map((middles, i) => label(`l${i}`, ...middles)));

test("every label stands at one of its own spots, and the same way every time", () => {
  fc.assert(
    fc.property(crowd, (items) => {
      const found = placeLabels(items, [], VIEW);
      for (const { id, spots: own } of items) assert.ok(own.includes(found.get(id).spot));
      assert.deepEqual(placeLabels(items, [], VIEW), found);
    }),
    { numRuns: 60 },
  );
});

for (const number of [2, 5, 12]) {
  test(`of ${number} that want the same spot one takes it and the others stand apart`, () => {
    const own = (i) => [30 + 60 * (i % 6), 20 + 60 * Math.floor(i / 6), 20];
    const items = Array.from({ length: number }, (_, i) => label(`l${i}`, [300, 250], own(i)));
    const boxes = [...placeLabels(items, [], VIEW).values()];
    assert.equal(boxes.filter(({ spot }) => spot.cost === 0).length, 1);
    assert.deepEqual(
      boxes.filter((a, i) => boxes.some((b, j) => j !== i && overlaps(a, b))),
      [],
    );
  });
}
