// Where a position lies on a Web Mercator map, as a part of the world's width.

import { MAP_END } from "./circle.js";

/**
 * [x, y] in [0, 1] of a [longitude, latitude] in degrees; longitudes beyond 180 lie beyond that.
 * @type {(at: GeoJSON.Position) => [number, number]}
 */
export function unitOf([lon, lat]) {
  const sin = Math.sin((Math.max(-MAP_END, Math.min(MAP_END, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** @type {WeakMap<GeoJSON.Geometry, Float64Array[]>} */
const known = new WeakMap();

/**
 * The rings of an area or the parts of a line as [x, y, x, y …], in widths of the world.
 * @type {(geometry: GeoJSON.Geometry) => Float64Array[]}
 */
export function unitPaths(geometry) {
  let paths = known.get(geometry);
  if (!paths) {
    paths = partsOf(geometry).map((part) => Float64Array.from(part.flatMap(unitOf)));
    known.set(geometry, paths);
  }
  return paths;
}

/** @type {(geometry: GeoJSON.Geometry) => GeoJSON.Position[][]} */
function partsOf(geometry) {
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flat();
  if (geometry.type === "Polygon" || geometry.type === "MultiLineString") return geometry.coordinates;
  return geometry.type === "LineString" ? [geometry.coordinates] : [];
}
