// Which labels of a view look for room.

import assert from "node:assert/strict";
import { test } from "node:test";

import { rivals } from "../../static/atlas/map/labels/rivals.js";

/** @type {(id: string, weight: number) => any} */
const item = (id, weight) => ({ id, label: { info: { weight } } });

test("of a view with few labels all look for room, in their order", () => {
  const items = [item("a", 1), item("b", 9), item("c", 5)];
  assert.deepEqual(rivals(items, null), items);
});

test("of a crowd the two hundred that are named most do, and the chosen one", () => {
  const crowd = Array.from({ length: 1000 }, (_, number) => item(`p${number}`, number));
  const found = rivals(crowd, "p3").map(({ id }) => id);
  assert.equal(found.length, 201);
  assert.equal(found[0], "p3");
  assert.deepEqual([found[1], found.at(-1)], ["p800", "p999"]);
});
