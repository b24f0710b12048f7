// Longitudes are a circle: the same place stands at every whole turn of 360 degrees.

const FULL = 360;

/** The latitude at which a Mercator map ends, north and south; what lies nearer to a pole is shown there. */
export const MAP_END = 85.05;

/**
 * A longitude turned by whole circles until it lies within 180 degrees of another; as it is if it does.
 * @type {(lon: number, centre: number) => number}
 */
export function nearest(lon, centre) {
  return Math.abs(lon - centre) <= FULL / 2 ? lon : lon - FULL * Math.round((lon - centre) / FULL);
}

/**
 * A longitude in [-180, 180], as addresses and the basemap's files have it; one in there stays as it is.
 * @type {(lon: number) => number}
 */
export function wrapped(lon) {
  return nearest(lon, 0);
}

/**
 * Which copies of a world of some width meet a stretch: how many widths each is shifted to the right.
 * @type {(from: number, to: number, width: number) => number[]}
 */
export function copies(from, to, width) {
  const first = Math.floor(from / width);
  const last = Math.max(first, Math.ceil(to / width) - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
