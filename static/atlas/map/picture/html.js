// Draws HTML elements on a canvas as the browser shows them: boxes, text, and small SVG drawings.

import { drawText, drawTextBefore } from "./text.js";

/** @typedef {{ left: number, top: number, width: number, height: number, radius: number }} Rounded */

/**
 * Draw an element with all that is in it.
 * @param {CanvasRenderingContext2D} context whose unit is a CSS pixel of the screen
 * @param {Element} element
 * @param {number} ratio canvas pixels a CSS pixel
 * @param {number} alpha the opacity of what is around it
 */
export function drawElement(context, element, ratio, alpha = 1) {
  const style = window.getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  const own = alpha * Number(style.opacity);
  context.globalAlpha = own;
  if (element instanceof SVGElement) {
    drawSvg(context, element, own);
  } else {
    drawBox(context, element.getBoundingClientRect(), style);
    drawTextBefore(context, element, ratio);
    for (const child of element.childNodes) {
      context.globalAlpha = own;
      if (child instanceof Text) drawText(context, child, style, ratio);
      else if (child instanceof Element) drawElement(context, child, ratio, own);
    }
  }
  context.globalAlpha = 1;
}

/** @type {(context: CanvasRenderingContext2D, box: DOMRect, style: CSSStyleDeclaration) => void} */
function drawBox(context, { left, top, width, height }, style) {
  if (!width || !height) return;
  const radius = style.borderTopLeftRadius.endsWith("%") ? width / 2 : parseFloat(style.borderTopLeftRadius) || 0;
  const ring = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow);
  if (ring) {
    const by = Number(ring[2]);
    fillRect(context, ring[1], left - by, top - by, width + 2 * by, height + 2 * by, radius + by);
  }
  fillRect(context, style.backgroundColor, left, top, width, height, radius);
  drawBorders(context, { left, top, width, height, radius }, style);
}

/** @type {(context: CanvasRenderingContext2D, colour: string, left: number, top: number, width: number, height: number, radius: number) => void} */
function fillRect(context, colour, left, top, width, height, radius) {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, width, height, radius);
  context.fill();
}

// A border all around follows the corners; a single side is a bar.
/** @type {(context: CanvasRenderingContext2D, box: Rounded, style: CSSStyleDeclaration) => void} */
function drawBorders(context, { left, top, width, height, radius }, style) {
  const sides = ["top", "right", "bottom", "left"].map((side) => {
    const value = (/** @type {string} */ what) => style.getPropertyValue(`border-${side}-${what}`);
    return value("style") === "none" ? 0 : parseFloat(value("width"));
  });
  const [above, right, below, before] = sides;
  if (sides.every((side) => side && side === above)) {
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = above;
    context.beginPath();
    context.roundRect(
      left + above / 2,
      top + above / 2,
      width - above,
      height - above,
      Math.max(0, radius - above / 2),
    );
    context.stroke();
    return;
  }
  /** @type {(colour: string, x: number, y: number, w: number, h: number) => void} */
  const bar = (colour, x, y, w, h) => {
    context.fillStyle = colour;
    context.fillRect(x, y, w, h);
  };
  if (above) bar(style.borderTopColor, left, top, width, above);
  if (right) bar(style.borderRightColor, left + width - right, top, right, height);
  if (below) bar(style.borderBottomColor, left, top + height - below, width, below);
  if (before) bar(style.borderLeftColor, left, top, before, height);
}

/** @type {(context: CanvasRenderingContext2D, element: SVGElement, alpha: number) => void} */
function drawSvg(context, element, alpha) {
  /** @type {NodeListOf<SVGGraphicsElement>} */
  const shapes = element.querySelectorAll("path, line");
  for (const shape of shapes) {
    const style = window.getComputedStyle(shape);
    const path = shape instanceof SVGLineElement ? lineOf(shape) : new Path2D(shape.getAttribute("d") ?? "");
    const { a, b, c, d, e, f } = shape.getScreenCTM() ?? new DOMMatrix();
    context.save();
    context.transform(a, b, c, d, e, f);
    context.globalAlpha = alpha * Number(style.opacity);
    context.lineWidth = parseFloat(style.strokeWidth);
    context.lineJoin = /** @type {CanvasLineJoin} */ (style.strokeLinejoin);
    context.strokeStyle = style.stroke;
    context.fillStyle = style.fill;
    const stroke = () => style.stroke !== "none" && context.stroke(path);
    if (style.paintOrder.startsWith("stroke")) stroke();
    if (style.fill !== "none") context.fill(path);
    if (!style.paintOrder.startsWith("stroke")) stroke();
    context.restore();
  }
}

/** @type {(line: SVGLineElement) => Path2D} */
function lineOf({ x1, y1, x2, y2 }) {
  const path = new Path2D();
  path.moveTo(x1.baseVal.value, y1.baseVal.value);
  path.lineTo(x2.baseVal.value, y2.baseVal.value);
  return path;
}
