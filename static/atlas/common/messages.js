// How page and map hand each other a message: at once, so that text and map change in the same
// picture. A posted one would wait until the screen has been drawn.

/** @import { SentToMap, SentToPage } from "../contract.d.ts" */

/** For whom a message is that is posted: in a sandbox a document has no origin that could be named. */
export const recipients = () => (window.origin === "null" ? "*" : window.origin);

/**
 * Hand a message over to a window of the same origin; it comes as one that was posted would. In a
 * sandbox each document has an origin of its own, and it is posted.
 * @param {Window} target
 * @param {SentToMap | SentToPage} data
 * @returns {boolean} true: it has been handled, or will be
 */
export function deliver(target, data) {
  const reached = within(target);
  if (!reached) {
    if (window.origin === "null") target.postMessage(data, recipients());
    return window.origin === "null";
  }
  const message = { data, origin: window.origin, source: window };
  // Of the target's own kind, or its listeners would not know it for a message.
  return target.dispatchEvent(new reached.MessageEvent("message", message));
}

/**
 * The window, if its inside may be reached.
 * @type {(target: Window) => (Window & typeof globalThis) | null}
 */
function within(target) {
  try {
    const inner = /** @type {Window & typeof globalThis} */ (target);
    return inner.MessageEvent ? inner : null;
  } catch {
    return null; // of another origin
  }
}
