// How often the filters look at a claim: what a reader waits for grows with the edition, and with nothing else.

import assert from "node:assert/strict";
import test from "node:test";

import * as select from "../../static/atlas/state/selectors.js";
import { FILTERS, START, only, selected } from "../../static/atlas/state/state.js";
import { VIEW } from "./invented.js";

/** The invented edition, and how often a filter has looked at the time of each of its claims. */
function watched() {
  const looks = new Map();
  const claims = VIEW.claims.map((claim) => {
    const { about } = claim;
    return Object.defineProperty({ ...claim }, "about", {
      enumerable: true,
      get: () => {
        looks.set(claim.id, (looks.get(claim.id) ?? 0) + 1);
        return about;
      },
    });
  });
  const atlas = select.indexed({ ...VIEW, claims });
  looks.clear();
  return { atlas, looks };
}

/** Ask everything that the page asks when the choices change. */
function askAll(atlas, state) {
  select.placesOn(atlas, state);
  select.badges(atlas, state);
  FILTERS.forEach((filter) => select.counts(atlas, state, filter));
  for (const { id } of atlas.mentions) select.mentionOff(atlas, state, id);
  for (const { id } of atlas.places) select.bySpeaker(atlas, state, id);
}

const BOTH = 2; // a look is "is it dated?" and then "when?"

test("each claim is looked at once, however much is asked of it", () => {
  const { atlas, looks } = watched();
  askAll(atlas, START);
  askAll(atlas, START);
  assert.equal(looks.size, atlas.claims.length);
  assert.ok(Math.max(...looks.values()) <= BOTH);
});

test("who selects a place has no claim looked at again, and gets the same lists", () => {
  const { atlas, looks } = watched();
  askAll(atlas, START);
  const before = [select.placesOn(atlas, START), select.badges(atlas, START)];
  looks.clear();
  const next = selected(START, "arl", "arl-first");
  askAll(atlas, next);
  assert.deepEqual([...looks], []);
  assert.ok(before[0] === select.placesOn(atlas, next) && before[1] === select.badges(atlas, next));
});

test("who filters has each claim looked at once more", () => {
  const { atlas, looks } = watched();
  askAll(atlas, START);
  looks.clear();
  const next = only(START, "themes", "rule", atlas.themeIds);
  askAll(atlas, next);
  assert.equal(looks.size, atlas.claims.length);
  assert.ok(Math.max(...looks.values()) <= BOTH);
  assert.deepEqual(select.placesOn(atlas, next), ["arl", "bern", "corin"]);
});
