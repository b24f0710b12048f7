// Which claims the filters let through: as long as they stand, each claim is looked at once.

/** @import { Claim } from "../contract.d.ts" */
/** @import { Atlas, Filter, Sieve, State } from "./types.d.ts" */

/** What can stop a claim, as bits of one number. */
const STOPS = { themes: 1, speakers: 2, kinds: 4, time: 8 };
/** @type {(keyof Sieve["state"])[]} */
const FIELDS = ["themes", "speakers", "kinds", "fromMonth", "toMonth", "undated"];

/** @type {WeakMap<Atlas, Sieve>} */
const latest = new WeakMap();

/**
 * The filters of a state at work on an edition; the same sieve for all states that differ in other things.
 * @type {(atlas: Atlas, state: State) => Sieve}
 */
export function sieveOf(atlas, state) {
  const known = latest.get(atlas);
  if (known && FIELDS.every((field) => known.state[field] === state[field])) return known;
  const made = makeSieve(atlas, state);
  latest.set(atlas, made);
  return made;
}

/**
 * Is a claim on, leaving one filter out of account (for that filter's own counts)?
 * @type {(atlas: Atlas, state: State, claim: Claim, without?: Filter | "time" | null) => boolean}
 */
export const claimOn = (atlas, state, claim, without = null) => sieveOf(atlas, state).passes(claim, without);

/** @type {(atlas: Atlas, state: State) => Sieve} */
function makeSieve(atlas, state) {
  const [themes, speakers] = [chosen(state.themes), chosen(state.speakers)];
  const kindOn = kindTest(atlas, state);
  /** @type {(claim: Claim) => number} */
  const stopped = (claim) =>
    (claim.themes.length === 0 || claim.themes.some(themes) ? 0 : STOPS.themes)
    | (speakers(claim.speakerId) ? 0 : STOPS.speakers)
    | (kindOn(claim) ? 0 : STOPS.kinds)
    | (timeOn(state, claim) ? 0 : STOPS.time);
  /** @type {Map<Claim, number>} */
  const found = new Map();
  /** @type {Map<unknown, unknown>} */
  const made = new Map();
  return {
    state,
    themeOn: themes,
    passes(claim, without = null) {
      let by = found.get(claim);
      if (by === undefined) found.set(claim, (by = stopped(claim)));
      return (without === null ? by : by & ~STOPS[without]) === 0;
    },
    once(make) {
      if (!made.has(make)) made.set(make, make(atlas, this));
      return /** @type {ReturnType<typeof make>} */ (made.get(make));
    },
  };
}

/**
 * A test whether an id is on; null is all of them.
 * @type {(ids: readonly string[] | null) => (id: string) => boolean}
 */
function chosen(ids) {
  if (ids === null) return () => true;
  const on = new Set(ids);
  return (id) => on.has(id);
}

/** @type {(atlas: Atlas, state: State) => (claim: Claim) => boolean} */
function kindTest(atlas, { kinds }) {
  if (kinds === null) return () => true;
  const groups = atlas.kinds.map(({ id, options }) => ({
    id,
    on: new Set(options.map((option) => option.id).filter((kind) => kinds.includes(kind))),
  }));
  return (claim) => groups.every(({ id, on }) => on.has(claim[id]));
}

/**
 * Does the time a claim is about touch the chosen range?
 * @type {(state: State, claim: Claim) => boolean}
 */
function timeOn(state, claim) {
  if (!claim.about) return state.undated;
  const { earliest, latest: last } = claim.about;
  if (state.toMonth && earliest && earliest.slice(0, 7) > state.toMonth) return false;
  return !(state.fromMonth && last && last.slice(0, 7) < state.fromMonth);
}
