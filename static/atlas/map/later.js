// What the frame fetches only when it is asked for: the drawing of a picture.

import { TEXTS } from "./base/texts.js";

/**
 * Make the answer to a `picture` message.
 * @returns {function({title, credit}): Promise<{url, width, height}|{error}>} see drawPicture
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
