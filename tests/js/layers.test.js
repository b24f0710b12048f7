// Editions without claims or themes: places stand in layers of their own, claims in none that is off.

import assert from "node:assert/strict";
import test from "node:test";

import { badges, counts, indexed, mentionOff, placesOn } from "../../static/atlas/state/selectors.js";
import { claimOn } from "../../static/atlas/state/sieve.js";

const place = (id, layers) => ({ id, title: id, mentions: [`${id}-1`], claims: [], layers, names: {}, local: [] });
const mention = (id) => ({ id: `${id}-1`, places: [{ id }], claims: [] });
const ATLAS = indexed({
  themes: [{ id: "city" }, { id: "country" }],
  speakers: [],
  kinds: [],
  places: [place("arl", ["city"]), place("corin", ["country"])],
  mentions: [mention("arl"), mention("corin")],
  claims: [],
  notes: [],
});
const ALL = { themes: null, speakers: null, kinds: null, from: null, to: null, undated: true };
const CITIES = { ...ALL, themes: ["city"] };

test("places without claims are all on the map at first", () => {
  assert.deepEqual(placesOn(ATLAS, ALL), ["arl", "corin"]);
  assert.deepEqual(badges(ATLAS, ALL), { arl: ["city"], corin: ["country"] });
});

test("a layer that is off takes its places and their mentions with it", () => {
  assert.deepEqual(placesOn(ATLAS, CITIES), ["arl"]);
  assert.deepEqual(badges(ATLAS, CITIES), { arl: ["city"], corin: [] });
  assert.equal(mentionOff(ATLAS, CITIES, "arl-1"), false);
  assert.equal(mentionOff(ATLAS, CITIES, "corin-1"), true);
});

test("a layer counts its places where there are no claims", () => {
  assert.deepEqual(
    [...counts(ATLAS, ALL, "themes")],
    [
      ["city", 1],
      ["country", 1],
    ],
  );
});

test("a claim without a theme is in no layer that could be off", () => {
  const claim = { themes: [], speaker: "author", about: null };
  assert.equal(claimOn(ATLAS, { ...ALL, themes: [] }, claim), true);
});
