// Whether a point lies in a polygon, in degrees; the same answer for clicks, labels and notes.

/**
 * Where a parallel crosses the outlines of a polygon.
 * @param {GeoJSON.Geometry} geometry a GeoJSON Polygon or MultiPolygon, WGS 84
 * @param {number} lat latitude in degrees
 * @returns {number[]} longitudes in degrees, for `between`
 */
export function crossings(geometry, lat) {
  if (geometry.type === "Polygon") return crossed(geometry.coordinates, lat);
  return geometry.type === "MultiPolygon" ? crossed(geometry.coordinates.flat(), lat) : [];
}

/**
 * Whether a longitude lies inside, given the crossings of its parallel.
 * @type {(longitudes: number[], lon: number) => boolean}
 */
export function between(longitudes, lon) {
  return longitudes.filter((crossing) => crossing > lon).length % 2 === 1;
}

/**
 * Whether a point lies in a polygon.
 * @type {(geometry: GeoJSON.Geometry, lon: number, lat: number) => boolean}
 */
export function contains(geometry, lon, lat) {
  return between(crossings(geometry, lat), lon);
}

/** @type {(rings: GeoJSON.Position[][], lat: number) => number[]} */
function crossed(rings, lat) {
  const found = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const y1 = ring[i - 1][1];
      const y2 = ring[i][1];
      if (y1 > lat === y2 > lat) continue;
      const x1 = ring[i - 1][0];
      found.push(((ring[i][0] - x1) * (lat - y1)) / (y2 - y1) + x1);
    }
  }
  return found;
}
