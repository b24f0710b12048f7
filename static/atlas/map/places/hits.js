// Which place is meant by a click or a pointer: the smallest under it, with room for fingers.

import { contains } from "../base/geometry.js";
import { isLine, nearestOn } from "../base/lines.js";

/** @import { DrawnPlace, Places } from "../types.d.ts" */

/** @type {Record<string, number>} */
const REACH_PX = { mouse: 8, pen: 12, touch: 22 };
/** @type {Record<string, number>} */
const LINE_REACH_PX = { mouse: 5, pen: 8, touch: 12 }; // to either side
const PART_OF_AREA = 5; // a point in a small area leaves most of it to the area

/**
 * Find the place that an event on the map means.
 * @param {Places} places
 * @param {L.Map} map
 * @param {MouseEvent} event the browser's own event
 * @returns {string|null} a place id
 */
export function placeAt(places, map, event) {
  const label = event.target instanceof Element && event.target.closest("[data-label-for]");
  if (label) return label.getAttribute("data-label-for");
  const target = [...places.values()].find((place) => place.path === event.target);
  // A scripted click carries no position of its own: the element it was sent to is meant.
  if (target && !event.clientX && !event.clientY) return target.id;
  const point = map.mouseEventToLayerPoint(event);
  const latlng = map.layerPointToLatLng(point);
  if (target && !isPoint(target) && !isLine(target) && !holds(target, latlng)) return target.id;
  const area = smallestArea(places, latlng);
  const by = event instanceof PointerEvent ? event.pointerType : "mouse";
  const reach = REACH_PX[by] ?? REACH_PX.mouse;
  return (
    pointNear(places, map, point, Math.min(reach, roomFor(area, map)))
    ?? lineNear(places, point, LINE_REACH_PX[by] ?? LINE_REACH_PX.mouse)
    ?? area?.id
    ?? null
  );
}

// How far a point in an area may reach, by the area's size on the screen.
/** @type {(area: DrawnPlace | undefined, map: L.Map) => number} */
function roomFor(area, map) {
  if (!area) return Infinity;
  const [west, south, east, north] = area.info.bbox;
  const size = map.latLngToLayerPoint([south, east]).subtract(map.latLngToLayerPoint([north, west]));
  return Math.max(REACH_PX.mouse, Math.min(size.x, size.y) / PART_OF_AREA);
}

/** @type {(places: Places, map: L.Map, point: L.Point, reach: number) => string | null} */
function pointNear(places, map, point, reach) {
  let best = null;
  let nearest = Infinity;
  for (const place of shown(places).filter(isPoint)) {
    const mark = /** @type {L.CircleMarker} */ (place.layer);
    const away = map.latLngToLayerPoint(mark.getLatLng()).distanceTo(point);
    if (away <= reach + mark.getRadius() && away <= nearest) [best, nearest] = [place.id, away];
  }
  return best;
}

/** @type {(places: Places, point: L.Point, reach: number) => string | null} */
function lineNear(places, point, reach) {
  let best = null;
  let nearest = reach;
  for (const place of shown(places).filter(isLine)) {
    const away = nearestOn(place, point)?.distanceTo(point) ?? Infinity;
    if (away <= nearest) [best, nearest] = [place.id, away];
  }
  return best;
}

/** @type {(places: Places, latlng: L.LatLng) => DrawnPlace | undefined} */
function smallestArea(places, latlng) {
  return shown(places)
    .reverse()
    .find((place) => !isPoint(place) && !isLine(place) && holds(place, latlng));
}

/** @type {(places: Places) => DrawnPlace[]} */
function shown(places) {
  return [...places.values()].filter((place) => !place.path.classList.contains("is-off"));
}

/** @type {(place: DrawnPlace) => boolean} */
function isPoint({ layer }) {
  return layer.feature.geometry.type === "Point";
}

/** @type {(place: DrawnPlace, latlng: L.LatLng) => boolean} */
function holds({ info, layer }, { lat, lng }) {
  const [west, south, east, north] = info.bbox;
  if (lng < west || lng > east || lat < south || lat > north) return false;
  return contains(layer.feature.geometry, lng, lat);
}
