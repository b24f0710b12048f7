// What follows of claims that are chosen themselves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { claimWords } from "../../static/atlas/page/say.js";
import { closest, placeShown, unplacedOn } from "../../static/atlas/state/claims.js";
import { indexed } from "../../static/atlas/state/selectors.js";
import { START, selected, withClaim, withFilter } from "../../static/atlas/state/state.js";
import { ATLAS, CLAIMS, VIEW } from "./invented.js";

const quoting = (id, ...texts) => ({ ...CLAIMS.find((one) => one.id === id), quotes: texts.map((text) => [{ text }]) });
const QUOTED = indexed({
  ...VIEW,
  claims: [
    quoting("market", "The market of Arl."),
    quoting("toll", "A toll", "and more of it."),
    quoting("maxim", "A"),
  ],
});

test("the claims without a place are those that the filters leave", () => {
  assert.deepEqual(
    unplacedOn(ATLAS, START).map(({ id }) => id),
    ["maxim"],
  );
  const without = withFilter(START, "speakers", ["locals"], ATLAS.speakerIds);
  assert.deepEqual(unplacedOn(ATLAS, without), []);
});

test("the map shows the first place of a chosen claim that is on it", () => {
  assert.equal(placeShown(ATLAS, withClaim(START, "toll"), ["bern", "arl"]), "arl");
  assert.equal(placeShown(ATLAS, withClaim(START, "toll"), ["bern"]), "bern");
  assert.equal(placeShown(ATLAS, withClaim(START, "maxim"), ["bern"]), null);
  assert.equal(placeShown(ATLAS, selected(START, "arl", null), []), "arl");
});

test("a passage opens the claim that says the least else", () => {
  assert.equal(closest(QUOTED, START, ["market", "toll"])?.id, "market");
  assert.equal(closest(QUOTED, START, ["market", "maxim", "gone"])?.id, "maxim");
  assert.equal(closest(QUOTED, START, []), null);
});

test("a passage opens a claim that is on before one that is not", () => {
  const official = withFilter(START, "speakers", ["official"], ATLAS.speakerIds);
  assert.equal(closest(QUOTED, official, ["market", "toll"])?.id, "toll");
  assert.equal(closest(QUOTED, official, ["market"])?.id, "market");
});

test("a chosen claim is said with its number, its speaker, and that it is not on the map", () => {
  const order = ["market", "toll", "maxim"];
  assert.equal(claimWords(ATLAS.claim.get("toll"), order), "Claim 2 of 3, according to official");
  assert.equal(claimWords(ATLAS.claim.get("maxim"), order), "Claim 3 of 3, according to author, not on the map");
});
