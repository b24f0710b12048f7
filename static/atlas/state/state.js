// What a reader has chosen, as one frozen value, and the pure steps from one such value to the next.

/** @import { MapView } from "../contract.d.ts" */
/** @import { Filter, State } from "./types.d.ts" */

/**
 * What is chosen at first.
 * @type {State}
 */
export const START = Object.freeze({
  themes: null,
  speakers: null,
  kinds: null,
  fromMonth: null,
  toMonth: null,
  undated: true,
  place: null,
  mention: null,
  claim: null,
  route: null,
  leg: null,
  onlyInView: false,
  follow: false,
  at: null,
  tiles: false,
  language: "en",
});

/** @type {readonly Filter[]} */
export const FILTERS = ["themes", "speakers", "kinds"];

/** @type {(state: State, changes: Partial<State>) => State} */
const change = (state, changes) => Object.freeze({ ...state, ...changes });

/**
 * Keep the order of `every`; a filter in which everything is on is null.
 * @param {readonly string[]} on
 * @param {readonly string[]} every
 */
function tidy(on, every) {
  const kept = every.filter((id) => on.includes(id));
  return kept.length === every.length ? null : Object.freeze(kept);
}

/**
 * Switch one value of a filter.
 * @param {State} state
 * @param {Filter} filter
 * @param {string} id
 * @param {readonly string[]} every all of the filter's ids
 */
export function toggled(state, filter, id, every) {
  const on = state[filter] ?? every;
  const next = on.includes(id) ? on.filter((other) => other !== id) : [...on, id];
  return change(state, { [filter]: tidy(next, every) });
}

/** @type {(state: State, filter: Filter, id: string, every: readonly string[]) => State} */
export const only = (state, filter, id, every) => change(state, { [filter]: tidy([id], every) });

/** @type {(state: State, filter: Filter) => State} */
export const allOn = (state, filter) => change(state, { [filter]: null });

/** @type {(state: State, filter: Filter) => State} */
export const noneOn = (state, filter) => change(state, { [filter]: Object.freeze([]) });

/** @type {(state: State, filter: Filter, ids: readonly string[] | null, every: readonly string[]) => State} */
export const withFilter = (state, filter, ids, every) =>
  change(state, { [filter]: ids === null ? null : tidy(ids, every) });

/** @type {(state: State, fromMonth: string | null, toMonth: string | null) => State} */
export const withTime = (state, fromMonth, toMonth) => change(state, { fromMonth, toMonth });

/** @type {(state: State, undated: boolean) => State} */
export const withUndated = (state, undated) => change(state, { undated });

/**
 * Select a place at one of its mentions, or a mention that is not on the map.
 * @type {(state: State, place: string | null, mention: string | null) => State}
 */
export const selected = (state, place, mention) => change(state, { place, mention, claim: null });

/**
 * Select a claim itself: the way to those that name no place.
 * @type {(state: State, claim: string) => State}
 */
export const withClaim = (state, claim) => change(state, { place: null, mention: null, claim });

/** @type {(state: State) => State} */
export const unselected = (state) => change(state, { place: null, mention: null, claim: null });

/** @type {(state: State, route: string | null, leg?: number | null) => State} */
export const withRoute = (state, route, leg = null) => change(state, { route, leg });

/** @type {(state: State, onlyInView: boolean) => State} */
export const withOnlyInView = (state, onlyInView) => change(state, { onlyInView });

/**
 * Whether the map moves along with the passages in view.
 * @type {(state: State, follow: boolean) => State}
 */
export const withFollow = (state, follow) => change(state, { follow });

/** @type {(state: State, at: MapView | null) => State} */
export const withView = (state, at) => change(state, { at: at && Object.freeze({ ...at }) });

/** @type {(state: State, tiles: boolean) => State} */
export const withTiles = (state, tiles) => change(state, { tiles });

/** @type {(state: State, language: string) => State} */
export const withLanguage = (state, language) => change(state, { language });

/**
 * Switch every filter back, keep what is selected.
 * @type {(state: State) => State}
 */
export const unfiltered = (state) =>
  change(state, { themes: null, speakers: null, kinds: null, fromMonth: null, toMonth: null, undated: true });

/** @type {(state: State) => boolean} */
export const isFiltered = (state) =>
  FILTERS.some((filter) => state[filter] !== null) || !!state.fromMonth || !!state.toMonth || !state.undated;
