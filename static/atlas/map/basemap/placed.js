// Where names stand on the map, and what a name in a cell says of itself.

import { BASE_ZOOM, project } from "./data.js";

/** @import { CellName, NameEntry, NameKind, PlacedName } from "../types.d.ts" */

/** @type {Record<string, NameKind>} */
const KINDS = { c: "city", a: "admin1", w: "water" };
const LAST_RANK = 9;

/**
 * A name with its place in the map's pixels at zoom 0.
 * @type {(name: NameEntry) => PlacedName}
 */
export function atZoomNought(name) {
  const [x, y] = project([name.lon, name.lat]);
  return { ...name, at: [x / 2 ** BASE_ZOOM, y / 2 ** BASE_ZOOM] };
}

/**
 * A name of a cell; its coordinates are whole numbers of the level's unit.
 * @type {(entry: CellName, unit: number) => PlacedName}
 */
export function placed([letter, name, x, y, zoom, names = {}], unit) {
  const kind = KINDS[letter];
  const rank = Math.min(LAST_RANK, kind === "city" ? zoom - 3 : zoom - 2);
  return atZoomNought({ kind, name, names, lon: x * unit, lat: y * unit, rank, min_zoom: zoom, capital: false });
}
