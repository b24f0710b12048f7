// A pane's SVG as an image that stands alone: its drawing with the style sheets that give its looks.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Load the SVG of a pane as an image. It holds no foreign object, so it does not taint a canvas.
 * @param {HTMLElement|undefined} pane
 * @param {HTMLElement} container the map's, whose classes the style sheet's rules begin with
 * @returns {Promise<{image: HTMLImageElement, box: DOMRect}|null>} `box` is where it stands on the
 *   screen; null where the pane has no drawing
 */
export async function svgImage(pane, container) {
  /** @type {SVGElement | null | undefined} */
  const drawn = pane?.querySelector(":scope > svg");
  const box = drawn?.getBoundingClientRect();
  if (!drawn || !box?.width) return null;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(drawn, box, container))}`;
  await image.decode();
  return { image, box };
}

/** @type {(drawn: SVGElement, box: DOMRect, container: HTMLElement) => string} */
function alone(drawn, { width, height }, container) {
  const svg = /** @type {SVGElement} */ (drawn.cloneNode(true));
  svg.removeAttribute("style");
  svg.removeAttribute("class");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  const style = document.createElementNS(SVG, "style");
  style.textContent = rules();
  const around = document.createElementNS(SVG, "g");
  around.setAttribute("class", container.className);
  around.setAttribute("data-scheme", container.dataset.scheme ?? "");
  around.append(...svg.childNodes);
  for (const hidden of around.querySelectorAll(".is-off")) hidden.remove();
  svg.append(style, around);
  return new XMLSerializer().serializeToString(svg);
}

// Rules for the screen's width would be taken for the image's; none of them is about a path.
/** @type {() => string} */
function rules() {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .map((rule) => rule.cssText)
    .filter((text) => /atlas-map|place|route/.test(text))
    .join("\n");
}
