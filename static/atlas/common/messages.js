// How page and map hand each other a message: at once, so that text and map change in the same
// picture. A posted one would wait until the screen has been drawn.

/** Hand a message over to a window of the same origin; it comes as one that was posted would. */
export function deliver(target, data) {
  const message = { data, origin: window.origin, source: window };
  return target.dispatchEvent(new target.MessageEvent("message", message));
}
