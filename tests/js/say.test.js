// The words for readers who do not see the screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hiddenWords, legWords, selectionWords } from "../../static/atlas/page/say.js";
import { selected, START } from "../../static/atlas/state/state.js";
import { ATLAS } from "./invented.js";

const words = (place, mention) => selectionWords(ATLAS, selected(START, place, mention));

test("a selected place is said with its mention and according to whom", () => {
  assert.equal(words("arl", "arl-again"), "Arl, mention 2 of 2, according to official");
});

test("a mention that is not on the map is said to be none", () => {
  assert.equal(words(null, "west-vague"), "“west” is not on the map.");
});

test("a place without a chosen mention is said without a speaker", () => {
  assert.equal(words("arl", null), "Arl, mention 0 of 2");
});

test("a leg is counted from one", () => {
  assert.equal(legWords(ATLAS, ATLAS.routes[0].legs[1], 1), "Leg 2: fled, from Bern Town to Corin");
});

test("a hidden place is named", () => {
  assert.equal(hiddenWords(ATLAS, "bern"), "Bern Town is hidden by the filters.");
});
