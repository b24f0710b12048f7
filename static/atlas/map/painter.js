// Paints the state that the page sends: whole, idempotent, touching only what has changed.

import { mark } from "./places/places.js";
import { afterPaint, soon } from "../common/soon.js";

/** @import { Basemap, Labels, Paint, Places } from "./types.d.ts" */

const MANY = 200; // to find room for more names takes longer than a picture may wait for them

/**
 * Make the painter of one map.
 * @param {{ container: HTMLElement, places: Places, labels: Labels, basemap: Basemap, grounds: { recolour(): void }[],
 *   setAside(visible: ReadonlySet<string>): void }} parts
 * @returns {{ paint(message: Paint): void, hasPainted(): boolean, hover(id: string | null): void }}
 */
export function makePainter({ container, places, labels, basemap, grounds, setAside }) {
  const later = places.size > MANY ? afterPaint : soon;
  /** @type {Partial<Paint>} */
  let last = {};
  /** @type {string | null} */
  let hovered = null;
  const redraw = () => {
    labels.lay();
    basemap.redrawNames();
  };
  /** @type {(name: string, before: string | null | undefined, now: string | null) => void} */
  const move = (name, before, now) => {
    if (before === now) return;
    for (const id of [before, now]) {
      const place = places.get(id ?? "");
      if (place) mark(place, name, id === now);
    }
  };
  return {
    hasPainted: () => "scheme" in last,
    paint({ visible, badges, selected, scheme, language }) {
      const on = new Set(visible);
      // As long as the filters stand, the page sends the same list.
      if (visible !== last.visible) for (const place of places.values()) mark(place, "is-off", !on.has(place.id));
      move("is-selected", last.selected, selected);
      setAside(on);
      const recolour = scheme !== last.scheme;
      if (recolour) container.dataset.scheme = scheme;
      const moved = labels.paint({ visible: on, badges: badges ?? {}, selected, language });
      const renamed = language !== last.language;
      basemap.rename(language);
      if (recolour) grounds.forEach((ground) => ground.recolour());
      if (moved || (renamed && !recolour)) later(redraw); // before the picture that shows it, but after the answer
      last = { visible, selected, scheme, language };
    },
    hover(id) {
      move("is-hovered", hovered, id);
      hovered = id;
      labels.hover(id);
    },
  };
}
