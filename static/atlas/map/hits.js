// Which place is meant by a click or a pointer: the smallest under it, with room for fingers.

const REACH_PX = { mouse: 8, pen: 12, touch: 22 };

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
  const point = map.mouseEventToLayerPoint(event);
  // A scripted click carries no position of its own: the element it was sent to is meant.
  if (target && (!event.isTrusted || event.detail === 0) && !event.clientX && !event.clientY) {
    return target.id;
  }
  if (target && !target.info.point && !contains(target, point)) return target.id;
  return smallest(places, map, point, REACH_PX[event.pointerType] ?? REACH_PX.mouse);
}

function smallest(places, map, point, reach) {
  let best = null;
  let nearest = reach;
  for (const place of places.values()) {
    if (place.path.classList.contains("is-off")) continue;
    if (place.layer.getRadius) {
      const away = map.latLngToLayerPoint(place.layer.getLatLng()).distanceTo(point);
      if (away <= nearest + (best?.layer.getRadius ? 0 : place.layer.getRadius())) {
        best = place;
        nearest = away;
      }
    } else if (!best?.layer.getRadius && contains(place, point)) {
      best = place; // the map goes from the largest to the smallest
    }
  }
  return best?.id ?? null;
}

function contains(place, point) {
  if (place.layer.getRadius) return false;
  const at = place.path.ownerSVGElement.createSVGPoint();
  at.x = point.x;
  at.y = point.y;
  return place.path.isPointInFill(at);
}
