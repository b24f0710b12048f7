// What the map says of a disputed area under the pointer: who administers it and who claims it.

import { project } from "./basemap-data.js";
import { TEXTS, say } from "./texts.js";

/** Show a note while the pointer rests on a disputed area; `areas` gives the prepared areas. */
export function noteDisputes(map, areas) {
  const box = document.createElement("div");
  box.className = "atlas-dispute";
  box.setAttribute("role", "status");
  box.hidden = true;
  map.getContainer().append(box);
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

function note({ title, administered_by: by, claimed_by: claim, note: words }) {
  const head = document.createElement("strong");
  head.textContent = title;
  const status = [by && say(TEXTS.administered, { by }), claim && say(TEXTS.claimed, { by: claim })];
  const rest = document.createElement("span");
  rest.textContent = [sentence(status.filter(Boolean).join("; ")), words, TEXTS.noOpinion]
    .filter(Boolean).join(" ");
  return [head, " ", rest];
}

function sentence(text) {
  return text ? `${text[0].toUpperCase()}${text.slice(1)}.` : "";
}

function areaAt(areas, { lat, lng }) {
  const [x, y] = project([lng, lat]);
  return areas.find(({ box, rings }) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
    && rings.filter((ring) => encloses(ring, lng, lat)).length % 2 === 1);
}

// Counts the ring's edges to the east of the point.
function encloses(ring, lon, lat) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
