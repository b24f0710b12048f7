// Tells the page what the reader does on the map: clicks, the pointer's place, Escape.

import { placeAt } from "./places/hits.js";

const ASIDE = ".leaflet-control, .route-caption"; // what stands over the map, and has clicks of its own

/** @import { Places, SendToPage } from "./types.d.ts" */

/**
 * Report the reader's doings.
 * @param {object} parts
 * @param {L.Map} parts.map
 * @param {Places} parts.places
 * @param {(id: string | null) => void} parts.hover marks a place
 * @param {SendToPage} parts.send
 * @param {(at: L.LatLng | null) => void} parts.noteAt gets the position under the pointer
 */
export function reportDoings({ map, places, hover, send, noteAt }) {
  const container = map.getContainer();
  /** @type {string | null} */
  let hovered = null;
  /** @type {L.LeafletMouseEvent | null} */
  let latest = null;
  /** @type {(id: string | null) => void} */
  const setHovered = (id) => {
    container.classList.toggle("over-place", id !== null);
    if (id === hovered) return;
    hovered = id;
    hover(id);
    send("hover", { place: id });
  };

  const dragged = dragWatch(map);
  /** @type {(event: MouseEvent) => void} */
  const onClick = (event) => {
    if (dragged() || (event.target instanceof Element && event.target.closest(ASIDE))) return;
    send("click", { place: placeAt(places, map, event) });
  };
  container.addEventListener("click", onClick);
  const early = window.atlasEarlyClick?.();
  if (early?.target instanceof Node && container.contains(early.target)) onClick(early);
  map.on("mousemove", (event) => {
    if (!latest) {
      window.requestAnimationFrame(() => {
        if (latest) setHovered(placeAt(places, map, latest.originalEvent));
        if (latest) noteAt(latest.latlng);
        latest = null;
      });
    }
    latest = event;
  });
  container.addEventListener("mouseleave", () => {
    latest = null;
    setHovered(null);
    noteAt(null);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") send("key", { key });
  });
}

// Whether the click that comes now only ends a drag. Leaflet's own click event does not come until
// the next press once the map was dragged, so that clicks by script or by a screen reader are lost.
/** @type {(map: L.Map) => () => boolean} */
function dragWatch(map) {
  let dragged = false;
  map.on("dragend boxzoomend", () => {
    dragged = true;
    window.setTimeout(() => {
      dragged = false;
    });
  });
  return () => dragged;
}
