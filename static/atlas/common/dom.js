// Small helpers to build and find elements; text is always set as text, never as markup.

/** @import { ThemeMark } from "../contract.d.ts" */
/** @import { Attributes, Child } from "./types.d.ts" */

/**
 * Build an element: h("p", {class: "x"}, "text", child). `on…` attributes are listeners.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice("on".length), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/**
 * Flatten nested lists of children and drop those that are not there.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export const present = (children) =>
  children.flatMap((child) => {
    if (Array.isArray(child)) return present(child);
    return child === null || child === undefined || child === false ? [] : [child];
  });

const SVG = "http://www.w3.org/2000/svg";

/**
 * Build an SVG element in the same way.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | null | undefined>} attributes
 * @param {Child[]} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function s(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...present(children));
  return element;
}

/**
 * Build the mark of a theme: its shape in its colour. The word always stands beside it.
 * @param {ThemeMark} theme
 * @param {number} size in pixels
 */
export function mark(theme, size = 14) {
  return s(
    "svg",
    {
      class: "theme-mark",
      viewBox: "0 0 24 24",
      width: size,
      height: size,
      "aria-hidden": "true",
      style: `--light:${theme.colour};--dark:${theme.colourDark}`,
    },
    s("path", { d: theme.path }),
  );
}

/** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
export const all = (selector, root = document) => [
  .../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector)),
];

/** @type {(selector: string, root?: ParentNode) => HTMLElement | null} */
export const one = (selector, root = document) => root.querySelector(selector);

/**
 * Find what the server's HTML always has.
 * @type {(selector: string, root?: ParentNode) => HTMLElement}
 * @throws {Error} if it has not: page and code are not of the same version
 */
export function the(selector, root = document) {
  const found = one(selector, root);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/**
 * The element that an event began in, or the nearest one around it, that a selector fits.
 * @type {(event: Event, selector: string) => HTMLElement | null}
 */
export const around = ({ target }, selector) => (target instanceof Element ? target.closest(selector) : null);

/**
 * Say how many: count(2, "claim") is "2 claims".
 * @type {(number: number, word: string | undefined) => string}
 */
export const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/**
 * Tell readers who do not see the screen what has just changed.
 * @param {string} text
 */
export function announce(text) {
  const region = one("#atlas-live");
  if (region && region.textContent !== text) region.textContent = text;
}

/**
 * Put a message where every reader sees it, at most three at once.
 * @param {string} text
 */
export function notice(text) {
  const list = one("#atlas-notices");
  if (!list || all("li", list).some((item) => item.dataset.text === text)) return;
  const item = h("li", { "data-text": text }, text);
  item.append(
    h(
      "button",
      { type: "button", class: "plain", "aria-label": "Dismiss this notice", onclick: () => item.remove() },
      "×",
    ),
  );
  list.append(item);
  while (list.children.length > 3) list.firstElementChild?.remove();
}

/** Take over what the server has to say, so that it can be dismissed like everything else. */
export function adoptNotices() {
  for (const item of all(".notices:not(#atlas-notices) li")) {
    item.remove();
    notice((item.textContent ?? "").trim());
  }
}

/**
 * Words as the beginning of a sentence.
 * @type {(text: string) => string}
 */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
