// Says that the ground has no more detail where a reader looks closer than it was made for, what lies
// there, and where there is more.

import { TEXTS, say } from "../base/texts.js";

/** @import { NearTown } from "../types.d.ts" */

const FROM = 12; // there the ground's finest outlines are ten pixels coarse
const METRES = 1000;
/** The event of the map by which it tells that a cell of the ground has come. */
export const GROUND_CAME = "atlas-ground";

/**
 * Keep the note; it follows the map.
 * @param {L.Map} map
 * @param {object} parts
 * @param {() => NearTown | null} parts.nearest the named town nearest to the middle
 * @param {(() => void) | null} parts.ask asks the page for a map with more; null where it has none to offer
 * @returns {{ update: () => void }}
 */
export function makePlainNote(map, { nearest, ask }) {
  const box = document.createElement("div");
  box.className = "atlas-plain";
  box.hidden = true;
  const words = document.createElement("span");
  box.append(words, ...(ask ? [button(ask)] : []));
  L.DomEvent.disableClickPropagation(box);
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => box;
  control.addTo(map);
  const update = () => {
    const isBare = map.getZoom() >= FROM && !map.getContainer().classList.contains("has-tiles");
    box.hidden = !isBare;
    const text = isBare ? sentence(nearest()) : "";
    if (words.textContent !== text) words.textContent = text;
  };
  map.on(`moveend ${GROUND_CAME}`, update); // its cell may come later, and name a nearer town
  return { update };
}

/** @type {(town: NearTown | null) => string} */
function sentence(town) {
  if (!town) return TEXTS.plain;
  const { name, metres } = town;
  if (metres < METRES) return say(TEXTS.plainAt, { name });
  return say(TEXTS.plainNear, { name, km: Math.round(metres / METRES) });
}

/** @type {(ask: () => void) => HTMLButtonElement} */
function button(ask) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = TEXTS.moreDetail;
  made.addEventListener("click", ask);
  return made;
}
