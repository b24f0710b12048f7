// The app's addresses: its own, its pages' and passages', and the ones that a reader gives to others.

import { PAGES } from "../common/pages.js";

/** @import { Selects } from "./types.d.ts" */

const OWN_PAGES = new RegExp(`/(${PAGES.join("|")})/?$`);
const SELECTION = ["place", "mention", "claim", "at", "page"];

/** @type {(query: URLSearchParams) => string} */
const readable = (query) => query.toString().replaceAll("%2C", ",");

/**
 * Whether the document has an address that others can open: none that a page made up for a frame has.
 * @type {() => boolean}
 */
export const hasAddress = () => ["http:", "https:", "file:"].includes(location.protocol);

/**
 * The app's own address without page, query or a host's inner path.
 * @type {(here?: URL | Location) => string}
 */
export function appAddress(here = location) {
  const path = here.pathname.replace(OWN_PAGES, "/");
  return here.protocol === "file:" ? `file://${path}` : `${here.origin}${path}`;
}

/**
 * The address to give to others: on Community Cloud the app runs under an inner path.
 * @type {(query: string) => string}
 */
export function publicAddress(query) {
  const page = location.pathname.match(OWN_PAGES)?.[1] ?? "";
  const base = appAddress().replace("/~/+/", "/");
  return `${base}${page}${query ? `?${query}` : ""}`;
}

/**
 * The choices without what only matters in a frame: a copied link opens the whole app.
 * @type {(query: string) => string}
 */
export function withoutFrame(query) {
  const kept = new URLSearchParams(query);
  ["embed", "embed_options", "text"].forEach((name) => kept.delete(name));
  return readable(kept);
}

/**
 * The address of a page, "" for the reader, with the choices; in one file a page is a parameter.
 * @type {(page: string, choices: string, inOneFile: boolean) => string}
 */
export function pageAddress(page, choices, inOneFile) {
  if (!hasAddress()) return "#";
  const query = new URLSearchParams(choices);
  query.delete("page");
  if (inOneFile && page) query.set("page", page);
  const search = readable(query);
  return `${appAddress()}${inOneFile ? "" : page}${search ? `?${search}` : ""}`;
}

/**
 * The way from a page to the reader with the choices, and with what a link itself selects.
 * @type {(choices: string, selects: Selects) => string}
 */
export function readerAddress(choices, { note, ...selects }) {
  const query = new URLSearchParams(choices);
  SELECTION.forEach((name) => query.delete(name));
  for (const [name, id] of Object.entries(selects)) if (id) query.set(name, id);
  return `./?${query}${note ? `#note-${note}` : ""}`;
}

/**
 * The address to give to others of a passage alone.
 * @type {(choices: string, place: string | null, mention: string) => string}
 */
export function passageAddress(choices, place, mention) {
  const query = editionOf(choices);
  if (place) query.set("place", place);
  query.set("mention", mention);
  return publicAddress(query.toString());
}

/**
 * The address to give to others of a claim or a place alone, on the reader's screen.
 * @type {(choices: string, kind: "claim" | "place", id: string) => string}
 */
export function recordAddress(choices, kind, id) {
  const query = editionOf(choices);
  query.set(kind, id);
  return publicAddress(query.toString());
}

/** @type {(choices: string) => URLSearchParams} */
function editionOf(choices) {
  const query = new URLSearchParams();
  for (const edition of new URLSearchParams(choices).getAll("edition")) query.append("edition", edition);
  return query;
}

/**
 * The address to give to others for a frame in their page, of the map and the text or of the map alone.
 * @type {(choices: string, mapOnly: boolean) => string}
 */
export function frameAddress(choices, mapOnly) {
  const query = new URLSearchParams(choices);
  query.set("embed", "true");
  if (mapOnly) query.set("text", "no");
  return publicAddress(readable(query));
}
