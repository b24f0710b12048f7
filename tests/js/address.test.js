// The app's addresses, as they stand in the browser's bar and as they are given to others.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  appAddress,
  frameAddress,
  pageAddress,
  passageAddress,
  publicAddress,
  readerAddress,
  recordAddress,
  withoutFrame,
} from "../../static/atlas/parts/address.js";

/** Stand at an address while `act` runs. */
function at(address, act) {
  globalThis.location = new URL(address);
  try {
    return act();
  } finally {
    delete globalThis.location;
  }
}

for (const [here, app] of [
  ["https://example.org/?place=quetta", "https://example.org/"],
  ["https://example.org/claims?themes=rule", "https://example.org/"],
  ["https://example.org/atlas/about/", "https://example.org/atlas/"],
  ["https://example.org/claims-of/ledger", "https://example.org/claims-of/"],
  ["file:///tmp/site/index.html?page=claims", "file:///tmp/site/index.html"],
]) {
  test(`the app's own address from ${here}`, () => assert.equal(appAddress(new URL(here)), app));
}

test("what is given to others keeps the page and the choices", () => {
  const given = (address) => at(address, () => publicAddress("themes=rule"));
  assert.equal(given("https://example.org/"), "https://example.org/?themes=rule");
  assert.equal(given("https://example.org/atlas/claims"), "https://example.org/atlas/claims?themes=rule");
  assert.equal(
    at("https://example.org/claims?x=1", () => publicAddress("")),
    "https://example.org/claims",
  );
});

test("what is given to others leaves out a host's inner path", () => {
  const given = at("https://atlas.example.org/~/+/places", () => publicAddress(""));
  assert.equal(given, "https://atlas.example.org/places");
});

test("a link out of a frame opens the whole app", () => {
  assert.equal(withoutFrame("embed=true&embed_options=dark&text=no&at=1,2,3&place=arl"), "at=1,2,3&place=arl");
});

test("a page's address carries the choices; in one file the page is one of them", () => {
  const given = (...asked) => at("https://example.org/atlas/claims?x=1", () => pageAddress(...asked));
  assert.equal(given("places", "themes=a%2Cb", false), "https://example.org/atlas/places?themes=a,b");
  assert.equal(given("", "", false), "https://example.org/atlas/");
  assert.equal(given("places", "themes=rule&page=claims", true), "https://example.org/atlas/?themes=rule&page=places");
});

test("the way to the reader selects one thing and keeps the filters", () => {
  assert.equal(
    readerAddress("themes=rule&place=arl&at=1,2,3&page=places", { claim: "toll" }),
    "./?themes=rule&claim=toll",
  );
  assert.equal(readerAddress("themes=rule", { note: "carters" }), "./?themes=rule#note-carters");
});

test("a passage is given to others without the choices, a frame with them", () => {
  const here = (act) => at("https://example.org/", act);
  assert.equal(
    here(() => passageAddress("edition=two&themes=rule", "arl", "arl-first")),
    "https://example.org/?edition=two&place=arl&mention=arl-first",
  );
  assert.equal(
    here(() => frameAddress("at=1,2,3", true)),
    "https://example.org/?at=1,2,3&embed=true&text=no",
  );
});

test("a claim's own address keeps the edition and nothing else of the choices", () => {
  at("https://example.org/atlas/?themes=rule&edition=road&place=arl", () => {
    assert.equal(
      recordAddress("?themes=rule&edition=road&place=arl", "claim", "toll"),
      "https://example.org/atlas/?edition=road&claim=toll",
    );
  });
});
