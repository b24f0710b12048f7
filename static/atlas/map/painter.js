// Paints the state that the page sends: whole, idempotent, touching only what has changed.

import { mark } from "./places/places.js";
import { soon } from "../common/soon.js";

/** @import { Basemap, Labels, Paint, Places } from "./types.d.ts" */

/**
 * Make the painter of one map.
 * @param {{ container: HTMLElement, places: Places, labels: Labels, basemap: Basemap, grounds: { recolour(): void }[],
 *   setAside(visible: ReadonlySet<string>): void }} parts
 * @returns {{ paint(message: Paint): void, hasPainted(): boolean, hover(id: string | null): void }}
 */
export function makePainter({ container, places, labels, basemap, grounds, setAside }) {
  /** @type {{ scheme?: string | undefined, language?: string }} */
  let last = {};
  const redraw = () => {
    labels.lay();
    basemap.redrawNames();
  };
  return {
    hasPainted: () => "scheme" in last,
    paint({ visible, badges, selected, scheme, language }) {
      const on = new Set(visible);
      for (const place of places.values()) {
        mark(place, "is-off", !on.has(place.id));
        mark(place, "is-selected", place.id === selected);
      }
      setAside(on);
      const recolour = scheme !== last.scheme;
      if (recolour) container.dataset.scheme = scheme;
      const moved = labels.paint({ visible: on, badges: badges ?? {}, selected, language });
      const renamed = language !== last.language;
      basemap.rename(language);
      if (recolour) grounds.forEach((ground) => ground.recolour());
      if (moved || (renamed && !recolour)) soon(redraw); // before the picture that shows it, but after the answer
      last = { scheme, language };
    },
    hover(id) {
      for (const place of places.values()) mark(place, "is-hovered", place.id === id);
      labels.hover(id);
    },
  };
}
