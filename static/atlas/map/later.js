// What the frame fetches only when it is needed: the drawing of a picture, the host's street map.

import { TEXTS } from "./base/texts.js";

/** @import { Theme } from "../contract.d.ts" */
/** @import { Attribution, DrawPicture, Redrawn, StreetParts, Streets } from "./types.d.ts" */

const STREETS_FROM = 9; // the built-in map, made for whole countries, has little to show from here on

/**
 * Make the answer to a `picture` message.
 * @param {L.Map} map
 * @param {Attribution} attribution
 * @param {Theme[]} themes
 * @param {Redrawn["redraw"]} redraw draws the ground anew
 * @returns {DrawPicture} see drawPicture
 */
export function makePicture(map, attribution, themes, redraw) {
  return async (words) => {
    try {
      const { drawPicture } = await import("./picture/picture.js");
      const on = themes.filter(({ id }) => words.themes?.includes(id));
      return await drawPicture(map, attribution, { ...words, themes: on, redraw });
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
