// The rooms of static/atlas/ and what each may import; as an eslint rule, so that no import goes back up.

import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ATLAS = join(dirname(dirname(fileURLToPath(import.meta.url))), "static", "atlas");

/** Each room (a folder below static/atlas/) and the rooms that it may import besides itself. */
export const ROOMS = {
  state: [],
  common: [],
  parts: ["state", "common"],
  page: ["state", "common", "parts"],
  "map/base": [],
  "map/basemap": ["common", "map/base"],
  "map/labels": ["common", "map/base"],
  "map/picture": ["common", "map/base"],
  "map/places": ["common", "map/base"],
  "map/view": ["common", "map/base"],
  map: ["common", "map/base", "map/basemap", "map/labels", "map/picture", "map/places", "map/view"],
};

/** The room of a file: the folder that it stands in; undefined outside of all rooms. */
export function roomOf(file) {
  const folder = dirname(relative(ATLAS, file)).split(sep).join("/");
  return folder in ROOMS ? folder : undefined;
}

/** What is wrong with an import from one file of another, in words; null where it is allowed. */
export function fault(file, address) {
  if (!address.startsWith(".")) return `“${address}” is no file of ours; the browser code uses no package.`;
  const [from, to] = [roomOf(file), roomOf(join(dirname(file), address))];
  if (from === undefined || to === undefined) return `“${address}” leaves the rooms of static/atlas/.`;
  if (from === to || ROOMS[from].includes(to)) return null;
  return `${from}/ may not import ${to}/; it may import ${ROOMS[from].map((room) => `${room}/`).join(", ") || "nothing"}.`;
}

/** The rule for eslint: static and later imports alike. */
export const rooms = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const check = ({ source }) => {
      if (!source) return;
      const message =
        typeof source.value === "string" ? fault(context.filename, source.value) : "Import a fixed address.";
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
