// The folded panels of the rail: one that is opened comes into view as far as it fits.

import { all } from "../common/dom.js";
import { showWhole } from "./scroll.js";

/**
 * Take over the panels below `root`.
 * @type {(root: HTMLElement) => void}
 */
export function createPanels(root) {
  // A drawing may come after its panel has opened: followed until the reader does something else.
  const observer = new ResizeObserver(([{ target }]) => showWhole(target));
  const leave = () => observer.disconnect();
  for (const panel of all("details.panel", root)) {
    panel.addEventListener("toggle", () => {
      leave();
      if (panel.hasAttribute("open")) observer.observe(panel);
    });
  }
  for (const doing of ["wheel", "pointerdown", "keydown"]) root.addEventListener(doing, leave, { passive: true });
}
