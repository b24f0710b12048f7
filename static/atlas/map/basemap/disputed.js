// What the map says of a disputed area under the pointer: who administers it and who claims it.

import { project } from "./data.js";
import { wrapped } from "../base/circle.js";
import { contains } from "../base/geometry.js";
import { TEXTS, say } from "../base/texts.js";

/** @import { Disputed, DisputedArea } from "../types.d.ts" */

/**
 * Show a note while the pointer rests on a disputed area; `areas` gives the prepared areas.
 * @type {(map: L.Map, areas: () => DisputedArea[]) => (latlng: L.LatLng | null) => void}
 */
export function noteDisputes(map, areas) {
  const box = document.createElement("div");
  box.className = "atlas-dispute";
  box.hidden = true;
  map.getContainer().append(box);
  /** @type {string | null} */
  let shown = null;

  return (latlng) => {
    const found = latlng ? areaAt(areas(), latlng) : null;
    const id = found?.properties.id ?? null;
    if (id === shown) return;
    shown = id;
    box.hidden = !found;
    box.replaceChildren(...(found ? note(found.properties) : []));
  };
}

/** @type {(properties: Disputed) => (Node | string)[]} */
function note({ title, administered_by: by, claimed_by: claim, note: words }) {
  const head = document.createElement("strong");
  head.textContent = title;
  const status = [by && say(TEXTS.administered, { by }), claim && say(TEXTS.claimed, { by: claim })];
  const rest = document.createElement("span");
  rest.textContent = [sentence(status.filter(Boolean).join("; ")), words, TEXTS.noOpinion].filter(Boolean).join(" ");
  return [head, " ", rest];
}

/** @type {(text: string) => string} */
function sentence(text) {
  return text ? `${text[0].toUpperCase()}${text.slice(1)}.` : "";
}

/** @type {(areas: DisputedArea[], at: L.LatLng) => DisputedArea | undefined} */
function areaAt(areas, { lat, lng: turned }) {
  const lng = wrapped(turned);
  const [x, y] = project([lng, lat]);
  return areas.find(
    ({ box, rings }) =>
      x >= box.minX
      && x <= box.maxX
      && y >= box.minY
      && y <= box.maxY
      && contains({ type: "Polygon", coordinates: rings }, lng, lat),
  );
}
