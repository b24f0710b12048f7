// Months as numbers and words.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { axisYears, monthWords, toMonth, toNumber } from "../../static/atlas/state/months.js";

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
  assert.equal(monthWords("0987-12"), "December 987");
  assert.equal(monthWords("0044-01"), "January 44");
});

test("the axis of a few years names each, that of centuries round ones, never more than asked for", () => {
  /** @type {(first: string, last: string) => number[]} */
  const named = (first, last) => axisYears(toNumber(first), toNumber(last), 7);
  assert.deepEqual(named("2015-03", "2019-12"), [2016, 2017, 2018, 2019]);
  assert.deepEqual(named("2015-01", "2024-12"), [2016, 2018, 2020, 2022, 2024]);
  assert.deepEqual(named("0044-01", "0079-12"), [45, 50, 55, 60, 65, 70, 75]);
  assert.deepEqual(named("0044-01", "0980-12"), [200, 400, 600, 800]);
  assert.deepEqual(named("2024-03", "2024-11"), []);
  fc.assert(
    fc.property(fc.nat(9999 * 12), fc.nat(9999 * 12), (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const years = axisYears(first, last, 7);
      assert.ok(years.length <= 7 && years.every((year) => first <= year * 12 && year * 12 <= last));
      assert.ok(last - first < 24 || years.length > 0);
    }),
  );
});
