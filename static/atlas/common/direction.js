// Which way a text runs: as its language does, unless it has letters of the other kind alone.

/** @typedef {"ltr" | "rtl"} Direction */

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/**
 * The `dir` of a text whose language usually runs one way; the server has the same rule.
 * @type {(text: string, usual: Direction) => Direction}
 */
export function directionOf(text, usual) {
  const found = new Set();
  for (const sign of text) if (LETTER.test(sign)) found.add(RIGHT_TO_LEFT.test(sign) ? "rtl" : "ltr");
  if (!found.size || found.has(usual)) return usual;
  return usual === "rtl" ? "ltr" : "rtl";
}
