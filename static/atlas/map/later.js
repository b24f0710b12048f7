// What the frame fetches only when it is needed: the drawing of a picture, the host's street map.

import { TEXTS } from "./base/texts.js";

/** @import { Attribution, DrawPicture, StreetParts, Streets } from "./types.d.ts" */

const STREETS_FROM = 9; // the built-in map, made for whole countries, has little to show from here on

/**
 * Make the answer to a `picture` message.
 * @param {L.Map} map
 * @param {Attribution} attribution
 * @returns {DrawPicture} see drawPicture
 */
export function makePicture(map, attribution) {
  return async (words) => {
    try {
      const { drawPicture } = await import("./picture/picture.js");
      return await drawPicture(map, attribution, words);
    } catch (error) {
      console.warn(error);
      return { error: TEXTS.pictureFault };
    }
  };
}

/**
 * Show the host's own street map once the reader looks closely; nothing is fetched before.
 * @type {(parts: StreetParts) => Streets}
 */
export function streetsFromClose(parts) {
  /** @type {Streets | null} */
  let streets = null;
  let asked = false;
  const look = async () => {
    if (asked || parts.map.getZoom() < STREETS_FROM) return;
    asked = true;
    try {
      const { makeStreets } = await import("./basemap/streets.js");
      streets = await makeStreets(parts, STREETS_FROM);
    } catch (error) {
      console.warn(error);
      parts.fault(TEXTS.streetsFault);
    }
  };
  parts.map.on("zoomend", look);
  look();
  return { recolour: () => streets?.recolour() };
}
