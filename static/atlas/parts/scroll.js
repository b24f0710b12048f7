// Scroll inside our own panes only: an embedding page is never moved.

const page = () => document.scrollingElement ?? document.documentElement;

/**
 * The nearest ancestor that scrolls, or the document's own scroller.
 * @type {(element: Element) => Element}
 */
export function scrollerOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at.scrollHeight > at.clientHeight + 1) {
      return at;
    }
  }
  return page();
}

/**
 * What of a scroller is free: its box less what stands fixed over its top (the phone's map) or, in a low
 * window, over its bottom (the card).
 * @type {(scroller: Element) => { top: number; bottom: number }}
 */
export function freeBox(scroller) {
  const box = scroller === page() ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  const covers = [...document.querySelectorAll(".st-key-atlas-map, .st-key-atlas-filters")];
  let { top, bottom } = box;
  for (const cover of covers) {
    if (getComputedStyle(cover).position !== "sticky") continue;
    top = Math.max(top, cover.getBoundingClientRect().bottom);
  }
  const card = document.querySelector("#atlas-card");
  if (card && getComputedStyle(card).position === "fixed" && card.getClientRects().length) {
    bottom = Math.min(bottom, card.getBoundingClientRect().top);
  }
  return { top, bottom };
}

/**
 * Bring an element to the upper middle of its scroller's free part, unless it is well in view.
 * @type {(element: Element) => void}
 */
export function bringIntoView(element) {
  const scroller = scrollerOf(element);
  const free = freeBox(scroller);
  const box = element.getBoundingClientRect();
  const margin = Math.min(48, (free.bottom - free.top) / 6);
  if (box.top >= free.top + margin && box.bottom <= free.bottom - margin) return;
  const wanted = free.top + (free.bottom - free.top) * 0.38 - box.height / 2;
  scroller.scrollTop += box.top - wanted;
  settle(element, scroller);
}

/**
 * Scrolling may change what covers the text (a heading leaves, a map sticks): look once more.
 * @type {(element: Element, scroller: Element) => void}
 */
function settle(element, scroller) {
  const free = freeBox(scroller);
  const box = element.getBoundingClientRect();
  if (box.top < free.top || box.bottom > free.bottom) {
    scroller.scrollTop += box.top - (free.top + (free.bottom - free.top) * 0.38 - box.height / 2);
  }
}

/**
 * Scroll until all of an element shows, or, where it is too tall, its beginning.
 * @type {(element: Element) => void}
 */
export function showWhole(element) {
  const scroller = scrollerOf(element);
  const free = freeBox(scroller);
  const { top, bottom } = element.getBoundingClientRect();
  // Whole pixels: what is scrolled by is rounded down, and a part of one would stay below the edge.
  if (bottom > free.bottom) scroller.scrollTop += Math.ceil(Math.min(bottom - free.bottom, top - free.top));
}

/**
 * Uncover an element that reaches under what covers the text, and no more: its reader is there.
 * @type {(element: Element) => void}
 */
export function uncover(element) {
  const scroller = scrollerOf(element);
  const free = freeBox(scroller);
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top < free.top) scroller.scrollTop -= free.top - top + height;
  else if (bottom > free.bottom) scroller.scrollTop += bottom - free.bottom + height;
}
