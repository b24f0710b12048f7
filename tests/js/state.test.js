// Choices: every step makes a new frozen value and changes nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as state from "../../static/atlas/state/state.js";
import { createStore } from "../../static/atlas/state/store.js";

const { START } = state;
const EVERY = ["a", "b", "c"];

test("the first value has everything on and nothing selected", () => {
  assert.deepEqual(START, {
    themes: null,
    speakers: null,
    kinds: null,
    fromMonth: null,
    toMonth: null,
    undated: true,
    place: null,
    mention: null,
    claim: null,
    route: null,
    leg: null,
    onlyInView: false,
    follow: false,
    at: null,
    tiles: false,
    language: "en",
  });
  assert.equal(state.isFiltered(START), false);
});

test("switching one value off and on again gives all of them, not a list", () => {
  const off = state.toggled(START, "themes", "b", EVERY);
  assert.deepEqual(off.themes, ["a", "c"]);
  assert.equal(state.toggled(off, "themes", "b", EVERY).themes, null);
});

test("what is on keeps the edition's order", () => {
  const one = state.only(START, "themes", "c", EVERY);
  assert.deepEqual(state.toggled(one, "themes", "a", EVERY).themes, ["a", "c"]);
  assert.deepEqual(state.withFilter(START, "kinds", ["c", "b"], EVERY).kinds, ["b", "c"]);
});

test("none is an empty list, all is null", () => {
  assert.deepEqual(state.noneOn(START, "speakers").speakers, []);
  assert.equal(state.allOn(state.noneOn(START, "speakers"), "speakers").speakers, null);
  assert.equal(state.withFilter(START, "speakers", EVERY, EVERY).speakers, null);
});

test("only the one of a single value is all of them", () => {
  assert.equal(state.only(START, "themes", "a", ["a"]).themes, null);
});

test("a place, a mention and a claim are selected one at a time", () => {
  const claim = state.withClaim(state.selected(START, "arl", "arl-first"), "market");
  assert.deepEqual([claim.place, claim.mention, claim.claim], [null, null, "market"]);
  const place = state.selected(claim, "arl", "arl-first");
  assert.deepEqual([place.place, place.mention, place.claim], ["arl", "arl-first", null]);
  assert.deepEqual(state.unselected(place), START);
});

test("a step off a route's leg forgets the leg", () => {
  assert.equal(state.withRoute(state.withRoute(START, "road", 1), "road").leg, null);
});

test("switching every filter back keeps what is selected, shown and read", () => {
  let now = state.selected(START, "arl", "arl-first");
  now = state.withOnlyInView(state.withLanguage(state.withTiles(now, true), "fa"), true);
  now = state.withView(now, { lat: 1, lon: 2, zoom: 3 });
  let filtered = state.withUndated(state.withTime(state.noneOn(now, "themes"), "2015-01", null), false);
  filtered = state.only(filtered, "kinds", "a", EVERY);
  assert.equal(state.isFiltered(filtered), true);
  assert.deepEqual(state.unfiltered(filtered), now);
});

for (const [name, filtered] of Object.entries({
  "a theme": state.noneOn(START, "themes"),
  "a beginning": state.withTime(START, "2015-01", null),
  "an end": state.withTime(START, null, "2015-01"),
  "dated claims only": state.withUndated(START, false),
})) {
  test(`${name} alone is a filter`, () => assert.equal(state.isFiltered(filtered), true));
}

test("every value is frozen, with its lists and its view", () => {
  const at = { lat: 1, lon: 2, zoom: 3 };
  const now = state.withView(state.toggled(START, "themes", "a", EVERY), at);
  for (const value of [START, now, now.themes, now.at]) assert.ok(Object.isFrozen(value));
  at.lat = 50;
  assert.equal(now.at.lat, 1);
});

test("a store tells those who listen what was, what is and why", () => {
  const store = createStore(START);
  const heard = [];
  const stop = store.subscribe((now, before, cause) => heard.push([now.place, before.place, cause]));
  store.set(state.selected(START, "arl", null));
  store.set(state.unselected(store.get()), "filter");
  stop();
  store.set(START);
  assert.deepEqual(heard, [
    ["arl", null, "reader"],
    [null, "arl", "filter"],
  ]);
});

test("a store says nothing where nothing changes", () => {
  const store = createStore(START);
  store.subscribe(() => assert.fail("nothing has changed"));
  store.set(START);
  assert.equal(store.get(), START);
});
