// Turns the basemap's GeoJSON into canvas paths in Mercator pixels, cut into pieces with boxes.

import { unitOf } from "../base/mercator.js";

/** @import { Area, Extent, Ground, GroundFile, Shape } from "../types.d.ts" */

/** Zoom at which the paths' unit is one pixel; a canvas scales from there. */
export const BASE_ZOOM = 5;
/** How wide the world is in base pixels. */
export const WORLD = 256 * 2 ** BASE_ZOOM;
const LINE_PIECE = 96; // points a piece: small ones are skipped when out of view

/**
 * [x, y] in base pixels of a [longitude, latitude] in degrees.
 * @type {(at: GeoJSON.Position) => [number, number]}
 */
export function project(at) {
  const [x, y] = unitOf(at);
  return [WORLD * x, WORLD * y];
}

/**
 * Prepare one basemap file for drawing: lists of {path, box, properties}.
 * @type {(file: GroundFile) => Ground}
 */
export function prepare(file) {
  const [west, south, east, north] = file.bbox;
  return {
    land: areas(whole(file.land)),
    seams: seams(file.land),
    coast: lines(whole(file.coast)),
    borders: lines(file.borders),
    rivers: lines(file.rivers),
    lakes: areas(file.lakes),
    disputed: areas(file.disputed),
    region: boxOf([project([west, south]), project([east, north])]),
  };
}

// A polygon's holes go into the path of its outer ring, so that they stay open.
/** @type {<Told>(source: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, Told>) => Area<Told>[]} */
function areas({ features }) {
  return features.flatMap(({ geometry, properties }) =>
    geometry.coordinates.map((rings) => {
      const projected = rings.map((ring) => ring.map(project));
      const path = new Path2D();
      for (const ring of projected) {
        trace(path, ring);
        path.closePath();
      }
      return { path, box: boxOf(projected[0]), properties, rings };
    }),
  );
}

/** @type {<Told>(source: GeoJSON.FeatureCollection<GeoJSON.MultiLineString, Told>) => Shape<Told>[]} */
function lines({ features }) {
  return features.flatMap(({ geometry, properties }) =>
    geometry.coordinates.flatMap((line) => pieces(line.map(project)).map((piece) => ({ ...piece, properties }))),
  );
}

// Where areas are cut at 180 degrees: drawn side by side, both halves would leave a hair's breadth open.
/** @type {(land: GeoJSON.MultiPolygon) => Shape[]} */
function seams({ coordinates }) {
  /** @type {(at: GeoJSON.Position) => boolean} */
  const isCut = ([lon]) => Math.abs(lon) === 180;
  return coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((to, i) => {
      const ends = [ring[i], to];
      return ends.every(isCut) && ring[i][0] === to[0] ? pieces(ends.map(project)).map(untold) : [];
    }),
  );
}

/** @type {<Piece>(piece: Piece) => Piece & { properties: null }} */
function untold(piece) {
  return { ...piece, properties: null };
}

/** @type {(line: [number, number][]) => { path: Path2D, box: Extent, line: [number, number][] }[]} */
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

/** @type {(path: Path2D, points: [number, number][]) => void} */
function trace(path, points) {
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
}

// A geometry by itself, as a collection of one, of which nothing is said.
/** @type {<Geometry extends GeoJSON.Geometry>(geometry: Geometry) => GeoJSON.FeatureCollection<Geometry, unknown>} */
function whole(geometry) {
  return { type: "FeatureCollection", features: [{ type: "Feature", geometry, properties: null }] };
}

/** @type {(points: [number, number][]) => Extent} */
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
