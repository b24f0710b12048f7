// How large labels are: as wide as their longest line, read from the page as seldom as may be.

/** @import { Label } from "../types.d.ts" */

// All are read before any is written, so that the page is laid out once.
/** @type {(labels: Label[]) => void} */
export function fit(labels) {
  for (const { box } of labels) box.style.width = "";
  const sizes = labels.map(({ box, name, also, row }) => {
    const inside = Math.max(...[name, also, row].map(contentWidth));
    const { paddingLeft, paddingRight } = window.getComputedStyle(box);
    return { w: Math.ceil(inside + parseFloat(paddingLeft) + parseFloat(paddingRight)) + 1, h: box.offsetHeight };
  });
  labels.forEach((label, i) => {
    label.size = sizes[i];
    label.box.style.width = `${sizes[i].w}px`;
  });
}

/**
 * Read the sizes anew that were read before; whether any has changed. A label that is off is measured
 * when it comes on.
 * @type {(labels: ReadonlyMap<string, Label>) => boolean}
 */
export function remeasured(labels) {
  const before = new Map([...labels.values()].flatMap((label) => (label.size ? [[label, label.size]] : [])));
  for (const label of labels.values()) label.size = null;
  fit([...before.keys()].filter(({ on }) => on));
  return [...before].some(([{ on, size }, was]) => on && (size?.w !== was?.w || size?.h !== was?.h));
}

/** @type {(element: Element) => number} */
function contentWidth(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}
