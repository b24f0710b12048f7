// Where to move the map so that a place can be seen, and whether it can be seen already.

import { spanned } from "../base/bounds.js";
import { MAP_END } from "../base/circle.js";

/** @import { Cover, MapPlace } from "../../contract.d.ts" */
/** @import { Box, Filled, NextView } from "../types.d.ts" */

const POINT_ZOOM = 7;
const TOO_SMALL_PX = 14;
const MARGIN_PX = 28;
const NEAR_ZOOM = 1.5; // how much farther out than its frame a point still counts as framed
const NAME_PX = { x: 52, y: 30 }; // what a name takes beside its mark
const LEAST_PX = 100;
const CLOSEST = 9; // a view that holds several places shows what lies around them
const GLOBE_KM = 40075.017; // round the equator
const WORLD_PX = 256;

/** How a place is framed for a reader who has not moved the map: with what lies around it. */
const FRAME = { part: 0.6, least: 0.25, pointZoom: 6, pointLeast: 5, minZoom: 3, maxZoom: 7 };

/**
 * Work out the move that brings a place into view.
 * @param {L.Map} map
 * @param {MapPlace} info
 * @param {MapPlace[]} rest places that should be seen with it where they fit
 * @param {{ cover: Cover | null, keep: boolean }} how `cover` is what the page covers; `keep` keeps the
 *   reader's zoom where the place can be seen at it
 * @returns {NextView | null} null where nothing needs to move
 */
export function nextView(map, info, rest, { cover, keep }) {
  const covered = boundsOf(cover);
  const open = openRect(map.getSize(), covered);
  const zoom = map.getZoom();
  const room = open.getSize();
  if (isSeen(map, info, zoom, room, covered) && (keep || isFramed(map, info, zoom, room))) return null;
  const target = keep ? keptZoom(map, info, zoom, room) : frameZoom(map, info, room);
  const middle = middleOf(map, info, rest, target, room);
  const shift = map.getSize().divideBy(2).subtract(open.getCenter());
  return { center: map.unproject(middle.add(shift), target), zoom: target };
}

/**
 * Work out the view that holds some points, and has room for their names, clear of what covers the map.
 * @param {L.Map} map
 * @param {L.LatLng[]} points
 * @param {{ cover: Cover | null, above: number }} how `above` is how much of its top is covered, in pixels
 * @returns {NextView}
 */
export function holding(map, points, { cover, above }) {
  const size = map.getSize();
  const open = openRect(size, boundsOf(cover));
  const top = Math.min(above, open.max.y - LEAST_PX);
  const rect = spanned([open.min.x, Math.max(open.min.y, top)], open.max);
  const whole = rect.getSize();
  const names = L.point(Math.min(NAME_PX.x, whole.x / 6), Math.min(NAME_PX.y, whole.y / 6));
  const room = whole.subtract(names.multiplyBy(2));
  /** @type {(zoom: number) => Filled} */
  const box = (zoom) => {
    const [first, ...rest] = points.map((at) => map.project(at, zoom));
    return rest.reduce((all, at) => all.extend(at), spanned(first, first));
  };
  const unit = box(0).getSize();
  const fit = stepped(map, Math.log2(Math.min(Math.max(room.x, 1) / unit.x, Math.max(room.y, 1) / unit.y)));
  const zoom = clamp(fit, map.getMinZoom(), CLOSEST);
  const shift = size.divideBy(2).subtract(rect.getCenter());
  return { center: map.unproject(box(zoom).getCenter().add(shift), zoom), zoom };
}

/**
 * Work out the move that a label (a box in layer pixels) needs to stand clear of what covers it.
 * @param {L.Map} map
 * @param {Box} label
 * @param {Cover | null} cover
 * @returns {NextView | null} null where it does, or is out of view anyway
 */
export function uncovering(map, label, cover) {
  const size = map.getSize();
  const corner = map.layerPointToContainerPoint([label.x, label.y]);
  const box = spanned(corner, corner.add([label.w, label.h]));
  if (!L.bounds([0, 0], size).overlaps(box)) return null;
  const inside = L.point(excess(box.min.x, box.max.x, size.x), excess(box.min.y, box.max.y, size.y));
  const by = inside.add(aside(moved(box, inside), boundsOf(cover), size));
  if (!by.x && !by.y) return null;
  const zoom = map.getZoom();
  return { center: map.unproject(map.project(map.getCenter(), zoom).add(by), zoom), zoom };
}

// How far a stretch lies outside the frame: negative before it, positive after it.
/** @type {(from: number, to: number, most: number) => number} */
function excess(from, to, most) {
  if (from < 0) return from - MARGIN_PX;
  return to > most ? to - most + MARGIN_PX : 0;
}

// The shortest way out from under what covers a box, of those that keep most of it in the frame.
/** @type {(box: Filled, cover: Filled | null, size: L.Point) => L.Point} */
function aside(box, cover, size) {
  if (!cover?.overlaps(box)) return L.point(0, 0);
  const ways = [
    L.point(0, box.max.y - cover.min.y + MARGIN_PX),
    L.point(box.max.x - cover.min.x + MARGIN_PX, 0),
    L.point(box.min.x - cover.max.x - MARGIN_PX, 0),
    L.point(0, box.min.y - cover.max.y - MARGIN_PX),
  ].map((by) => ({ by, cost: [lost(moved(box, by), size), Math.hypot(by.x, by.y)] }));
  return ways.sort((a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1])[0].by;
}

// How much of a box lies outside the frame, in pixels.
/** @type {(box: Filled, size: L.Point) => number} */
function lost({ min, max }, size) {
  return Math.max(0, -min.x, max.x - size.x) + Math.max(0, -min.y, max.y - size.y);
}

/** @type {(box: Filled, by: L.Point) => Filled} */
function moved(box, by) {
  return spanned(box.min.subtract(by), box.max.subtract(by));
}

/** @type {(cover: Cover | null) => Filled | null} */
function boundsOf(cover) {
  if (!cover) return null;
  const { left, top, right, bottom } = cover;
  return [left, top, right, bottom].every(Number.isFinite) ? spanned([left, top], [right, bottom]) : null;
}

/** @type {(map: L.Map, info: MapPlace, zoom: number, room: L.Point, cover: Filled | null) => boolean} */
function isSeen(map, info, zoom, room, cover) {
  const frame = openRect(map.getSize(), null);
  const corner = map.getPixelBounds().getTopLeft();
  const box = boxAt(map, info, zoom);
  if (fits(map, info, zoom, room)) {
    const there = moved(box, corner);
    return frame.contains(there) && !cover?.overlaps(there);
  }
  // Larger than the frame: seen where its label is, unless it would be seen as a speck.
  const at = map.project(anchor(info), zoom).subtract(corner);
  return !isSpeck(info, box) && frame.contains(at) && !cover?.contains(at);
}

// Whether a place in view is whole and legible, as far as a place of its size can be.
/** @type {(map: L.Map, info: MapPlace, zoom: number, room: L.Point) => boolean} */
function isFramed(map, info, zoom, room) {
  return isLegible(map, info, zoom, room) && (fits(map, info, zoom, room) || zoomFor(map, info, room) < FRAME.minZoom);
}

/** @type {(map: L.Map, info: MapPlace, zoom: number, room: L.Point) => boolean} */
function isLegible(map, info, zoom, room) {
  const closest = ownZoom(map, info, room);
  if (info.precision === "exact") return zoom >= (closest === null ? FRAME.pointLeast : closest - NEAR_ZOOM);
  const { x, y } = boxAt(map, info, zoom).getSize();
  return (x >= y ? x / room.x : y / room.y) >= FRAME.least;
}

/** @type {(map: L.Map, info: MapPlace, zoom: number, room: L.Point) => boolean} */
function fits(map, info, zoom, room) {
  const box = boxAt(map, info, zoom);
  const size = box.getSize();
  return size.x <= room.x && size.y <= room.y && !isSpeck(info, box);
}

/** @type {(info: MapPlace, box: Filled) => boolean} */
function isSpeck(info, box) {
  const size = box.getSize();
  return info.precision !== "exact" && Math.max(size.x, size.y) < TOO_SMALL_PX;
}

/** @type {(map: L.Map, info: MapPlace, zoom: number, room: L.Point) => number} */
function keptZoom(map, info, zoom, room) {
  if (fits(map, info, zoom, room)) return zoom;
  if (info.precision === "exact") return POINT_ZOOM;
  return clamp(zoomFor(map, info, room), map.getMinZoom(), POINT_ZOOM + 1);
}

/** @type {(map: L.Map, info: MapPlace, room: L.Point) => number} */
function frameZoom(map, info, room) {
  const closest = ownZoom(map, info, room);
  if (info.precision === "exact") return closest ?? FRAME.pointZoom;
  const whole = zoomFor(map, info, room.multiplyBy(FRAME.part));
  return clamp(whole, FRAME.minZoom, Math.max(FRAME.minZoom, closest ?? FRAME.maxZoom));
}

// How far in the kind of a place lets the map go: until so many kilometres fill the narrower side.
/** @type {(map: L.Map, info: MapPlace, room: L.Point) => number | null} */
function ownZoom(map, { frameKm, label }, room) {
  if (!frameKm) return null;
  const lat = clamp(label[1], -MAP_END, MAP_END);
  const around = (GLOBE_KM * Math.cos((lat * Math.PI) / 180)) / WORLD_PX; // a pixel at zoom 0
  const zoom = stepped(map, Math.log2((Math.min(room.x, room.y) * around) / frameKm));
  return clamp(zoom, map.getMinZoom(), map.getMaxZoom());
}

// The zoom at which a place just fits into the room.
/** @type {(map: L.Map, info: MapPlace, room: L.Point) => number} */
function zoomFor(map, info, room) {
  const unit = boxAt(map, info, 0).getSize();
  return stepped(map, Math.log2(Math.min(room.x / unit.x, room.y / unit.y)));
}

/** @type {(map: L.Map, zoom: number) => number} */
function stepped(map, zoom) {
  const step = map.options.zoomSnap ?? 1;
  return Math.floor(zoom / step) * step;
}

/** @type {(value: number, low: number, high: number) => number} */
function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

// The middle of the place with its companions, or of as much of that as there is room for.
/** @type {(map: L.Map, info: MapPlace, rest: MapPlace[], zoom: number, room: L.Point) => L.Point} */
function middleOf(map, info, rest, zoom, room) {
  const own = boxAt(map, info, zoom);
  const all = spanned(own.min, own.max);
  for (const one of rest) {
    const box = boxAt(map, one, zoom);
    all.extend(box.min).extend(box.max);
  }
  for (const box of [all, own]) {
    const size = box.getSize();
    if (size.x <= room.x && size.y <= room.y) return box.getCenter();
  }
  return map.project(anchor(info), zoom);
}

// What is left of the frame above what covers it, or beside it, wherever there is more room.
/** @type {(size: L.Point, cover: Filled | null) => Filled} */
function openRect(size, cover) {
  const margin = Math.min(MARGIN_PX, size.x / 12, size.y / 12);
  const isAbove = cover && size.x * cover.min.y >= size.y * cover.min.x;
  const right = cover && !isAbove ? cover.min.x : size.x;
  const bottom = isAbove ? cover.min.y : size.y;
  const rect = spanned([margin, margin], [right - margin, bottom - margin]);
  const usable = right - 2 * margin > 80 && bottom - 2 * margin > 60;
  return usable ? rect : spanned([0, 0], size);
}

/** @type {(info: MapPlace) => L.LatLng} */
function anchor(info) {
  return L.latLng(info.label[1], info.label[0]);
}

// The place's box in the map's pixels at a zoom, measured from the corner of the world.
/** @type {(map: L.Map, info: MapPlace, zoom: number) => Filled} */
function boxAt(map, info, zoom) {
  const [west, south, east, north] = info.bbox;
  return spanned(map.project([north, west], zoom), map.project([south, east], zoom));
}
