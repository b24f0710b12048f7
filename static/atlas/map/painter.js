// Paints the state that the page sends: whole, idempotent, touching only what has changed.

import { mark } from "./places/places.js";
import { soon } from "../common/soon.js";

/**
 * Make the painter of one map.
 * @returns {{paint: function(object): void, hasPainted: function(): boolean,
 *   hover: function(string|null): void}} `paint` takes a `paint` message
 */
export function makePainter({ container, places, labels, basemap }) {
  let last = {};
  return {
    hasPainted: () => "scheme" in last,
    paint({ visible, badges, selected, scheme, language }) {
      const on = new Set(visible);
      for (const place of places.values()) {
        mark(place, "is-off", !on.has(place.id));
        mark(place, "is-selected", place.id === selected);
      }
      const recolour = scheme !== last.scheme;
      if (recolour) container.dataset.scheme = scheme;
      const moved = labels.paint({ visible: on, badges: badges ?? {}, selected, language });
      const renamed = language !== last.language;
      basemap.rename(language);
      if (recolour) basemap.recolour();
      if (moved || (renamed && !recolour))
        soon(() => {
          // before the picture that shows it, but after the answer
          labels.lay();
          basemap.redrawNames();
        });
      last = { scheme, language };
    },
    hover(id) {
      for (const place of places.values()) mark(place, "is-hovered", place.id === id);
      labels.hover(id);
    },
  };
}
