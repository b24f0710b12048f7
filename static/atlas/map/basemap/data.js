// Turns the basemap's GeoJSON into canvas paths in Mercator pixels, cut into pieces with boxes.

/** @import { Area, Extent, Ground, GroundFile, Shape } from "../types.d.ts" */

/** Zoom at which the paths' unit is one pixel; a canvas scales from there. */
export const BASE_ZOOM = 5;
const WORLD = 256 * 2 ** BASE_ZOOM;
const LINE_PIECE = 96; // points a piece: small ones are skipped when out of view
const MAX_LATITUDE = 85.05;

/**
 * [x, y] in base pixels of a [longitude, latitude] in degrees.
 * @type {(at: GeoJSON.Position) => [number, number]}
 */
export function project([lon, lat]) {
  const sin = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
}

/**
 * Prepare one basemap file for drawing: lists of {path, box, properties}.
 * @type {(file: GroundFile) => Ground}
 */
export function prepare(file) {
  const [west, south, east, north] = file.bbox;
  return {
    land: areas(file.land),
    coast: lines(file.coast),
    borders: lines(file.borders),
    rivers: lines(file.rivers),
    lakes: areas(file.lakes),
    disputed: areas(file.disputed),
    region: boxOf([project([west, south]), project([east, north])]),
  };
}

// A polygon's holes go into the path of its outer ring, so that they stay open.
/** @type {(source: GroundFile["land"]) => Area[]} */
function areas(source) {
  /** @type {{ coordinates: GeoJSON.Position[][], properties: Record<string, any> }[]} */
  const polygons = parts(source);
  return polygons.map(({ coordinates, properties }) => {
    const projected = coordinates.map((ring) => ring.map(project));
    const path = new Path2D();
    for (const ring of projected) {
      trace(path, ring);
      path.closePath();
    }
    return { path, box: boxOf(projected[0]), properties, rings: coordinates };
  });
}

/** @type {(source: GroundFile["coast"]) => Shape[]} */
function lines(source) {
  /** @type {{ coordinates: GeoJSON.Position[], properties: Record<string, any> }[]} */
  const whole = parts(source);
  return whole.flatMap(({ coordinates, properties }) => {
    const projected = coordinates.map(project);
    const found = [];
    for (let i = 0; i < projected.length - 1; i += LINE_PIECE) {
      const piece = projected.slice(i, i + LINE_PIECE + 1);
      const path = new Path2D();
      trace(path, piece);
      found.push({ path, box: boxOf(piece), properties });
    }
    return found;
  });
}

/** @type {(path: Path2D, points: [number, number][]) => void} */
function trace(path, points) {
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
}

/**
 * The single polygons or lines of a geometry or a FeatureCollection.
 * @template Coordinates
 * @param {any} source
 * @returns {{ coordinates: Coordinates, properties: Record<string, any> }[]}
 */
function parts(source) {
  const features = source?.features ?? (source ? [{ geometry: source, properties: {} }] : []);
  return features.flatMap((/** @type {any} */ { geometry, properties }) => {
    const many = geometry.type.startsWith("Multi") ? geometry.coordinates : [geometry.coordinates];
    return many.map((/** @type {Coordinates} */ coordinates) => ({ coordinates, properties }));
  });
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
 * Whether two boxes have something in common.
 * @type {(a: Extent, b: Extent) => boolean}
 */
export function meets(a, b) {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}
