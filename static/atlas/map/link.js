// The frame's end of the link with the page: window messages, same origin, both senders checked.

// A page opened from a file has the origin "null", which cannot be named as a target.
const TARGET = window.origin === "null" ? "*" : window.origin;

/**
 * Listen to the page around the frame.
 * @param {Object<string, function(object): void>} handlers what to do, by message type
 * @returns {function(string, object=): void} sends a message of a type to the page
 */
export function connect(handlers) {
  const page = window.parent;
  if (page === window) return () => {};
  window.addEventListener("message", (event) => {
    if (event.source !== page || event.origin !== window.origin) return;
    const message = event.data;
    if (!message || message.atlas !== 1 || !Object.hasOwn(handlers, message.type)) return;
    handlers[message.type](message);
  });
  return (type, fields = {}) => page.postMessage({ atlas: 1, type, ...fields }, TARGET);
}
