// Tells the page what the reader does on the map: clicks, the pointer's place, Escape.

import { placeAt } from "./hits.js";

/**
 * Report the reader's doings.
 * @param {{map, places, hover: function, send: function, noteAt: function}} parts `hover` marks a
 *   place, `noteAt` gets the position under the pointer or null
 */
export function reportDoings({ map, places, hover, send, noteAt }) {
  const container = map.getContainer();
  let hovered = null;
  let latest = null;
  const setHovered = (id) => {
    container.classList.toggle("over-place", id !== null);
    if (id === hovered) return;
    hovered = id;
    hover(id);
    send("hover", { place: id });
  };

  map.on("click", ({ originalEvent }) => {
    send("click", { place: placeAt(places, map, originalEvent) });
  });
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
