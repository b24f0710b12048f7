// Writes a page's text on a canvas where the browser has put it: lines, halo, either direction.

const AWAY = 20000; // a halo alone is drawn by text that stands outside the canvas
/** @type {Map<string, number>} */
const ascents = new Map();

/**
 * Write a text node in the style of the element around it; see drawElement.
 * @type {(context: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration, ratio: number) => void}
 */
export function drawText(context, node, style, ratio) {
  for (const { text, box } of linesOf(node)) write(context, text, box, style, ratio);
}

/**
 * Write the text that the style sheet puts before an element's own.
 * @type {(context: CanvasRenderingContext2D, element: Element, ratio: number) => void}
 */
export function drawTextBefore(context, element, ratio) {
  const style = window.getComputedStyle(element, "::before");
  const text = /^"(.*)"$/.exec(style.content)?.[1];
  const [box] = element.getClientRects();
  if (text && box) write(context, text, box, style, ratio);
}

/** @type {(context: CanvasRenderingContext2D, text: string, box: DOMRect, style: CSSStyleDeclaration, ratio: number) => void} */
function write(context, text, box, style, ratio) {
  setFont(context, style);
  const shown = style.textTransform === "uppercase" ? text.toUpperCase() : text;
  const baseline = box.top + ascentOf(context.font);
  for (const { colour, blur } of shadowsOf(style.textShadow)) {
    context.save();
    context.shadowColor = colour;
    context.shadowBlur = blur * ratio;
    context.shadowOffsetX = AWAY * ratio;
    context.fillStyle = "#000";
    context.fillText(shown, box.left - AWAY, baseline);
    context.restore();
  }
  context.fillStyle = style.color;
  context.fillText(shown, box.left, baseline);
}

// How far below the top of its box a font's baseline lies, as this browser lays it out: on dense
// screens what a canvas says of the font can be a pixel off.
/** @type {(font: string) => number} */
function ascentOf(font) {
  const key = `${window.devicePixelRatio} ${font}`;
  const known = ascents.get(key);
  if (known !== undefined) return known;
  const line = document.createElement("div");
  line.style.cssText = "position: absolute; visibility: hidden";
  line.style.font = font;
  const foot = document.createElement("i");
  foot.style.cssText = "display: inline-block; width: 0; height: 0";
  const letter = document.createTextNode("x");
  line.append(letter, foot);
  document.body.append(line);
  const ascent = foot.getBoundingClientRect().bottom - boxOf(letter, 0, 1).top;
  line.remove();
  ascents.set(key, ascent);
  return ascent;
}

/** @type {(context: CanvasRenderingContext2D, style: CSSStyleDeclaration) => void} */
function setFont(context, { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing, direction }) {
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  context.letterSpacing = letterSpacing === "normal" ? "0px" : letterSpacing;
  context.direction = direction === "rtl" ? "rtl" : "ltr";
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
}

// Computed shadows read "rgb(1, 2, 3) 0px 0px 2px, …"; the last one named lies lowest.
/** @type {(value: string) => { colour: string; blur: number }[]} */
function shadowsOf(value) {
  return [...value.matchAll(/(rgba?\([^)]*\)) \S+ \S+ ([\d.]+)px/g)]
    .map(([, colour, blur]) => ({ colour, blur: Number(blur) }))
    .reverse();
}

// The lines that a text node was broken into, each with its box on the screen.
/** @type {(node: Text) => { text: string; box: DOMRect }[]} */
function linesOf(node) {
  /** @type {{ start: number, end: number, top: number }[]} */
  const lines = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    const { top, height } = boxOf(node, index, index + word.length);
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) last.end = index + word.length;
    else if (height) lines.push({ start: index, end: index + word.length, top });
  }
  return lines.map(({ start, end }) => ({
    text: node.data.slice(start, end).replace(/\s+/g, " "),
    box: boxOf(node, start, end),
  }));
}

/** @type {(node: Node, start: number, end: number) => DOMRect} */
function boxOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getBoundingClientRect();
}
