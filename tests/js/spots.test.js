// Where a label may stand: beside its dot, near first, and only where its place is in view.

import assert from "node:assert/strict";
import { test } from "node:test";
import { labelSpots } from "../../static/atlas/map/labels/spots.js";

const VIEW = { x: 0, y: 0, w: 400, h: 300 };
const ITEM = { id: "arl", x: 200, y: 150, w: 40, h: 20, precision: "exact" };
const town = { info: { placeClass: "city" } };
const country = { info: { placeClass: "country" } };
const byCost = (spots) => [...spots].sort((a, b) => a.cost - b.cost);

test("the first choice stands right of the dot, the next ones above and below", () => {
  const [first, second, third] = byCost(labelSpots(ITEM, town, null, VIEW));
  assert.deepEqual([first.x, first.y, first.leader], [200 + 20 + 11, 150, false]);
  assert.deepEqual([second.x, Math.sign(second.y - 150)], [231, -1]);
  assert.deepEqual([third.x, Math.sign(third.y - 150)], [231, 1]);
});

test("a label far from its dot is tied to it by a line, and costs more", () => {
  const spots = labelSpots(ITEM, town, null, VIEW);
  const right = spots.filter(({ x, y }) => y === 150 && x > 200);
  assert.deepEqual(
    right.map(({ leader }) => leader),
    [false, true, true, true, true, true, true],
  );
  assert.deepEqual(right, byCost(right));
});

test("a country’s name away from its anchor costs twice as much, since over another country it misleads", () => {
  const area = { ...ITEM, precision: "approximate" };
  const [of, than] = [country, town].map((place) => labelSpots(area, place, null, VIEW));
  assert.equal(of[1].cost, 2 * than[1].cost);
  assert.deepEqual([of[0].cost, than[0].cost], [0, 0]);
});

test("a place out of view has no spots", () => {
  assert.equal(labelSpots({ ...ITEM, x: 401 }, town, null, VIEW), null);
  assert.notEqual(labelSpots({ ...ITEM, x: 400 }, town, null, VIEW), null);
});
