// Which way a text runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf } from "../../static/atlas/common/direction.js";

test("a text runs as its language does, whatever it begins with", () => {
  assert.equal(directionOf("Baghdad: وصل التجار", "rtl"), "rtl");
  assert.equal(directionOf("بغداد is the capital", "ltr"), "ltr");
});

test("a text with letters of the other kind alone runs the other way", () => {
  assert.equal(directionOf("Baghdad, IQ", "rtl"), "ltr");
  assert.equal(directionOf("من بغداد", "ltr"), "rtl");
  assert.equal(directionOf("שלום", "ltr"), "rtl");
});

test("a text without letters runs as its language does", () => {
  assert.equal(directionOf("12/03/2024!", "rtl"), "rtl");
  assert.equal(directionOf("", "ltr"), "ltr");
});
