// The rooms of static/atlas/: what may import what, every module in one of them, and no circle.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { RuleTester } from "eslint";
import { ROOMS, fault, roomOf, rooms } from "../../.ci/rooms.mjs";

const ATLAS = join(import.meta.dirname, "..", "..", "static", "atlas");
const IMPORT = /(?:\bfrom |\bimport\()"(\.[^"]+\.js)"/g;

const modules = () =>
  readdirSync(ATLAS, { recursive: true })
    .filter((name) => name.endsWith(".js") && !name.startsWith("dist"))
    .map((name) => join(ATLAS, name));

const addresses = (file) => [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, address]) => address);
const imported = (file) => addresses(file).map((address) => join(dirname(file), address));

/** The first circle that is met from a module on, as a list; null where there is none. */
function circleFrom(file, imports, above = []) {
  if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
  for (const next of imports(file)) {
    const circle = circleFrom(next, imports, [...above, file]);
    if (circle) return circle;
  }
  return null;
}

test("every module stands in a room", () => {
  assert.deepEqual(
    modules().filter((file) => roomOf(file) === undefined),
    [],
  );
});

test("every import of the modules is allowed", () => {
  const all = modules().flatMap((file) => addresses(file).map((address) => [file, address]));
  assert.ok(all.length > 100);
  assert.deepEqual(
    all.map(([file, address]) => fault(file, address)).filter((words) => words !== null),
    [],
  );
});

test("no room comes back to itself, whichever way", () => {
  for (const room of Object.keys(ROOMS))
    assert.equal(
      circleFrom(room, (one) => ROOMS[one]),
      null,
    );
});

test("no module imports itself, whichever way", () => {
  for (const file of modules()) assert.equal(circleFrom(file, imported), null);
});

test("a circle is seen", () => {
  const graph = { a: ["b", "c"], b: [], c: ["d"], d: ["c"] };
  assert.deepEqual(
    circleFrom("a", (name) => graph[name]),
    ["c", "d", "c"],
  );
});

const ALLOWED = [
  ["state/codec.js", 'import { START } from "./state.js";'],
  ["parts/card.js", 'import { h } from "../common/dom.js";'],
  ["page/reader.js", 'import { createCard } from "../parts/card.js";'],
  ["parts/timeline.js", 'import("./timechart.js");'],
  ["map/map.js", 'import { makeView } from "./view/view.js";'],
  ["map/map.js", 'import { soon } from "../common/soon.js";'],
  ["map/labels/spots.js", 'import { between } from "../base/geometry.js";'],
];
const REFUSED = [
  ["state/codec.js", 'import { h } from "../common/dom.js";', "state/ may not import common/; it may import nothing."],
  [
    "common/dom.js",
    'import { START } from "../state/state.js";',
    "common/ may not import state/; it may import nothing.",
  ],
  [
    "parts/card.js",
    'import { boot } from "../page/boot.js";',
    "parts/ may not import page/; it may import state/, common/.",
  ],
  [
    "page/reader.js",
    'import { boot } from "../map/map.js";',
    "page/ may not import map/; it may import state/, common/, parts/.",
  ],
  ["map/map.js", 'import { START } from "../state/state.js";', /^map\/ may not import state\//],
  ["map/labels/spots.js", 'import { hasRoom } from "../view/view.js";', /^map\/labels\/ may not import map\/view\//],
  ["map/base/room.js", 'import { soon } from "../../common/soon.js";', /^map\/base\/ may not import common\//],
  ["parts/timeline.js", 'import("../page/boot.js");', /^parts\/ may not import page\//],
  ["parts/timeline.js", "import(name);", "Import a fixed address."],
  ["common/dom.js", 'export { START } from "../state/state.js";', /^common\/ may not import state\//],
  [
    "page/reader.js",
    'import leaflet from "leaflet";',
    "“leaflet” is no file of ours; the browser code uses no package.",
  ],
  [
    "page/reader.js",
    'import { x } from "../../vendor/x.js";',
    "“../../vendor/x.js” leaves the rooms of static/atlas/.",
  ],
];

test("an import that goes the wrong way is refused in words", () => {
  new RuleTester().run("rooms", rooms, {
    valid: ALLOWED.map(([file, code]) => ({ filename: join(ATLAS, file), code })),
    invalid: REFUSED.map(([file, code, message]) => ({ filename: join(ATLAS, file), code, errors: [message] })),
  });
});
