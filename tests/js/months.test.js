// Months as numbers and words.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { monthWords, toMonth, toNumber } from "../../static/atlas/state/months.js";

test("a month is its number of months since year 0", () => {
  assert.equal(toNumber("0000-01"), 0);
  assert.equal(toNumber("2015-01"), 24180);
  assert.equal(toNumber("2024-12"), 24299);
  assert.equal(toNumber("2024-12-31"), 24299); // a day of it
});

test("December is followed by January of the next year", () => {
  assert.equal(toMonth(toNumber("2015-12") + 1), "2016-01");
});

test("any month is its own number's month", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 * 12 + 11 }), (number) => {
      assert.match(toMonth(number), /^\d{4}-(0[1-9]|1[0-2])$/);
      assert.equal(toNumber(toMonth(number)), number);
    }),
  );
});

test("a month in words", () => {
  assert.equal(monthWords("2015-01"), "January 2015");
  assert.equal(monthWords("0987-12"), "December 0987");
});
