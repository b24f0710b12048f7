// How page and map hand each other a message: at once, so that text and map change in the same
// picture. A posted one would wait until the screen has been drawn.

/** @import { SentToMap, SentToPage } from "../contract.d.ts" */

/**
 * Hand a message over to a window of the same origin; it comes as one that was posted would.
 * @param {Window} target
 * @param {SentToMap | SentToPage} data
 * @returns {boolean} true: it has been handled
 */
export function deliver(target, data) {
  const message = { data, origin: window.origin, source: window };
  // Of the target's own kind, or its listeners would not know it for a message.
  const { MessageEvent } = /** @type {Window & typeof globalThis} */ (target);
  return target.dispatchEvent(new MessageEvent("message", message));
}
