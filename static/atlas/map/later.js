// What the frame fetches only when it is asked for: the drawing of a picture.

import { TEXTS } from "./base/texts.js";

/** @import { Attribution, DrawPicture } from "./types.d.ts" */

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
