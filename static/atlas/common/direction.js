// Which way a text runs: as its language does, unless it has letters of the other kind alone.

/** @typedef {"ltr" | "rtl"} Direction */

const RIGHT_TO_LEFT = "[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]";
const LETTER = {
  ltr: new RegExp(`(?!${RIGHT_TO_LEFT})\\p{L}`, "u"),
  rtl: new RegExp(`(?=\\p{L})${RIGHT_TO_LEFT}`, "u"),
};

/**
 * The `dir` of a text whose language usually runs one way; the server has the same rule.
 * @type {(text: string, usual: Direction) => Direction}
 */
export function directionOf(text, usual) {
  const other = usual === "rtl" ? "ltr" : "rtl";
  return !LETTER[usual].test(text) && LETTER[other].test(text) ? other : usual;
}
