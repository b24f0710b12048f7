// The map's own words: gaps filled, and how letters of other scripts are set.

import assert from "node:assert/strict";
import { test } from "node:test";
import { direction, labelText, maySpread, say } from "../../static/atlas/map/base/texts.js";

test("gaps are filled by name, and unknown ones stay to be seen", () => {
  assert.equal(say("{number} of {count}: {verb}", { number: 1, count: 3, verb: "flew" }), "1 of 3: flew");
  assert.equal(say("claimed by {by}", {}), "claimed by {by}");
});

test("a text runs as its letters do", () => {
  assert.deepEqual(["Kabul", "Кабул", "کابل", "תל אביב", "喀布尔"].map(direction), ["ltr", "ltr", "rtl", "rtl", "ltr"]);
});

test("letters may be set apart where the script does not join them", () => {
  assert.deepEqual(["KĀBUL – 1", "Кабул", "Καμπούλ", "کابل", "काबुल"].map(maySpread), [true, true, true, false, false]);
});

test("a name that would cover the map is cut on it, between signs", () => {
  assert.equal(labelText("Quetta"), "Quetta");
  assert.equal(labelText("a".repeat(80)), "a".repeat(80));
  assert.equal(labelText("🐎".repeat(81)), `${"🐎".repeat(79)}…`);
});
