// The link's codec: any choices make a link that gives them back, and rubbish opens.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromQuery, toQuery } from "../../static/atlas/state/codec.js";
import { START } from "../../static/atlas/state/state.js";
import { ATLAS } from "./invented.js";

const written = (changes, kept) => toQuery({ ...START, ...changes }, ATLAS, kept);
const read = (text) => fromQuery(text, ATLAS);

/** What a filter can hold: all, or some of its ids in their order. */
const some = (ids) => fc.option(fc.subarray([...ids], { maxLength: ids.length - 1 }), { nil: null });
const months = fc
  .integer({ min: 0, max: 81 })
  .map((n) => `${2015 + Math.floor((n + 2) / 12)}-${String(((n + 2) % 12) + 1).padStart(2, "0")}`);
const span = fc
  .tuple(fc.option(months, { nil: null }), fc.option(months, { nil: null }))
  .map(([from, to]) => (from && to && from > to ? { fromMonth: to, toMonth: from } : { fromMonth: from, toMonth: to }));
const selection = fc.constantFrom(
  {},
  { place: "arl", mention: "arl-again" },
  { place: "bern", mention: "bern-only" },
  { mention: "west-vague" },
  { claim: "maxim" },
);
const route = fc.constantFrom({}, { route: "road" }, { route: "road", leg: 0 }, { route: "road", leg: 1 });
const view = fc
  .tuple(
    fc.integer({ min: -850000, max: 850000 }),
    fc.integer({ min: -1800000, max: 1800000 }),
    fc.integer({ min: 8, max: 44 }),
  )
  .map(([lat, lon, zoom]) => ({ lat: lat / 1e4, lon: lon / 1e4, zoom: zoom / 4 }));
const choices = fc
  .tuple(
    fc.record({ themes: some(ATLAS.themeIds), speakers: some(ATLAS.speakerIds), kinds: some(ATLAS.kindIds) }),
    span,
    selection,
    route,
    fc.record({
      undated: fc.boolean(),
      tiles: fc.boolean(),
      language: fc.constantFrom("en", "fa"),
      at: fc.option(view, { nil: null }),
    }),
  )
  .map((parts) => Object.assign({}, START, ...parts));

test("any choices make a link that gives them back", () => {
  fc.assert(
    fc.property(choices, (state) => {
      const link = toQuery(state, ATLAS);
      assert.deepEqual(read(link), { state, notices: [] }, link);
    }),
    { numRuns: 500 },
  );
});

const NAMES = [
  "themes",
  "speakers",
  "kinds",
  "from",
  "to",
  "undated",
  "place",
  "mention",
  "claim",
  "route",
  "at",
  "map",
  "names",
  "edition",
  "__proto__",
  "",
];
const VALUES = [
  "none",
  "no",
  "tiles",
  "fa",
  "road",
  "road.9",
  "arl",
  "arl-first",
  "trade.rule",
  "2015-01",
  "1999-13",
  "35,66,5",
  "1e999,0,0",
  "toString",
  "%",
  "%FF",
  "&",
  "=",
];
const pair = fc.tuple(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), fc.string()));
const rubbish = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.array(pair, { maxLength: 8 }).map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`),
);

test("any rubbish gives choices, and a link that needs no more notices", () => {
  fc.assert(
    fc.property(rubbish, (text) => {
      const { state, notices } = read(text);
      assert.deepEqual(Object.keys(state), Object.keys(START));
      assert.ok(notices.every((words) => words.length < 200));
      const link = toQuery(state, ATLAS);
      assert.deepEqual(read(link).notices, []);
      assert.equal(toQuery(read(link).state, ATLAS), link);
    }),
    { numRuns: 500 },
  );
});

test("a link reads as what it holds", () => {
  const link = written({
    themes: [],
    kinds: ["forecast", "recommendation"],
    fromMonth: "2016-02",
    undated: false,
    claim: "maxim",
    route: "road",
    leg: 1,
    at: { lat: 33.50001, lon: -60.25, zoom: 4.5 },
    tiles: true,
    language: "fa",
  });
  assert.equal(
    link,
    "themes=none&kinds=forecast.recommendation&from=2016-02&undated=no&claim=maxim&route=road.2"
      + "&at=33.5,-60.25,4.5&map=tiles&names=fa",
  );
});

test("nothing at all is told from no source given alone", () => {
  assert.equal(written({ kinds: [] }), "kinds=none");
  assert.equal(written({ kinds: ["none"] }), "kinds=none.none");
  assert.deepEqual(read("kinds=none").state.kinds, []);
  assert.deepEqual(read("kinds=none.none").state.kinds, ["none"]);
});

test("what other parts of the address say stays", () => {
  assert.equal(
    written({ place: "arl" }, "?edition=invented&embed=true&place=bern"),
    "edition=invented&embed=true&place=arl",
  );
  assert.equal(written({}, "?edition=another&embed=true"), "embed=true");
});

for (const [text, unknown] of [
  ["themes=trade.magic", "theme, “magic”"],
  ["speakers=nobody", "speaker, “nobody”"],
  ["kinds=guess", "kind of claim, “guess”"],
  ["from=2015-13", "month, “2015-13”"],
  ["place=atlantis", "place, “atlantis”"],
  ["mention=atlantis-sunk", "mention, “atlantis-sunk”"],
  ["claim=atlantis-sank", "claim, “atlantis-sank”"],
  ["route=silk-road.2", "route, “silk-road”"],
  ["at=1,2", "map view, “1,2”"],
  ["at=,2,3", "map view, “,2,3”"],
  ["names=xx", "language, “xx”"],
  [`names=${"x".repeat(60)}`, `language, “${"x".repeat(40)}…”`],
]) {
  test(`what is unknown is named and left out: ${text.slice(0, 30)}`, () => {
    const { notices } = read(text);
    assert.deepEqual(notices, [`This link names an unknown ${unknown}; it was ignored.`]);
  });
}

for (const [text, changes] of [
  ["themes=&place=&from=&at=", {}],
  ["themes=rule.rule", { themes: ["rule"] }],
  ["themes=rule.trade", {}], // all of them
  ["from=2021-03&to=2015-05", { fromMonth: "2015-05", toMonth: "2021-03" }],
  ["from=1999-01&to=2099-01", { fromMonth: "2015-03", toMonth: "2021-12" }],
  ["at=90,181,1", { at: { lat: 85, lon: 180, zoom: 2 } }],
  ["undated=NO&map=TILES", {}],
  ["route=road.0", { route: "road" }],
  ["place=arl", { place: "arl", mention: "arl-first" }],
  ["place=arl&place=bern", { place: "arl", mention: "arl-first" }],
  ["mention=corin-only", { place: "corin", mention: "corin-only" }],
  ["mention=west-vague", { mention: "west-vague" }],
  ["claim=maxim", { claim: "maxim" }],
  ["claim=maxim&place=arl", { place: "arl", mention: "arl-first" }],
]) {
  test(`what is forgiven, and how: ${text}`, () => {
    assert.deepEqual(read(text), { state: { ...START, ...changes }, notices: [] });
  });
}

test("a mention that does not name the link’s place is ignored in words", () => {
  assert.deepEqual(read("place=arl&mention=bern-only"), {
    state: { ...START, place: "arl", mention: "arl-first" },
    notices: ["This link’s mention does not name its place; the mention was ignored."],
  });
});

test("a link that is far too long is not read at all", () => {
  assert.deepEqual(read(`place=arl&x=${"x".repeat(4000)}`), {
    state: START,
    notices: ["The link was too long and was ignored."],
  });
});

// What browsers and programs make of an address; the page opens with each (tests/browser/test_faults.py).
const RUBBISH = {
  script:
    "place=%3Cscript%3Edocument.title%3D%27broken%27%3C/script%3E&themes=%22%3E%3Cimg"
    + "%20src%3Dx%20onerror%3Ddocument.title%3D%27broken%27%3E",
  "nul and control signs": "place=%00&mention=%0A%0D%1B%7F&claim=%EF%BF%BE&themes=%00.%00",
  "no utf-8": "place=%E0%A4%A&mention=%FF%FE&speakers=%C3%28&names=%&from=%ED%A0%80",
  doubles: "themes=trade&themes=none&place=arl&place=bern&at=1,2,3&at=x&edition=a&edition",
  "names of objects":
    "place=__proto__&mention=constructor&claim=toString&route=hasOwnProperty.1"
    + "&names=__proto__&themes=__proto__.constructor&kinds=valueOf&place[]=1&__proto__=1",
  numbers: "at=-0,1e308,0x10&from=0000-00&to=99999-12&route=road.1e9&undated=maybe&map=2",
  "signs of a query": "?????&&==&;;#%23&%26=%3D&place==arl&+=+&edition=../..&themes=....",
};

for (const [name, text, changes, unknown] of [
  ["script", RUBBISH.script, {}, ["theme", "theme", "place"]],
  ["nul and control signs", RUBBISH["nul and control signs"], {}, ["theme", "place", "mention", "claim"]],
  ["no utf-8", RUBBISH["no utf-8"], {}, ["speaker", "month", "place", "mention", "language"]],
  [
    "doubles",
    RUBBISH.doubles,
    { themes: ["trade"], place: "arl", mention: "arl-first", at: { lat: 1, lon: 2, zoom: 3 } },
    [],
  ],
  [
    "names of objects",
    RUBBISH["names of objects"],
    {},
    ["theme", "theme", "kind of claim", "place", "mention", "claim", "route", "language"],
  ],
  ["numbers", RUBBISH.numbers, { route: "road", at: { lat: -0, lon: 180, zoom: 16 } }, ["month", "month"]],
  ["signs of a query", RUBBISH["signs of a query"], {}, ["theme", "place"]],
]) {
  test(`an address of rubbish is read as far as it goes: ${name}`, () => {
    const { state, notices } = read(text);
    assert.deepEqual(state, { ...START, ...changes });
    const named = notices.map((words) => words.match(/^This link names an unknown ([a-z ]+), “/)?.[1]);
    assert.deepEqual(named, unknown);
  });
}

test("what is unknown is told in the order of the parameters’ meaning, and the rest holds", () => {
  const { state, notices } = read("themes=trade.weather&place=atlantis&speakers=nobody");
  assert.deepEqual(notices, [
    "This link names an unknown theme, “weather”; it was ignored.",
    "This link names an unknown speaker, “nobody”; it was ignored.",
    "This link names an unknown place, “atlantis”; it was ignored.",
  ]);
  assert.deepEqual(state, { ...START, themes: ["trade"] });
  assert.equal(toQuery(state, ATLAS, "themes=trade.weather&place=atlantis&speakers=nobody"), "themes=trade");
});

test("a link of nothing but what is unknown is a link to the start", () => {
  const text = "mention=atlantis-sunk&claim=atlantis-sank&route=silk-road.2";
  const { state, notices } = read(text);
  assert.deepEqual(notices, [
    "This link names an unknown mention, “atlantis-sunk”; it was ignored.",
    "This link names an unknown claim, “atlantis-sank”; it was ignored.",
    "This link names an unknown route, “silk-road”; it was ignored.",
  ]);
  assert.deepEqual(state, START);
  assert.equal(toQuery(state, ATLAS, text), "");
});

test("a value in a notice is no longer than forty signs", () => {
  assert.deepEqual(read("mention=<img src=x onerror=document.title='broken'>").notices, [
    "This link names an unknown mention, “<img src=x onerror=document.title='broke…”; it was ignored.",
  ]);
  assert.deepEqual(read(`themes=${"x".repeat(5000)}`), {
    state: START,
    notices: ["The link was too long and was ignored."],
  });
});

test("a close view is kept to a tenth of a metre, a wide one to ten metres", () => {
  const close = "at=51.339712,12.373139,18";
  assert.equal(toQuery(read(close).state, ATLAS), close);
  assert.equal(toQuery(read("at=51.339712,12.373139,11").state, ATLAS), "at=51.3397,12.3731,11");
});

test("a view beyond the world is taken back into it", () => {
  const { state, notices } = read("at=99,999,99");
  assert.deepEqual(notices, []);
  assert.equal(toQuery(state, ATLAS), "at=85,180,18");
});
