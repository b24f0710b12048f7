// A part of the frame's page as an image that stands alone: its elements, style sheets and fonts.

/** @import { Sized } from "../types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The page's style sheets with the fonts that they name put inside: an image may fetch nothing.
 * @returns {Promise<string>}
 */
export async function styles() {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  return (await Promise.all(rules.map(withFont))).join("\n");
}

// A font that does not come is left out; letters then look as they do on the map without it.
/** @type {(rule: CSSRule) => Promise<string> | string} */
function withFont(rule) {
  const file = rule instanceof CSSFontFaceRule && /url\("?(?!data:)([^")]+)"?\)/.exec(rule.cssText);
  if (!file) return rule.cssText;
  const address = new URL(file[1], rule.parentStyleSheet?.href ?? document.baseURI);
  return inside(address).then(
    (data) => rule.cssText.replace(file[0], `url("${data}")`),
    () => "",
  );
}

/** @type {(address: URL) => Promise<string>} */
async function inside(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`);
  const reader = new FileReader();
  const read = new Promise((done, failed) => Object.assign(reader, { onload: done, onerror: failed }));
  reader.readAsDataURL(await answer.blob());
  await read;
  return String(reader.result);
}

/**
 * Load some of an element's descendants as an image, as they stand at the call, with nothing behind
 * them. Other browsers than the one at hand may refuse to read such an image back; that throws later.
 * @param {HTMLElement} root
 * @param {string} kept a selector: these, with what they are in and what is in them
 * @param {string} css see styles
 * @param {Sized} size of the image
 * @returns {Promise<HTMLImageElement>}
 */
export async function imageOf(root, kept, css, { width, height }) {
  const page = document.implementation.createHTMLDocument(); // where no image is fetched
  const copy = page.importNode(root, true);
  for (const element of copy.querySelectorAll("*")) {
    const out = element.tagName === "BUTTON" || (!element.closest(kept) && !element.querySelector(kept));
    if (out) element.remove(); // buttons are for use
  }
  const { width: across, height: down } = root.getBoundingClientRect();
  copy.lang = document.documentElement.lang;
  copy.style.cssText +=
    `; position: relative; width: ${across}px !important; height: ${down}px !important;`
    + "background: none !important; overflow: visible !important";
  const style = page.createElement("style");
  style.textContent = `${css}\n* { transition: none !important }`;
  const body = page.createElement("div");
  body.append(style, copy);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    `<svg xmlns="${SVG}" width="${width}" height="${height}"><foreignObject width="100%" height="100%">`
      + `${new XMLSerializer().serializeToString(body)}</foreignObject></svg>`,
  )}`;
  await image.decode();
  return image;
}
