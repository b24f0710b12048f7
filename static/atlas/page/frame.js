// The page's end of the talk with the map's frame: who may speak, and in which order they meet.

import { deliver, recipients } from "../common/messages.js";

/** @import { Handlers, Send, SentToMap, ToMap, ToPage } from "../contract.d.ts" */

function ownFrames() {
  return Array.from({ length: window.frames.length }, (_, index) => window.frames[index]);
}

/**
 * Meet the map, whichever side starts first.
 * `handlers` has a function for each message type the map sends; `send` does nothing and gives false
 * until the map is ready.
 * @type {(handlers: Handlers<ToPage>) => { send: Send<ToMap>; connected(): boolean }}
 */
export function connectFrame(handlers) {
  /** @type {Window | null} */
  let map = null;

  /** @param {MessageEvent} event */
  function receive({ data: message, origin, source }) {
    const frame = ownFrames().find((one) => one === source);
    if (message?.atlas !== 1 || !frame) return;
    if (location.protocol !== "file:" && origin !== window.origin) return;
    if (message.type === "ready") map = frame;
    handlers[/** @type {keyof ToPage} */ (message.type)]?.(message);
  }

  window.addEventListener("message", receive);
  const greet = () => ownFrames().forEach((frame) => frame.postMessage({ atlas: 1, type: "hello" }, recipients()));
  greet();
  return {
    send: (type, fields) => map !== null && deliver(map, /** @type {SentToMap} */ ({ atlas: 1, type, ...fields })),
    connected: () => map !== null,
  };
}
