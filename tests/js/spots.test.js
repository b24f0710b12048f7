// Where a label may stand: beside its mark, inside its area, along its line; near first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { labelSpots } from "../../static/atlas/map/labels/spots.js";
import { spansOf } from "../../static/atlas/map/labels/spans.js";

const ITEM = { x: 200, y: 150, w: 40, h: 20, precision: "exact", reach: 5, close: 0 };
const town = { info: { placeClass: "city" } };
const country = { info: { placeClass: "country" } };
const list = (spots) => Array.from({ length: spots.length }, (_, i) => spots.at(i));
const of = (item, place = town, spans = null, along = []) =>
  list(labelSpots({ ...ITEM, ...item }, place, spans, along));
const SCALE = { world: 256, origin: { x: 0, y: 0 } };
const square = {
  type: "Polygon",
  coordinates: [
    [
      [-45, -45],
      [45, -45],
      [45, 45],
      [-45, 45],
      [-45, -45],
    ],
  ],
};
const spans = spansOf(square, { x: 96, y: 92, w: 64, h: 72 }, SCALE);
const AREA = { x: 128, y: 128, precision: "administrative" };

test("the first choice stands right of the dot, the next ones a little above and below", () => {
  const [first, second, third] = of({});
  assert.deepEqual([first.x, first.y, first.leader], [200 + 20 + 11, 150, false]);
  assert.deepEqual([second.x, Math.sign(second.y - 150)], [231, -1]);
  assert.deepEqual([third.x, Math.sign(third.y - 150)], [231, 1]);
});

test("spots are listed by rising cost, whatever is named", () => {
  for (const spots of [of({}), of(AREA, country, spans), of({ precision: "line" }, town, null, [{ x: 10, y: 10 }])]) {
    const costs = spots.map(({ cost }) => cost);
    assert.deepEqual(
      costs,
      [...costs].sort((a, b) => a - b),
    );
  }
});

test("a label far from its dot is tied to it by a line, and costs more", () => {
  const right = of({}).filter(({ x, y }) => y === 150 && x > 200);
  assert.deepEqual(
    right.map(({ leader }) => leader),
    [false, true, true, true, true],
  );
});

test("where another mark is close every label has its line", () => {
  assert.ok(of({ close: 1 }).every(({ leader }) => leader));
});

test("a larger mark keeps its label farther off", () => {
  assert.equal(of({ reach: 9 })[0].x, of({})[0].x + 4);
});

test("an area’s name stands at its middle first; a country’s elsewhere costs twice as much", () => {
  const [first, second] = of(AREA, country, spans);
  assert.deepEqual([first.x, first.y, first.cost], [128, 128, 0]);
  assert.equal(second.cost, 2 * of(AREA, town, spans)[1].cost);
});

test("a name that lies outside of its area costs more the more of it does", () => {
  const cost = (x) => of(AREA, town, spans).find((spot) => spot.y === 128 && spot.x > x).cost;
  assert.ok(cost(155) > cost(129) + 30);
});

test("a line’s name stands beside it in several places, and no leader leads there", () => {
  const along = [
    { x: 100, y: 100 },
    { x: 110, y: 100 },
    { x: 200, y: 100 },
  ];
  const spots = of({ precision: "line" }, town, null, along);
  assert.deepEqual(new Set(spots.map(({ tie }) => tie.x)), new Set([100, 200]));
  assert.ok(spots.every(({ leader }) => !leader));
});
