// Finding room for labels: without overlaps, the important ones first, always the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { placeLabels } from "../../static/atlas/map/labels/placing.js";

const AT = { x: 0, y: 0 };
const always = () => true;
const spots = (...middles) => {
  const list = middles.map(([x, y, cost = 0, leader = false]) => ({ x, y, cost, leader }));
  list.sort((a, b) => a.cost - b.cost);
  return { length: list.length, at: (number) => list[number], list };
};
const label = (id, ...middles) => ({ id, w: 40, h: 20, at: AT, may: always, spots: spots(...middles) });
const corner = ({ x, y }) => [x, y];
const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const place = (items, obstacles = [], chosen = null) => placeLabels(items, obstacles, chosen);
const waiting = (result) => result.waiting.map(({ id }) => id);

test("a label alone takes its cheapest spot", () => {
  const { placed } = place([label("a", [100, 100, 5], [200, 100, 1], [300, 100, 9])]);
  assert.deepEqual(corner(placed.get("a")), [180, 90]);
  assert.equal(placed.get("a").spot.cost, 1);
});

test("a spot that breaks a rule is not taken, however cheap it is", () => {
  const strict = { ...label("a", [100, 100], [200, 100, 50]), may: ({ x }) => x > 100 };
  assert.deepEqual(corner(place([strict]).placed.get("a")), [180, 90]);
});

test("of two that want the same spot one makes way", () => {
  const { placed } = place([label("a", [100, 100], [100, 150, 4]), label("b", [100, 100], [100, 60, 9])]);
  assert.deepEqual(corner(placed.get("a")), [80, 140]); // the one for which it costs less
  assert.deepEqual(corner(placed.get("b")), [80, 90]);
});

test("a label keeps off what should stay free, unless that costs more", () => {
  const near = [{ x: 90, y: 90, w: 20, h: 20 }];
  const found = (cost) => corner(place([label("a", [100, 100], [200, 100, cost])], near).placed.get("a"));
  assert.deepEqual(found(50), [180, 90]);
  assert.deepEqual(found(300), [80, 90]);
});

test("where there is room for one the more important one stands, and the other waits where it would", () => {
  const result = place([label("a", [100, 100]), label("b", [100, 100])]);
  assert.deepEqual([...result.placed.keys()], ["a"]);
  assert.deepEqual(waiting(result), ["b"]);
  assert.deepEqual(corner(result.waiting[0].box), [80, 90]);
});

test("a label without room gets it where another can move", () => {
  const { placed } = place([label("a", [100, 100], [300, 100, 200]), label("b", [100, 100])]);
  assert.deepEqual(corner(placed.get("a")), [280, 90]);
  assert.deepEqual(corner(placed.get("b")), [80, 90]);
});

test("the chosen one is shown in any case, and takes room from those in its way alone", () => {
  const items = [label("a", [100, 100]), label("b", [110, 100]), label("c", [300, 100])];
  const result = place(items, [], "b");
  assert.deepEqual([...result.placed.keys()].sort(), ["b", "c"]);
  assert.equal(result.forced, true);
  assert.equal(place(items, [], "a").forced, false);
});

test("the chosen one is shown even where no spot keeps to the rules", () => {
  const result = place([{ ...label("a", [100, 100]), may: () => false }], [], "a");
  assert.deepEqual(corner(result.placed.get("a")), [80, 90]);
});

test("no label stands on another one’s leader, and leaders do not cross", () => {
  const tied = { ...label("a", [200, 100, 0, true]), at: { x: 100, y: 100 } };
  assert.deepEqual(waiting(place([tied, label("b", [140, 100])])), ["b"]);
  const across = { ...label("c", [150, 40, 0, true]), at: { x: 150, y: 160 } };
  assert.deepEqual(waiting(place([tied, across])), ["c"]);
});

test("nothing to place is nothing placed", () => {
  assert.equal(place([]).placed.size, 0);
});

const middle = fc.tuple(
  fc.integer({ min: 20, max: 380 }),
  fc.integer({ min: 10, max: 290 }),
  fc.integer({ min: 0, max: 60 }),
);
const crowd = fc
  .array(fc.array(middle, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 })
  .map((lists) => lists.map((middles, i) => label(`l${i}`, ...middles)));

test("every label stands at one of its own spots or waits, none on another, the same way every time", () => {
  fc.assert(
    fc.property(crowd, (items) => {
      const result = place(items);
      const boxes = [...result.placed.values()];
      for (const { id, spots: own } of items) {
        const box = result.placed.get(id);
        assert.ok(box ? own.list.includes(box.spot) : waiting(result).includes(id));
      }
      for (const [i, box] of boxes.entries()) assert.ok(!boxes.slice(0, i).some((other) => overlaps(box, other)));
      assert.deepEqual(place(items), result);
    }),
    { numRuns: 60 },
  );
});

for (const number of [2, 5, 12]) {
  test(`of ${number} that want the same spot one takes it and the others stand apart`, () => {
    const own = (i) => [30 + 60 * (i % 6), 20 + 60 * Math.floor(i / 6), 20];
    const items = Array.from({ length: number }, (_, i) => label(`l${i}`, [300, 250], own(i)));
    const boxes = [...place(items).placed.values()];
    assert.equal(boxes.length, number);
    assert.equal(boxes.filter(({ spot }) => spot.cost === 0).length, 1);
  });
}
