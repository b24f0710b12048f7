// The strip below a picture: the title, how far it is checked, what the marks mean, and whose it all is.

import { TEXTS } from "../base/texts.js";

/** @import { Theme } from "../../contract.d.ts" */
/** @import { PictureLines } from "../types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";
const STRIP =
  "position: absolute; inset: 100% 0 auto; z-index: 2000; padding: 9px 12px; box-sizing: border-box; "
  + "background: var(--paper); color: var(--ink); box-shadow: inset 0 1px var(--rule)";
const LOOKS = {
  title: "font: 650 15px/20px var(--sans)",
  status: "font: 600 12px/16px var(--sans)",
  credit: "font: 400 12px/16px var(--sans)",
  sources: "font: 400 10.5px/14px var(--sans); color: var(--ink-soft)",
};
const KEY = "display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0; font: 400 12px/16px var(--sans)";
const ENTRY = "display: inline-flex; align-items: center; gap: 5px";

/**
 * Build the strip; a line without words is left out.
 * @type {(lines: PictureLines, key: HTMLElement[]) => HTMLElement}
 */
export function stripOf(lines, key) {
  const strip = document.createElement("div");
  strip.className = "picture-foot";
  for (const name of /** @type {(keyof PictureLines)[]} */ (Object.keys(LOOKS))) {
    if (name === "credit") strip.append(...key);
    if (!lines[name]) continue;
    const line = document.createElement("div");
    line.style.cssText = LOOKS[name];
    line.textContent = lines[name];
    strip.append(line);
  }
  if (strip.hasChildNodes()) strip.style.cssText = STRIP;
  return strip;
}

/**
 * What the marks of the themes mean, and how exactly the places on the map are known.
 * @type {(container: HTMLElement, themes: Theme[]) => HTMLElement[]}
 */
export function keyOf(container, themes) {
  const exact = Object.entries(TEXTS.key)
    .filter(([selector]) => container.querySelector(selector))
    .map(([, words]) => words);
  const isDark = container.dataset.scheme === "dark";
  return [
    rowOf(themes.map((theme) => [markOf(theme, isDark), theme.title])),
    rowOf(exact.map((words) => [words])),
  ].filter((row) => row.hasChildNodes());
}

/** @type {(entries: (Node | string)[][]) => HTMLElement} */
function rowOf(entries) {
  const row = document.createElement("div");
  row.style.cssText = KEY;
  for (const inside of entries) {
    const entry = document.createElement("span");
    entry.style.cssText = ENTRY;
    entry.append(...inside);
    row.append(entry);
  }
  return row;
}

/** @type {(theme: Theme, isDark: boolean) => SVGElement} */
function markOf({ path, colour, colourDark }, isDark) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.style.cssText = "width: 12px; height: 12px; flex: none";
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("fill", isDark ? colourDark : colour);
  svg.append(shape);
  return svg;
}
