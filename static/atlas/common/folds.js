// On a phone what comes before the text or the table is folded; who reads without scripts has all of it open.

import { all } from "./dom.js";

const SMALL = "(max-width: 50em), (max-width: 62em) and (max-height: 30em)"; // as the style sheets say

/**
 * Fold what folds, on a small screen.
 * @type {(root?: Document | Element) => void}
 */
export function foldOnPhones(root = document) {
  if (!matchMedia(SMALL).matches) return;
  all("details[data-folds]", root).forEach((fold) => fold.removeAttribute("open"));
}
