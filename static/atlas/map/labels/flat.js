// Markers in the plane of their pane. Leaflet gives each marker a layer of its own on the graphics card
// (`translate3d`), and to put a thousand of them together took longer than all else in a picture.

/**
 * Make a marker like `L.marker`, without a layer of its own.
 * @type {(at: L.LatLng, options: L.MarkerOptions) => L.Marker}
 */
export function flatMarker(at, options) {
  // Leaflet has no public way in; without this one the marker would be slow, and as good otherwise.
  const marker = /** @type {any} */ (L.marker(at, options));
  const setPosition = marker._setPos;
  marker._setPos = (/** @type {L.Point} */ point) => {
    setPosition.call(marker, point);
    const { style } = /** @type {HTMLElement} */ (marker.getElement());
    style.transform = `translate(${point.x}px, ${point.y}px)`;
  };
  return marker;
}
