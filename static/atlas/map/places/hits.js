// Which place is meant by a click or a pointer: the smallest under it, with room for fingers.

import { contains } from "../base/geometry.js";

const REACH_PX = { mouse: 8, pen: 12, touch: 22 };
const PART_OF_AREA = 5; // a point in a small area leaves most of it to the area

/**
 * Find the place that an event on the map means.
 * @param {Map} places from adoptPlaces, largest first
 * @param {L.Map} map
 * @param {PointerEvent|MouseEvent} event the browser's own event
 * @returns {string|null} a place id
 */
export function placeAt(places, map, event) {
  const named = event.target.closest?.("[data-label-for]");
  if (named) return named.dataset.labelFor;
  const target = [...places.values()].find((place) => place.path === event.target);
  // A scripted click carries no position of its own: the element it was sent to is meant.
  if (target && !event.clientX && !event.clientY) return target.id;
  const point = map.mouseEventToLayerPoint(event);
  const latlng = map.layerPointToLatLng(point);
  if (target && !isPoint(target) && !holds(target, latlng)) return target.id;
  const area = smallestArea(places, latlng);
  const reach = REACH_PX[event.pointerType] ?? REACH_PX.mouse;
  return pointNear(places, map, point, Math.min(reach, roomFor(area, map))) ?? area?.id ?? null;
}

// How far a point in an area may reach, by the area's size on the screen.
function roomFor(area, map) {
  if (!area) return Infinity;
  const [west, south, east, north] = area.info.bbox;
  const size = map.latLngToLayerPoint([south, east]).subtract(map.latLngToLayerPoint([north, west]));
  return Math.max(REACH_PX.mouse, Math.min(size.x, size.y) / PART_OF_AREA);
}

function pointNear(places, map, point, reach) {
  let best = null;
  let nearest = Infinity;
  for (const place of shown(places).filter(isPoint)) {
    const away = map.latLngToLayerPoint(place.layer.getLatLng()).distanceTo(point);
    if (away <= reach + place.layer.getRadius() && away <= nearest) [best, nearest] = [place.id, away];
  }
  return best;
}

function smallestArea(places, latlng) {
  return shown(places)
    .reverse()
    .find((place) => !isPoint(place) && holds(place, latlng));
}

function shown(places) {
  return [...places.values()].filter((place) => !place.path.classList.contains("is-off"));
}

function isPoint({ layer }) {
  return layer.feature.geometry.type === "Point";
}

function holds({ info, layer }, { lat, lng }) {
  const [west, south, east, north] = info.bbox;
  if (lng < west || lng > east || lat < south || lat > north) return false;
  return contains(layer.feature.geometry, lng, lat);
}
