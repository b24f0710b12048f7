// Whose ground a name stands on, and what else it may not do, without a map.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, cross, apart, enters, overlap } from "../../static/atlas/map/base/boxes.js";
import { leaderEnd } from "../../static/atlas/map/labels/leader.js";
import { makeJudge } from "../../static/atlas/map/labels/rules.js";
import { spansOf } from "../../static/atlas/map/labels/spans.js";

const VIEW = { x: 0, y: 0, w: 400, h: 300 };
const anywhere = { isOwn: () => true, isSmall: () => false };
const dot = (id, x, y) => ({
  id,
  isLine: false,
  box: { x: x - 5, y: y - 5, w: 10, h: 10 },
  round: { at: { x, y }, reach: 5 },
});
const owner = (mark, more = {}) => ({
  id: mark.id,
  mark,
  spans: null,
  home: () => anywhere,
  foreign: () => [],
  ...more,
});
const NEAR = { leader: false };
const at = (x, y) => ({ x, y, w: 40, h: 20 });

test("a name stands nearer to its own mark than to any other", () => {
  const [a, b] = [dot("a", 100, 100), dot("b", 160, 100)];
  const judge = makeJudge([a, b], [], VIEW);
  assert.equal(judge(owner(a), at(50, 90), NEAR), true);
  assert.equal(judge(owner(a), at(110, 90), NEAR), false); // 5 px from its own, 5 from the other
  assert.equal(judge(owner(a), at(140, 90), NEAR), false); // on the other
});

test("two marks on one spot may both have a name", () => {
  const [a, b] = [dot("a", 100, 100), dot("b", 101, 100)];
  assert.equal(makeJudge([a, b], [], VIEW)(owner(a), at(110, 90), NEAR), true);
});

test("a name stands within 60 pixels of its mark, in the view, and not under a button", () => {
  const a = dot("a", 100, 100);
  const judge = makeJudge([a], [{ x: 130, y: 60, w: 30, h: 30 }], VIEW);
  assert.equal(judge(owner(a), at(170, 90), NEAR), false);
  assert.equal(judge(owner(a), at(80, -5), NEAR), false);
  assert.equal(judge(owner(a), at(110, 75), NEAR), false);
  assert.equal(judge(owner(a), at(110, 95), NEAR), true);
});

test("a name keeps to the ground of its mark, but beside an island that is smaller", () => {
  const a = dot("a", 100, 100);
  const judge = makeJudge([a], [], VIEW);
  const abroad = { isOwn: ({ x }) => x < 100, isSmall: () => false };
  assert.equal(judge(owner(a, { home: () => abroad }), at(110, 90), NEAR), false);
  assert.equal(judge(owner(a, { home: () => abroad }), at(50, 90), NEAR), true);
  const island = { isOwn: () => false, isSmall: () => true };
  assert.equal(judge(owner(a, { home: () => island }), at(110, 90), NEAR), true);
  assert.equal(judge(owner(a, { home: () => island }), at(130, 90), NEAR), false);
});

test("an area’s name reaches into its area, and stands in no other one", () => {
  const ring = [
    [-45, -45],
    [45, -45],
    [45, 45],
    [-45, 45],
    [-45, -45],
  ];
  const scale = { world: 256, origin: { x: 0, y: 0 } };
  const spans = spansOf({ type: "Polygon", coordinates: [ring] }, { x: 96, y: 92, w: 64, h: 72 }, scale);
  const judge = makeJudge([], [], VIEW);
  const area = { id: "area", mark: null, isFirm: false, spans, home: () => anywhere, foreign: () => [] };
  assert.equal(judge(area, at(140, 120), NEAR), true);
  assert.equal(judge(area, at(170, 120), NEAR), false);
  assert.equal(judge({ ...area, isFirm: true }, at(130, 120), NEAR), true);
  assert.equal(judge({ ...area, isFirm: true }, at(148, 120), NEAR), false); // its middle is beyond
  const a = dot("a", 90, 128);
  assert.equal(judge(owner(a, { foreign: () => [spans] }), at(100, 118), NEAR), false);
  assert.equal(judge(owner(a, { foreign: () => [spans] }), at(40, 118), NEAR), true);
});

test("a leader crosses no other mark", () => {
  const [a, b] = [dot("a", 100, 100), dot("b", 125, 100)];
  const judge = makeJudge([a, b], [], VIEW);
  assert.equal(judge(owner(a), at(60, 130), { leader: true }), true);
  assert.equal(judge(owner(a), at(145, 90), { leader: true }), false);
});

test("a leader ends at the edge of its name, towards the letters", () => {
  assert.deepEqual(leaderEnd({ x: 100, y: 90, w: 40, h: 20 }, { x: 50, y: 100 }), [100, 100]);
  const [x, y] = leaderEnd({ x: 100, y: 90, w: 40, h: 20 }, { x: 90, y: 50 });
  assert.equal(y, 90);
  assert.ok(x > 105 && x < 115);
});

test("boxes and stretches are told apart", () => {
  assert.equal(overlap(at(0, 0), at(30, 10), 0), 100);
  assert.equal(apart(at(0, 0), at(43, 24)), 5);
  assert.equal(cross([0, 0, 10, 10], [0, 10, 10, 0]), true);
  assert.equal(cross([0, 0, 10, 10], [20, 0, 30, 10]), false);
  assert.equal(enters([-10, 10, 50, 10], at(0, 0)), true);
  assert.equal(enters([-10, 30, 50, 30], at(0, 0)), false);
  assert.deepEqual(cut([-10, 10, 50, 10], at(0, 0)), [0, 10, 40, 10]);
  assert.equal(cut([-10, 30, 50, 30], at(0, 0)), null);
});
