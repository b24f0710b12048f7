// What follows from an edition and choices: which claims, places and mentions are on, and in what order.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as select from "../../static/atlas/state/selectors.js";
import { START, noneOn, only, withTime, withUndated } from "../../static/atlas/state/state.js";
import { ATLAS, CLAIMS, VIEW } from "./invented.js";

const ids = (items) => items.map(({ id }) => id);
const theme = (id) => only(START, "themes", id, ATLAS.themeIds);
const kinds = (...on) => ({ ...START, kinds: on });

test("an edition is indexed by id, and its first and last months are known", () => {
  assert.equal(ATLAS.place.get("bern").title, "Bern Town");
  assert.equal(ATLAS.claim.get("toll"), CLAIMS[1]);
  assert.deepEqual(ATLAS.kindIds, ["named", "described", "none", "statement", "forecast", "recommendation"]);
  assert.deepEqual(ATLAS.months, { first: "2015-03", last: "2021-12" });
});

test("an edition without dated claims has no months", () => {
  assert.equal(select.indexed({ ...VIEW, claims: [CLAIMS[4]] }).months, null);
});

test("at first every claim is on", () => {
  assert.deepEqual(ids(select.claimsOn(ATLAS, START)), ["market", "toll", "harvest", "rumour", "maxim"]);
});

test("a claim with two themes is on with either of them", () => {
  assert.deepEqual(ids(select.claimsOn(ATLAS, theme("trade"))), ["market", "toll", "rumour"]);
  assert.deepEqual(ids(select.claimsOn(ATLAS, theme("rule"))), ["toll", "harvest", "maxim"]);
});

test("a claim is on where each group of kinds has its kind on", () => {
  assert.deepEqual(ids(select.claimsOn(ATLAS, kinds("named", "statement"))), ["market", "harvest"]);
  assert.deepEqual(ids(select.claimsOn(ATLAS, kinds("named", "described", "none", "forecast"))), ["rumour"]);
  assert.deepEqual(select.claimsOn(ATLAS, kinds("named")), []); // no mode is on
});

test("a claim is on where its time touches the chosen months", () => {
  const between = (from, to) => ids(select.claimsOn(ATLAS, withUndated(withTime(START, from, to), false)));
  assert.deepEqual(between("2015-03", "2015-03"), ["market", "harvest"]); // harvest: up to June 2016
  assert.deepEqual(between("2016-06", "2016-06"), ["harvest"]);
  assert.deepEqual(between("2016-07", "2017-12"), []);
  assert.deepEqual(between("2020-01", null), ["toll", "rumour"]); // toll: from January 2018 on
  assert.deepEqual(between(null, "2015-02"), ["harvest"]);
  assert.deepEqual(between("2022-01", null), ["toll"]);
});

test("undated claims are on or off by a switch of their own, whatever the months", () => {
  const dated = withTime(START, "2030-01", "2031-01");
  assert.deepEqual(ids(select.claimsOn(ATLAS, dated)), ["toll", "maxim"]);
  assert.deepEqual(ids(select.claimsOn(ATLAS, withUndated(START, false))), ["market", "toll", "harvest", "rumour"]);
});

test("themes of a place are those that are on and that its claims which are on speak of", () => {
  assert.deepEqual(select.themesOn(ATLAS, START, ["market", "toll"]), ["trade", "rule"]);
  assert.deepEqual(select.themesOn(ATLAS, theme("rule"), ["market", "toll"]), ["rule"]);
  assert.deepEqual(select.badges(ATLAS, theme("rule")), { arl: ["rule"], bern: ["rule"], corin: ["rule"] });
});

test("places are on where one of their claims is, and while reading, where they are in view too", () => {
  assert.deepEqual(select.placesOn(ATLAS, START), ["arl", "bern", "corin"]);
  assert.deepEqual(select.placesOn(ATLAS, theme("trade")), ["arl", "bern"]);
  assert.deepEqual(select.placesOn(ATLAS, noneOn(START, "themes")), []);
  assert.deepEqual(select.placesOn(ATLAS, START, ["corin-only", "west-vague"]), ["corin"]);
  assert.deepEqual(select.placesOn(ATLAS, theme("trade"), ["corin-only"]), []);
  assert.deepEqual(select.placesOn(ATLAS, START, []), []);
});

test("a mention is off where none of its claims is on; one without claims never is", () => {
  assert.equal(select.mentionOff(ATLAS, theme("rule"), "arl-first"), true);
  assert.equal(select.mentionOff(ATLAS, theme("rule"), "arl-again"), false);
  assert.equal(select.mentionOff(ATLAS, noneOn(START, "themes"), "west-vague"), false);
});

test("counts of a filter leave that filter out of account, and no other", () => {
  const count = (state, filter) => Object.fromEntries(select.counts(ATLAS, state, filter));
  assert.deepEqual(count(START, "themes"), { trade: 3, rule: 3 });
  assert.deepEqual(count(theme("rule"), "themes"), { trade: 3, rule: 3 });
  assert.deepEqual(count(theme("rule"), "speakers"), { author: 2, official: 1 });
  assert.deepEqual(count(theme("rule"), "kinds"), { named: 2, described: 1, statement: 2, recommendation: 1 });
  assert.deepEqual(count(noneOn(START, "speakers"), "themes"), {});
});

test("a place opens at its first mention that is on, or else at its first", () => {
  assert.equal(select.firstMention(ATLAS, START, "arl"), "arl-first");
  assert.equal(select.firstMention(ATLAS, theme("rule"), "arl"), "arl-again");
  assert.equal(select.firstMention(ATLAS, noneOn(START, "themes"), "arl"), "arl-first");
});

test("stepping through a place's mentions goes round both ways", () => {
  assert.equal(select.stepMention(ATLAS, "arl", "arl-first", 1), "arl-again");
  assert.equal(select.stepMention(ATLAS, "arl", "arl-again", 1), "arl-first");
  assert.equal(select.stepMention(ATLAS, "arl", "arl-first", -1), "arl-again");
  assert.equal(select.stepMention(ATLAS, "bern", "bern-only", 1), "bern-only");
});

test("from no mention a step forward leads to the first one, a step back to the last", () => {
  assert.equal(select.stepMention(ATLAS, "arl", null, 1), "arl-first");
  assert.equal(select.stepMention(ATLAS, "arl", null, -1), "arl-again");
});

test("places are walked in the order in which the text first names them", () => {
  const visible = ["arl", "bern", "corin"];
  assert.deepEqual(select.walkOrder(ATLAS, visible), ["bern", "arl", "corin"]);
  assert.equal(select.walkPlaces(ATLAS, visible, null, 1), "bern");
  assert.equal(select.walkPlaces(ATLAS, visible, null, -1), "corin");
  assert.equal(select.walkPlaces(ATLAS, visible, "corin", 1), "bern");
  assert.equal(select.walkPlaces(ATLAS, ["corin", "arl"], "bern", 1), "arl"); // bern is off
  assert.equal(select.walkPlaces(ATLAS, [], "arl", 1), null);
});

test("a place's claims are grouped by who says them", () => {
  const groups = select.bySpeaker(ATLAS, START, "bern");
  assert.deepEqual(
    [...groups].map(([speaker, claims]) => [speaker, ids(claims)]),
    [
      ["official", ["toll"]],
      ["locals", ["rumour"]],
    ],
  );
  assert.deepEqual([...select.bySpeaker(ATLAS, noneOn(START, "themes"), "bern")], []);
});

test("a tally says how many claims and speakers, and of unnamed ones that they may be one", () => {
  const tally = (place) => select.tally(ATLAS, select.bySpeaker(ATLAS, START, place));
  assert.equal(tally("arl"), "2 claims, 2 speakers, 1 unnamed");
  assert.equal(tally("bern"), "2 claims; both speakers are unnamed and may be the same source");
  assert.equal(tally("corin"), "1 claim, 1 speaker");
  const locals = only(START, "speakers", "locals", ATLAS.speakerIds);
  assert.equal(select.tally(ATLAS, select.bySpeaker(ATLAS, locals, "bern")), "1 claim, 1 speaker (unnamed)");
});
