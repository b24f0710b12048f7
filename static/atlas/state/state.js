// What a reader has chosen, as one frozen value, and the pure steps from one such value to the next.

/**
 * `null` in a filter means "all"; a list holds the ids that are on.
 * `from` and `to` are months ("2015-01") or null; `at` is {lat, lon, zoom} or null.
 */
export const START = Object.freeze({
  themes: null,
  speakers: null,
  kinds: null,
  from: null,
  to: null,
  undated: true,
  place: null,
  mention: null,
  claim: null,
  route: null,
  leg: null,
  reading: false,
  at: null,
  tiles: false,
  names: "en",
});

export const FILTERS = ["themes", "speakers", "kinds"];

const change = (state, changes) => Object.freeze({ ...state, ...changes });

/** Keep the order of `every`; a filter in which everything is on is null. */
function tidy(on, every) {
  const kept = every.filter((id) => on.includes(id));
  return kept.length === every.length ? null : Object.freeze(kept);
}

/** Switch one value of a filter. */
export function toggled(state, filter, id, every) {
  const on = state[filter] ?? every;
  const next = on.includes(id) ? on.filter((other) => other !== id) : [...on, id];
  return change(state, { [filter]: tidy(next, every) });
}

export const only = (state, filter, id, every) => change(state, { [filter]: tidy([id], every) });

export const allOn = (state, filter) => change(state, { [filter]: null });

export const noneOn = (state, filter) => change(state, { [filter]: Object.freeze([]) });

export const withFilter = (state, filter, ids, every) =>
  change(state, { [filter]: ids === null ? null : tidy(ids, every) });

export const withTime = (state, from, to) => change(state, { from, to });

export const withUndated = (state, undated) => change(state, { undated });

/** Select a place at one of its mentions, or a mention that is not on the map. */
export const selected = (state, place, mention) => change(state, { place, mention, claim: null });

/** Select a claim itself: the way to those that name no place. */
export const withClaim = (state, claim) => change(state, { place: null, mention: null, claim });

export const unselected = (state) => change(state, { place: null, mention: null, claim: null });

export const withRoute = (state, route, leg = null) => change(state, { route, leg });

export const withReading = (state, reading) => change(state, { reading });

export const withView = (state, at) => change(state, { at: at && Object.freeze({ ...at }) });

export const withTiles = (state, tiles) => change(state, { tiles });

export const withNames = (state, names) => change(state, { names });

/** Switch every filter back, keep what is selected. */
export const unfiltered = (state) =>
  change(state, { themes: null, speakers: null, kinds: null, from: null, to: null, undated: true });

export const isFiltered = (state) =>
  FILTERS.some((filter) => state[filter] !== null) || !!state.from || !!state.to || !state.undated;
