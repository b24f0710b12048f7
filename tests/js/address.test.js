// The app's addresses, as they stand in the browser's bar and as they are given to others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { appAddress, publicAddress, withoutFrame } from "../../static/atlas/parts/address.js";

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
