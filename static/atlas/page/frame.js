// The page's end of the talk with the map's frame: who may speak, and in which order they meet.

import { deliver } from "../common/messages.js";

const target = () => (location.protocol === "file:" ? "*" : location.origin);

function ownFrames() {
  return Array.from({ length: window.frames.length }, (_, index) => window.frames[index]);
}

/**
 * Meet the map, whichever side starts first.
 * `handlers` has a function for each message type the map sends; `send` does nothing and gives false
 * until the map is ready.
 */
export function connectFrame(handlers) {
  let map = null;

  function receive(event) {
    const message = event.data;
    if (message?.atlas !== 1 || !ownFrames().includes(event.source)) return;
    if (location.protocol !== "file:" && event.origin !== location.origin) return;
    if (message.type === "ready") map = event.source;
    handlers[message.type]?.(message);
  }

  window.addEventListener("message", receive);
  const greet = () => ownFrames().forEach((frame) => frame.postMessage({ atlas: 1, type: "hello" }, target()));
  greet();
  return {
    send: (type, fields = {}) => map !== null && deliver(map, { atlas: 1, type, ...fields }),
    connected: () => map !== null,
    close: () => window.removeEventListener("message", receive),
  };
}
