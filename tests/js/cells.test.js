// The cells of the ground: which are asked for, how often, what is kept, what they cover together.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { makeCells, together, viewsOf } from "../../static/atlas/map/basemap/cells.js";
import { WORLD, prepare, projectedBox } from "../../static/atlas/map/basemap/data.js";

/** @type {string[][]} */
let traced = [];

beforeEach(() => {
  traced = [];
  globalThis.Path2D = /** @type {any} */ (
    class {
      /** @type {string[]} */
      steps = [];
      constructor() {
        traced.push(this.steps);
      }
      moveTo() {
        this.steps.push("move");
      }
      lineTo() {
        this.steps.push("line");
      }
      closePath() {
        this.steps.push("close");
      }
    }
  );
});

const ROWS = Array.from({ length: 9 }, (_, row) => (row === 4 ? "1".repeat(18) : "0".repeat(18)));
const INDEX = { name: "coarse", from: 5, cell: 20, unit: 0.001, cells: ROWS };
const NOBODY = () => undefined;

/** @type {(read: (name: string) => Promise<unknown>) => ReturnType<typeof makeCells> & { arrivals: string[] }} */
function cells(read) {
  /** @type {string[]} */
  const arrivals = [];
  const made = makeCells(INDEX, {
    read,
    toldOf: NOBODY,
    arrived: () => arrivals.push("there"),
    failed: () => arrivals.push("failed"),
  });
  return { ...made, arrivals };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const EQUATOR = projectedBox([1, -5, 19, 15]); // a cell of land, and above 10° north one of sea

test("a cell is asked for once, and one of the sea never", async () => {
  /** @type {string[]} */
  const asked = [];
  const level = cells(async (name) => {
    asked.push(name);
    return {};
  });
  level.fetch([EQUATOR]);
  level.fetch([EQUATOR]);
  await settled();
  level.fetch([EQUATOR, projectedBox([0, 50, 40, 60])]);
  assert.deepEqual(asked, ["coarse-9-4.json"]);
  assert.deepEqual(level.arrivals, ["there"]);
});

test("a view is covered when all its cells are there, those of the sea included", async () => {
  const level = cells(async () => ({}));
  assert.equal(level.inView([EQUATOR]).complete, false);
  level.fetch([EQUATOR]);
  await settled();
  const { there, complete } = level.inView([EQUATOR]);
  assert.equal(complete, true);
  assert.deepEqual(
    there.map(({ region }) => Math.round(((region.maxX - region.minX) * 360) / WORLD)),
    [20, 20], // one of them sea
  );
});

test("a cell that does not come is asked for three times at most", async () => {
  let times = 0;
  const level = cells(async () => {
    times += 1;
    throw new Error("no");
  });
  for (let i = 0; i < 5; i++) {
    level.fetch([EQUATOR]);
    await settled();
  }
  assert.equal(times, 3);
  assert.deepEqual(level.arrivals, ["failed", "failed", "failed"]);
});

test("a cell that an edition as one page does not carry is no failure", async () => {
  let times = 0;
  const level = cells(async () => {
    times += 1;
  });
  level.fetch([EQUATOR]);
  await settled();
  level.fetch([EQUATOR]);
  assert.equal(times, 1);
  assert.deepEqual(level.arrivals, []);
  assert.equal(level.inView([EQUATOR]).complete, false);
});

test("what is kept is bounded: the cells that were looked at last", async () => {
  const many = { ...INDEX, cell: 5, cells: Array.from({ length: 36 }, () => "1".repeat(72)) };
  let asked = 0;
  const level = makeCells(many, {
    read: async () => {
      asked += 1;
      return {};
    },
    toldOf: NOBODY,
    arrived: NOBODY,
    failed: NOBODY,
  });
  level.fetch([projectedBox([-179, -80, 179, 80])]);
  await settled();
  assert.ok(asked > 2000);
  assert.ok(level.inView([projectedBox([-179, -80, 179, 80])]).there.length <= 160);
});

test("a view across 180 degrees is looked up on both sides", () => {
  const across = { minX: WORLD - 10, minY: 0, maxX: WORLD + 10, maxY: 10 };
  assert.deepEqual(
    viewsOf(across, [0, WORLD]).map(({ minX, maxX }) => [minX, maxX]),
    [
      [WORLD - 10, WORLD + 10],
      [-10, 10],
    ],
  );
});

test("an outline is a shore but where it is cut at the edge of its file", () => {
  const square = [[0, 0, 5000, 0, 0, 5000, -5000, 0]]; // its west and its south lie on the edge
  const { land, coast, seams } = prepare({ land: [square] }, 0.001, [0, 0, 20, 20], NOBODY);
  assert.equal(land.length, 1);
  assert.deepEqual([coast.length, seams.length], [1, 2]);
  const [east, north] = [coast[0].box.maxX, coast[0].box.minY];
  assert.deepEqual(
    [east, north].map(Math.round),
    Object.values(projectedBox([0, 0, 5, 5]))
      .slice(1, 3)
      .reverse()
      .map(Math.round),
  );
});

test("the cut at 180 degrees is no coast", () => {
  const square = [[17000, 6000, 1000, 0, 0, 1000, -1000, 0]]; // 170 to 180 degrees east
  const { coast, seams } = prepare({ land: [square] }, 0.01, [-180, -90, 180, 90], NOBODY);
  assert.deepEqual([coast.length, seams.length], [2, 1]); // before and behind the cut
  assert.ok(coast.every(({ line }) => line?.some(([x]) => x < WORLD)));
  assert.equal(Math.round(seams[0].box.minX), WORLD);
});

test("grounds of several cells are drawn as one", () => {
  const ground = prepare({ rivers: [{ rank: 2, lines: [[0, 0, 10, 10]] }] }, 0.001, [0, 0, 20, 20], NOBODY);
  const cell = { region: EQUATOR, ground, names: [] };
  assert.equal(together([cell, cell]).rivers.length, 2);
  assert.deepEqual(together([]).land, []);
});

test("a disputed area of which nothing is told is not drawn", () => {
  const square = [[[0, 0, 5000, 0, 0, 5000]]];
  const file = { disputed: [{ id: "somewhere", polygons: square }] };
  assert.deepEqual(prepare(file, 0.001, [0, 0, 20, 20], NOBODY).disputed, []);
  const facts = { id: "somewhere", title: "", administered_by: "", claimed_by: "", note: "" };
  const [area] = prepare(file, 0.001, [0, 0, 20, 20], () => facts).disputed;
  assert.deepEqual(
    area.rings[0].map(([x, y]) => [x, y].map((one) => Math.round(one * 1000))),
    [
      [0, 0],
      [5000, 0],
      [5000, 5000],
      [0, 0],
    ],
  );
});
