// What of the map is in view, in layer pixels: its part of the world, its marks, what covers it.

import { spanned } from "../base/bounds.js";
import { holds, square } from "../base/boxes.js";
import { isLine } from "../base/lines.js";
import { alongLine } from "./along.js";

/** @import { Box, DrawnPlace, Filled, Label, View, XY } from "../types.d.ts" */
/** @import { Mark } from "./rules.js" */

const WORLD_PX = 256; // at zoom 0
const STROKE_PX = 2; // of a point's mark, outside of its radius
const LINE_PX = 4;
const SMALL_PX = 26; // an area that is no larger is a mark that other names keep off
const SPECK_PX = 8; // …and one that is no larger has its own name beside it, too

/**
 * A label with its anchor and its size, and what is known of its place: a point's or small area's
 * mark, the points of its line, or the part of its area's extent in view.
 * @typedef {Box & { id: string, label: Label, precision: string, mark: Mark | null, along: XY[], extent: Box | null }} Seen
 */

/** @type {(map: L.Map) => View} */
export function viewOf(map) {
  const { min, max } = /** @type {Filled} */ (map.getPixelBounds());
  const origin = map.getPixelOrigin();
  const box = { x: min.x - origin.x, y: min.y - origin.y, w: max.x - min.x, h: max.y - min.y };
  return { box, world: WORLD_PX * 2 ** map.getZoom(), origin };
}

/**
 * A label whose place has a part in view; null for others.
 * @type {(map: L.Map, label: Label, view: View) => Seen | null}
 */
export function seen(map, label, view) {
  const { id, info, place } = label;
  const { x, y } = anchorOf(map, label);
  const { w, h } = label.size ?? { w: 0, h: 0 };
  const item = { id, label, x, y, w, h, precision: info.precision, mark: null, along: [], extent: null };
  if (place.layer instanceof L.CircleMarker) {
    const reach = place.layer.getRadius() + STROKE_PX;
    const mark = { id, box: square({ x, y }, reach), isLine: false, round: { at: { x, y }, reach } };
    return holds(view.box, item) ? { ...item, mark } : null;
  }
  if (isLine(place)) {
    const along = alongLine(place.layer.feature.geometry, view);
    return along.length ? { ...item, along } : null;
  }
  const whole = extentOf(map, place);
  if (!holds(view.box, item) && !meets(whole, view.box)) return null;
  const size = Math.max(whole.w, whole.h);
  const mark = size < SMALL_PX ? { id, box: whole, isLine: false } : null;
  return { ...item, mark, extent: size < SPECK_PX ? null : shared(whole, view.box) };
}

/**
 * What a label is tied to: a point's mark, or the middle of an area or line as the edition has it.
 * @type {(map: L.Map, label: Label) => L.Point}
 */
export function anchorOf(map, { marker }) {
  return map.latLngToLayerPoint(marker.getLatLng());
}

/**
 * The marks that names keep off: of points, small areas, and lines piece by piece.
 * @type {(items: Seen[]) => Mark[]}
 */
export function marksOf(items) {
  return items.flatMap(({ id, mark, along }) =>
    mark ? [mark] : along.map((at) => ({ id, box: square(at, LINE_PX), isLine: true })),
  );
}

/**
 * The buttons, the scale, the credits, and what says what a route is, stand over the map.
 * @type {(map: L.Map, view: Box) => Box[]}
 */
export function furniture(map, view) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control, .route-caption, .route-number span")].flatMap(
    (control) => {
      const { left, top, width, height } = control.getBoundingClientRect();
      return width ? [{ x: left - frame.left + view.x, y: top - frame.top + view.y, w: width, h: height }] : [];
    },
  );
}

/** @type {(map: L.Map, place: DrawnPlace) => Box} */
function extentOf(map, { info }) {
  const [west, south, east, north] = info.bbox;
  const { min, max } = spanned(map.latLngToLayerPoint([north, west]), map.latLngToLayerPoint([south, east]));
  return { x: min.x, y: min.y, w: max.x - min.x, h: max.y - min.y };
}

/** @type {(a: Box, b: Box) => boolean} */
function meets(a, b) {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/** @type {(a: Box, b: Box) => Box} */
function shared(a, b) {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [right, bottom] = [Math.min(a.x + a.w, b.x + b.w), Math.min(a.y + a.h, b.y + b.h)];
  return { x, y, w: Math.max(0, right - x), h: Math.max(0, bottom - y) };
}
