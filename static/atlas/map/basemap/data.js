// Turns the files of the ground into canvas paths in Mercator pixels, cut into pieces with boxes.

import { unitOf } from "../base/mercator.js";

/** @import { Area, Disputed, Extent, Ground, GroundFile, Packed, Shape } from "../types.d.ts" */

/** Zoom at which the paths' unit is one pixel; a canvas scales from there. */
export const BASE_ZOOM = 5;
/** How wide the world is in base pixels. */
export const WORLD = 256 * 2 ** BASE_ZOOM;
const LINE_PIECE = 96; // points a piece: small ones are skipped when out of view

/** @typedef {[number, number]} Point in the file's units, or in pixels */

/**
 * [x, y] in base pixels of a [longitude, latitude] in degrees.
 * @type {(at: GeoJSON.Position) => [number, number]}
 */
export function project(at) {
  const [x, y] = unitOf(at);
  return [WORLD * x, WORLD * y];
}

/**
 * A box of degrees (west, south, east, north) in base pixels.
 * @type {(box: number[]) => Extent}
 */
export function projectedBox([west, south, east, north]) {
  return boxOf([project([west, south]), project([east, north])]);
}

/**
 * Prepare a file of the ground for drawing: lists of {path, box, properties}.
 * @param {GroundFile} file
 * @param {number} unit of its coordinates, in degrees
 * @param {number[]} box what it covers: west, south, east, north, in degrees
 * @param {(id: string) => Disputed | undefined} toldOf gives what is said of a disputed area
 * @returns {Ground}
 */
export function prepare(file, unit, box, toldOf) {
  /** @type {(point: Point) => Point} */
  const at = ([x, y]) => project([x * unit, y * unit]);
  const edges = box.map((edge) => Math.round(edge / unit));
  const land = outlines(file.land, edges);
  const lakes = outlines(file.lakes, edges);
  return {
    land: areas(file.land, at),
    seams: paths(land.cuts, at, null),
    coast: paths(land.shores, at, null),
    lakes: areas(file.lakes, at),
    shores: paths(lakes.shores, at, null),
    borders: (file.borders ?? []).flatMap(({ kind, from = 0, lines }) => paths(opened(lines), at, { kind, from })),
    rivers: (file.rivers ?? []).flatMap(({ rank, lines }) => paths(opened(lines), at, { rank })),
    disputed: (file.disputed ?? []).flatMap(({ id, polygons }) => disputed(polygons, at, unit, toldOf(id))),
  };
}

/** @type {(packed: Packed) => Point[]} */
function unpacked(packed) {
  /** @type {Point[]} */
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < packed.length; i += 2) {
    x += packed[i];
    y += packed[i + 1];
    points.push([x, y]);
  }
  return points;
}

/** @type {(lines: Packed[]) => Point[][]} */
function opened(lines) {
  return lines.map(unpacked);
}

// A polygon's holes go into the path of its outer ring, so that they stay open.
/** @type {(polygons: Packed[][] | undefined, at: (point: Point) => Point) => Area<null>[]} */
function areas(polygons = [], at) {
  return polygons.map((rings) => area(opened(rings), at, null));
}

/** @type {<Told>(rings: Point[][], at: (point: Point) => Point, properties: Told) => Area<Told>} */
function area(rings, at, properties) {
  const projected = rings.map((ring) => ring.map(at));
  const path = new Path2D();
  for (const ring of projected) {
    trace(path, ring);
    path.closePath();
  }
  return { path, box: boxOf(projected[0]), properties };
}

/** @type {(polygons: Packed[][], at: (point: Point) => Point, unit: number, told?: Disputed) => Ground["disputed"]} */
function disputed(polygons, at, unit, told) {
  if (!told) return [];
  return polygons.map(opened).map((rings) => ({
    ...area(rings, at, told),
    rings: rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [x * unit, y * unit])),
  }));
}

// Where an area is cut at the edge of its file it goes on in the next: its outline there is no shore.
// Drawn side by side, both halves would leave a hair's breadth open, which the cuts close.
/** @type {(polygons: Packed[][] | undefined, edges: number[]) => { shores: Point[][], cuts: Point[][] }} */
function outlines(polygons = [], [west, south, east, north]) {
  /** @type {{ shores: Point[][], cuts: Point[][] }} */
  const found = { shores: [], cuts: [] };
  for (const ring of polygons.flatMap(opened)) {
    let before = /** @type {Point[][] | null} */ (null);
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length];
      const along = from[0] === to[0] && (from[0] === west || from[0] === east);
      const across = from[1] === to[1] && (from[1] === south || from[1] === north);
      const list = along || across ? found.cuts : found.shores;
      if (list === before) list[list.length - 1].push(to);
      else list.push([from, to]);
      before = list;
    });
  }
  return found;
}

/** @type {<Told>(lines: Point[][], at: (point: Point) => Point, properties: Told) => Shape<Told>[]} */
function paths(lines, at, properties) {
  return lines.flatMap((line) => pieces(line.map(at)).map((piece) => ({ ...piece, properties })));
}

/** @type {(line: Point[]) => { path: Path2D, box: Extent, line: Point[] }[]} */
function pieces(line) {
  const found = [];
  for (let i = 0; i < line.length - 1; i += LINE_PIECE) {
    const piece = line.slice(i, i + LINE_PIECE + 1);
    const path = new Path2D();
    trace(path, piece);
    found.push({ path, box: boxOf(piece), line: piece });
  }
  return found;
}

/** @type {(path: Path2D, points: Point[]) => void} */
function trace(path, points) {
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
}

/** @type {(points: Point[]) => Extent} */
function boxOf(points) {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of points) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

/**
 * A box shifted to the right.
 * @type {(box: Extent, by: number) => Extent}
 */
export function shifted(box, by) {
  return by ? { ...box, minX: box.minX + by, maxX: box.maxX + by } : box;
}

/**
 * Whether two boxes have something in common.
 * @type {(a: Extent, b: Extent) => boolean}
 */
export function meets(a, b) {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}
