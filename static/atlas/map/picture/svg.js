// A pane's SVG as an image that stands alone: its drawing with the style sheets that give its looks.

/**
 * Load the SVG of a pane as an image. It holds no foreign object, so it does not taint a canvas.
 * @param {HTMLElement|undefined} pane
 * @param {HTMLElement} container the map's, whose classes the style sheet's rules begin with
 * @returns {Promise<{image: HTMLImageElement, box: DOMRect}|null>} `box` is where it stands on the
 *   screen; null where the pane has no drawing
 */
export async function svgImage(pane, container) {
  const drawn = pane?.querySelector(":scope > svg");
  const box = drawn?.getBoundingClientRect();
  if (!box?.width) return null;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(drawn, box, container))}`;
  await image.decode();
  return { image, box };
}

function alone(drawn, { width, height }, container) {
  const svg = drawn.cloneNode(true);
  svg.removeAttribute("style");
  svg.removeAttribute("class");
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  const style = document.createElementNS(svg.namespaceURI, "style");
  style.textContent = rules();
  const around = document.createElementNS(svg.namespaceURI, "g");
  around.setAttribute("class", container.className);
  around.setAttribute("data-scheme", container.dataset.scheme);
  around.append(...svg.childNodes);
  for (const hidden of around.querySelectorAll(".is-off")) hidden.remove();
  svg.append(style, around);
  return new XMLSerializer().serializeToString(svg);
}

// Rules for the screen's width would be taken for the image's; none of them is about a path.
function rules() {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .map((rule) => rule.cssText)
    .filter((text) => /atlas-map|place|route/.test(text))
    .join("\n");
}
