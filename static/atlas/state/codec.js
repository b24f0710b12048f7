// The codec between a reader's choices and the address: readable, stable, forgiving.

import {
  FILTERS,
  START,
  selected,
  withClaim,
  withFilter,
  withLanguage,
  withRoute,
  withTiles,
  withTime,
  withUndated,
  withView,
} from "./state.js";

/** @import { Atlas, Filter, State } from "./types.d.ts" */

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MOST = 4000; // a longer query string is not one of ours
const ZOOM = { least: 2, most: 18 };
const WIDE = 11;
const OURS = [
  "themes",
  "speakers",
  "kinds",
  "from",
  "to",
  "undated",
  "place",
  "mention",
  "claim",
  "route",
  "at",
  "map",
  "names",
];

/**
 * Write choices as query parameters; what is as at the start is left out.
 * @type {(state: State, atlas: Atlas, kept?: string) => string}
 */
export function toQuery(state, atlas, kept = "") {
  const query = new URLSearchParams(kept);
  OURS.forEach((name) => query.delete(name));
  if (query.get("edition") !== atlas.edition.id) query.delete("edition"); // the server has said so
  for (const filter of FILTERS) {
    const ids = state[filter];
    if (ids !== null) query.set(filter, listText(ids));
  }
  if (state.fromMonth) query.set("from", state.fromMonth);
  if (state.toMonth) query.set("to", state.toMonth);
  if (!state.undated) query.set("undated", "no");
  if (state.place) query.set("place", state.place);
  if (state.mention) query.set("mention", state.mention);
  if (state.claim) query.set("claim", state.claim);
  if (state.route) query.set("route", state.leg === null ? state.route : `${state.route}.${state.leg + 1}`);
  if (state.at) query.set("at", viewText(state.at));
  if (state.tiles) query.set("map", "tiles");
  if (state.language !== "en") query.set("names", state.language);
  return query.toString().replaceAll("%2C", ",");
}

/**
 * "none" is an empty list; the one id of that name ("no source given") is said twice.
 * @type {(ids: readonly string[]) => string}
 */
function listText(ids) {
  return ids.length === 1 && ids[0] === "none" ? "none.none" : ids.join(".") || "none";
}

/** @type {(at: NonNullable<State["at"]>) => string} */
function viewText({ lat, lon, zoom }) {
  const digits = zoom > WIDE ? 6 : 4; // less than a pixel of the closest view, ten metres of a wide one
  return [lat.toFixed(digits), lon.toFixed(digits), zoom].map(Number).join(",");
}

/**
 * Read choices from a query string: {state, notices}. Anything unknown is left out and said.
 * @type {(text: string, atlas: Atlas) => { state: State; notices: string[] }}
 */
export function fromQuery(text, atlas) {
  /** @type {string[]} */
  const notices = [];
  if (text.length > MOST) return { state: START, notices: ["The link was too long and was ignored."] };
  const query = new URLSearchParams(text);
  let state = START;
  state = readFilter(state, query, "themes", atlas.themeIds, "theme", notices);
  state = readFilter(state, query, "speakers", atlas.speakerIds, "speaker", notices);
  state = readFilter(state, query, "kinds", atlas.kindIds, "kind of claim", notices);
  state = readTime(state, query, atlas, notices);
  state = readSelection(state, query, atlas, notices);
  state = readRoute(state, query, atlas, notices);
  state = readView(state, query, notices);
  if (query.get("map") === "tiles") state = withTiles(state, true);
  return { state: readNames(state, query, atlas, notices), notices };
}

/** @type {(value: string) => string} */
const short = (value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value);
/** @type {(what: string, value: string) => string} */
const ignored = (what, value) => `This link names an unknown ${what}, “${short(value)}”; it was ignored.`;

/**
 * @param {State} state
 * @param {URLSearchParams} query
 * @param {Filter} name
 * @param {readonly string[]} every all of the filter's ids
 * @param {string} what one of them in words
 * @param {string[]} notices
 */
function readFilter(state, query, name, every, what, notices) {
  const value = query.get(name);
  if (value === null || value === "") return state;
  if (value === "none") return withFilter(state, name, [], every);
  const asked = [...new Set(value.split("."))];
  asked.filter((id) => !every.includes(id)).forEach((id) => notices.push(ignored(what, id)));
  const known = asked.filter((id) => every.includes(id));
  return known.length ? withFilter(state, name, known, every) : state;
}

/** @type {(state: State, query: URLSearchParams, atlas: Atlas, notices: string[]) => State} */
function readTime(state, query, atlas, notices) {
  /** @type {(name: string) => string | null} */
  const month = (name) => {
    const value = query.get(name);
    if (!value) return null;
    if (!MONTH.test(value)) {
      notices.push(ignored("month", value));
      return null;
    }
    if (!atlas.months) return null;
    return value < atlas.months.first ? atlas.months.first : value > atlas.months.last ? atlas.months.last : value;
  };
  let [from, to] = [month("from"), month("to")];
  if (from && to && from > to) [from, to] = [to, from];
  return withUndated(withTime(state, from, to), query.get("undated") !== "no");
}

/** @type {(state: State, query: URLSearchParams, atlas: Atlas, notices: string[]) => State} */
function readSelection(state, query, atlas, notices) {
  let place = query.get("place") || null;
  let mention = query.get("mention") || null;
  if (place && !atlas.place.has(place)) {
    notices.push(ignored("place", place));
    place = null;
  }
  if (mention && !atlas.mention.has(mention)) {
    notices.push(ignored("mention", mention));
    mention = null;
  }
  if (mention && place && !atlas.mention.get(mention).places.some((ref) => ref.id === place)) {
    notices.push("This link’s mention does not name its place; the mention was ignored.");
    mention = null;
  }
  if (place && !mention) mention = atlas.place.get(place).mentions[0] ?? null;
  if (mention && !place) place = atlas.mention.get(mention).places[0]?.id ?? null;
  const claim = query.get("claim") || null;
  if (claim && !atlas.claim.has(claim)) notices.push(ignored("claim", claim));
  else if (claim && !place && !mention) return withClaim(state, claim);
  return selected(state, place, mention);
}

/** @type {(state: State, query: URLSearchParams, atlas: Atlas, notices: string[]) => State} */
function readRoute(state, query, atlas, notices) {
  const value = query.get("route");
  if (!value) return state;
  const [id, leg] = value.split(".");
  const route = atlas.routes.find((r) => r.id === id);
  if (!route) {
    notices.push(ignored("route", id));
    return state;
  }
  const index = Math.trunc(Number(leg)) - 1;
  const known = index >= 0 && index < route.legs.length;
  return withRoute(state, id, known ? index : null);
}

/** @type {(value: number, low: number, high: number) => number} */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** @type {(state: State, query: URLSearchParams, notices: string[]) => State} */
function readView(state, query, notices) {
  const value = query.get("at");
  if (!value) return state;
  const parts = value.split(",");
  const [lat, lon, zoom] = parts.map(Number);
  if (parts.length !== 3 || parts.some((p) => p.trim() === "") || ![lat, lon, zoom].every(Number.isFinite)) {
    notices.push(ignored("map view", value));
    return state;
  }
  return withView(state, {
    lat: clamp(lat, -85, 85),
    lon: clamp(lon, -180, 180),
    zoom: clamp(zoom, ZOOM.least, ZOOM.most),
  });
}

/** @type {(state: State, query: URLSearchParams, atlas: Atlas, notices: string[]) => State} */
function readNames(state, query, atlas, notices) {
  const value = query.get("names");
  if (!value) return state;
  if (atlas.languages.some((l) => l.id === value)) return withLanguage(state, value);
  notices.push(ignored("language", value));
  return state;
}
