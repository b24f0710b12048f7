// The helpers that need no page: children, words, keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { count, present, sentence } from "../../static/atlas/common/dom.js";
import { stepOf } from "../../static/atlas/common/keys.js";

test("what is not there is no child, however deep it lies; empty text is", () => {
  assert.deepEqual(present(["a", null, ["b", [undefined, false, "c"]], ""]), ["a", "b", "c", ""]);
});

test("a number is said with its word in the singular or the plural", () => {
  assert.deepEqual(
    [0, 1, 2].map((number) => count(number, "claim")),
    ["0 claims", "1 claim", "2 claims"],
  );
});

test("words begin a sentence with a capital, and no words stay none", () => {
  assert.equal(sentence("éclair, certain"), "Éclair, certain");
  assert.equal(sentence(""), "");
});

test("arrow keys step; other keys and the browser’s own combinations do not", () => {
  const press = (key, more = {}) => stepOf({ key, altKey: false, ctrlKey: false, metaKey: false, ...more });
  assert.equal(press("ArrowLeft"), -1);
  assert.equal(press("ArrowRight"), 1);
  assert.equal(press("constructor"), 0);
  assert.equal(press("ArrowLeft", { altKey: true }), 0);
  assert.equal(press("ArrowRight", { metaKey: true }), 0);
});
