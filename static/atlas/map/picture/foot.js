// The strip below a picture of the map: its title, whose words it draws on, the map's sources.

const SIDE_PX = 12;
const ABOVE_PX = 9;
const BELOW_PX = 9;
const LOOKS = {
  title: { font: "650 15px", line: 20, colour: "--ink" },
  credit: { font: "400 12px", line: 16, colour: "--ink" },
  sources: { font: "400 10.5px", line: 14, colour: "--ink-soft" },
};

/** @import { FootLines, Foot } from "../types.d.ts" */

/**
 * Break the lines of the strip, and say how high it is.
 * @param {CanvasRenderingContext2D} context measures the text
 * @param {FootLines} lines empty ones take no room
 * @param {HTMLElement} container the map's: its font and colours are taken
 * @param {number} width of the picture in CSS pixels
 * @returns {Foot}
 */
export function layFoot(context, lines, container, width) {
  const style = window.getComputedStyle(container);
  const looks = /** @type {[keyof FootLines, { font: string, line: number, colour: string }][]} */ (
    Object.entries(LOOKS)
  );
  const rows = looks.flatMap(([name, look]) => {
    const font = `${look.font} ${style.fontFamily}`;
    context.font = font;
    return broken(context, lines[name], width - 2 * SIDE_PX).map((text) => ({
      text,
      font,
      line: look.line,
      colour: style.getPropertyValue(look.colour),
    }));
  });
  const high = rows.reduce((sum, { line }) => sum + line, 0);
  return {
    rows,
    width,
    height: rows.length ? high + ABOVE_PX + BELOW_PX : 0,
    paper: style.getPropertyValue("--paper"),
    rule: style.getPropertyValue("--rule"),
  };
}

/**
 * Draw the strip from the context's origin downwards.
 * @type {(context: CanvasRenderingContext2D, foot: Foot) => void}
 */
export function drawFoot(context, { rows, width, height, paper, rule }) {
  if (!height) return;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = rule;
  context.fillRect(0, 0, width, 1);
  Object.assign(context, {
    textAlign: "left",
    textBaseline: "alphabetic",
    letterSpacing: "0px",
    direction: "ltr",
  });
  let y = ABOVE_PX;
  for (const { text, font, line, colour } of rows) {
    Object.assign(context, { font, fillStyle: colour });
    context.fillText(text, SIDE_PX, y + line * 0.74);
    y += line;
  }
}

/** @type {(context: CanvasRenderingContext2D, text: string, room: number) => string[]} */
function broken(context, text, room) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
