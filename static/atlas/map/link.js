// The frame's end of the link with the page: window messages, same origin, both senders checked.

import { deliver } from "../common/messages.js";

/** @import { Handlers, SentToPage, ToMap } from "../contract.d.ts" */
/** @import { SendToPage } from "./types.d.ts" */

/**
 * Listen to the page around the frame. A click made before the page has said how to paint is kept
 * and handed over then: no reader is too quick.
 * @param {Partial<Handlers<ToMap>>} handlers what to do, by message type
 * @returns {SendToPage} sends a message of a type to the page
 */
export function connect(handlers) {
  const page = window.parent;
  if (page === window) return () => {};
  let met = false;
  /** @type {SentToPage | null} */
  let early = null;
  window.addEventListener("message", (event) => {
    if (event.source !== page || event.origin !== window.origin) return;
    const message = event.data;
    if (!message || message.atlas !== 1 || !Object.hasOwn(handlers, message.type)) return;
    handlers[/** @type {keyof ToMap} */ (message.type)]?.(message);
    if (message.type !== "paint") return;
    met = true;
    const click = early;
    early = null; // before it is handed over: the page answers with another paint at once
    if (click) deliver(page, click);
  });
  return (type, fields) => {
    const message = /** @type {SentToPage} */ ({ atlas: 1, type, ...fields });
    if (!met && type === "click") early = message;
    else deliver(page, message);
  };
}
