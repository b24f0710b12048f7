// Who scrolls what: one finger scrolls the page, two move the map; framed elsewhere, Ctrl + wheel.

import { TEXTS } from "../base/texts.js";

/** @typedef {{ show(text: string): void, hide(): void }} Hint */

const HINT_MS = 1400;
const HINT_AFTER_PX = 18;

/**
 * Set the map's gestures; `embedded` is whether the app stands inside somebody else's page.
 * @type {(map: L.Map, embedded: boolean) => void}
 */
export function setGestures(map, embedded) {
  const container = map.getContainer();
  const hint = makeHint(container);
  const options = { capture: true, passive: true };
  container.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      if (pointerType === "touch") map.dragging.disable();
      else map.dragging.enable();
    },
    options,
  );
  hintOnOneFinger(container, hint, options);
  if (embedded) wheelNeedsCtrl(map, hint, options);
}

/** @type {(container: HTMLElement, hint: Hint, options: AddEventListenerOptions) => void} */
function hintOnOneFinger(container, hint, options) {
  /** @type {Touch | null} */
  let start = null;
  container.addEventListener(
    "touchstart",
    ({ touches }) => {
      start = touches.length === 1 ? touches[0] : null;
      if (!start) hint.hide();
    },
    options,
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (!start || touches.length !== 1) return;
      const [now] = touches;
      const moved = Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY);
      if (moved > HINT_AFTER_PX) hint.show(TEXTS.twoFingers);
    },
    options,
  );
}

/** @type {(map: L.Map, hint: Hint, options: AddEventListenerOptions) => void} */
function wheelNeedsCtrl(map, hint, options) {
  map.getContainer().addEventListener(
    "wheel",
    ({ ctrlKey, metaKey }) => {
      if (ctrlKey || metaKey) {
        map.scrollWheelZoom.enable();
      } else {
        map.scrollWheelZoom.disable();
        hint.show(TEXTS.ctrlWheel);
      }
    },
    options,
  );
}

/** @type {(container: HTMLElement) => Hint} */
function makeHint(container) {
  const box = document.createElement("div");
  box.className = "atlas-hint";
  box.setAttribute("aria-hidden", "true");
  container.append(box);
  let timer = 0;
  return {
    show(text) {
      box.textContent = text;
      box.classList.add("is-shown");
      window.clearTimeout(timer);
      timer = window.setTimeout(() => box.classList.remove("is-shown"), HINT_MS);
    },
    hide: () => box.classList.remove("is-shown"),
  };
}

/**
 * Whether the page around the frame was opened to be embedded (`?embed=true`).
 * @type {() => boolean}
 */
export function isEmbedded() {
  try {
    return new URLSearchParams(window.parent.location.search).get("embed") === "true";
  } catch {
    return true; // a page on another host surrounds us
  }
}
