// What follows from an edition and a reader's choices: pure functions, no page, no map.

import { claimOn, sieveOf } from "./sieve.js";

/** @import { Claim, PageData, PagePlace } from "../contract.d.ts" */
/** @import { Atlas, Filter, Known, Sieve, State } from "./types.d.ts" */

/** @type {<Item extends { id: string }>(list: Item[]) => Known<Item>} */
const byId = (list) => /** @type {Known<(typeof list)[number]>} */ (new Map(list.map((item) => [item.id, item])));

/**
 * Index a page's data once, so that every later question is a look-up.
 * @type {(data: PageData) => Atlas}
 */
export function indexed(data) {
  return Object.freeze({
    ...data,
    theme: byId(data.themes),
    speaker: byId(data.speakers),
    place: byId(data.places),
    mention: byId(data.mentions),
    claim: byId(data.claims),
    note: byId(data.notes),
    themeIds: data.themes.map((t) => t.id),
    speakerIds: data.speakers.map((t) => t.id),
    kindIds: data.kinds.flatMap((group) => group.options.map((o) => o.id)),
    months: months(data.claims),
  });
}

/**
 * The first and last month that any claim is about.
 * @type {(claims: Claim[]) => Atlas["months"]}
 */
function months(claims) {
  const dated = claims.map((c) => c.about).filter((about) => about !== null);
  const firsts = dated
    .map((d) => d.earliest ?? d.latest)
    .filter((day) => day !== null)
    .sort();
  const lasts = dated
    .map((d) => d.latest ?? d.earliest)
    .filter((day) => day !== null)
    .sort();
  if (!firsts.length) return null;
  return { first: firsts[0].slice(0, 7), last: lasts[lasts.length - 1].slice(0, 7) };
}

/**
 * Is a place on: one of its claims, or, where it has none, one of its own layers?
 * @type {(atlas: Atlas, sieve: Sieve, place: PagePlace) => boolean}
 */
function placeOn(atlas, sieve, { claims, layers = [] }) {
  if (claims.length) return claims.some((id) => sieve.passes(atlas.claim.get(id)));
  return layers.length === 0 || layers.some(sieve.themeOn);
}

/** @type {(atlas: Atlas, state: State) => Claim[]} */
export const claimsOn = (atlas, state) => atlas.claims.filter((c) => claimOn(atlas, state, c));

/**
 * Themes that are on and that a list of claims which are on speaks of, in the edition's order.
 * @type {(atlas: Atlas, state: State, claimIds: readonly string[]) => string[]}
 */
export const themesOn = (atlas, state, claimIds) => themesOf(atlas, sieveOf(atlas, state), claimIds);

/** @type {(atlas: Atlas, sieve: Sieve, claimIds: readonly string[]) => string[]} */
function themesOf(atlas, sieve, claimIds) {
  const found = new Set();
  for (const id of claimIds) {
    const claim = atlas.claim.get(id);
    if (sieve.passes(claim)) claim.themes.forEach((theme) => found.add(theme));
  }
  return found.size ? atlas.themeIds.filter((id) => found.has(id) && sieve.themeOn(id)) : [];
}

/**
 * Places to draw: any of a place's claims is on, and it is being read if that switch is on. As long as
 * the filters stand, and without that switch, it is the very same list.
 * @type {(atlas: Atlas, state: State, mentionsInView?: string[] | null) => string[]}
 */
export function placesOn(atlas, state, mentionsInView = null) {
  const on = sieveOf(atlas, state).once(everyPlaceOn);
  if (!mentionsInView) return on;
  const read = new Set(mentionsInView.flatMap((id) => placesOf(atlas, id)));
  return on.filter((id) => read.has(id));
}

/** @type {(atlas: Atlas, sieve: Sieve) => string[]} */
const everyPlaceOn = (atlas, sieve) =>
  atlas.places.filter((place) => placeOn(atlas, sieve, place)).map((place) => place.id);

/** @type {(atlas: Atlas, mention: string) => string[]} */
export const placesOf = (atlas, mention) => (atlas.mention.get(mention)?.places ?? []).map((ref) => ref.id);

/**
 * Badges at each place's label: themes that are on, never a number. The very same as long as the filters stand.
 * @type {(atlas: Atlas, state: State) => Record<string, string[]>}
 */
export const badges = (atlas, state) => sieveOf(atlas, state).once(everyBadge);

/** @type {(atlas: Atlas, sieve: Sieve) => Record<string, string[]>} */
const everyBadge = (atlas, sieve) =>
  Object.fromEntries(
    atlas.places.map(({ id, claims, layers = [] }) => [
      id,
      claims.length ? themesOf(atlas, sieve, claims) : layers.filter(sieve.themeOn),
    ]),
  );

/**
 * Is a mention off: it has claims, and none of them is on?
 * @type {(atlas: Atlas, state: State, mention: string) => boolean}
 */
export function mentionOff(atlas, state, mention) {
  const sieve = sieveOf(atlas, state);
  const { claims, places } = atlas.mention.get(mention);
  if (claims.length) return !claims.some((id) => sieve.passes(atlas.claim.get(id)));
  const meant = places.map(({ id }) => atlas.place.get(id)).filter((place) => place && !place.claims.length);
  return meant.length > 0 && !meant.some((place) => placeOn(atlas, sieve, place));
}

/**
 * How many claims each value of a filter would show, the other filters standing as they are.
 * @type {(atlas: Atlas, state: State, filter: Filter) => Map<string, number>}
 */
export function counts(atlas, state, filter) {
  /** @type {Record<Filter, (claim: Claim) => string[]>} */
  const picks = {
    themes: (c) => c.themes,
    speakers: (c) => [c.speakerId],
    kinds: (c) => atlas.kinds.map((group) => c[group.id]),
  };
  const pick = picks[filter];
  const sieve = sieveOf(atlas, state);
  const found = new Map();
  for (const claim of atlas.claims) {
    if (!sieve.passes(claim, filter)) continue;
    for (const id of pick(claim)) found.set(id, (found.get(id) ?? 0) + 1);
  }
  if (filter === "themes") {
    // Places without a claim are counted in the layers that they are in by themselves.
    const own = atlas.places.flatMap(({ claims, layers = [] }) => (claims.length ? [] : layers));
    for (const id of own) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/**
 * The mention that opens a place: the first one that is on, or else the first.
 * @type {(atlas: Atlas, state: State, place: string) => string | null}
 */
export function firstMention(atlas, state, place) {
  const { mentions } = atlas.place.get(place);
  return mentions.find((id) => !mentionOff(atlas, state, id)) ?? mentions[0] ?? null;
}

/**
 * Step through a place's mentions, round and round.
 * @type {(atlas: Atlas, place: string, mention: string | null, by: number) => string | null}
 */
export function stepMention(atlas, place, mention, by) {
  const { mentions } = atlas.place.get(place);
  return nextOf(mentions, mention, by);
}

/**
 * The places that are on, in the order in which the text first names them.
 * @type {(atlas: Atlas, visible: readonly string[]) => string[]}
 */
export function walkOrder(atlas, visible) {
  const on = new Set(visible);
  const named = new Set();
  for (const { places } of atlas.mentions) for (const { id } of places) if (on.has(id)) named.add(id);
  return [...named];
}

/**
 * Walk the places that are on, in the order of the text, round and round.
 * @type {(atlas: Atlas, visible: readonly string[], place: string | null, by: number) => string | null}
 */
export function walkPlaces(atlas, visible, place, by) {
  return nextOf(walkOrder(atlas, visible), place, by);
}

/**
 * The next one of a list, round and round; its first or last one from elsewhere, null where it is empty.
 * @type {(ids: readonly string[], id: string | null, by: number) => string | null}
 */
export function nextOf(ids, id, by) {
  if (!ids.length) return null;
  const index = id === null ? -1 : ids.indexOf(id);
  if (index < 0) return by > 0 ? ids[0] : ids[ids.length - 1];
  return ids[(index + by + ids.length) % ids.length];
}

/**
 * Group a place's claims that are on by who says them, in text order.
 * @type {(atlas: Atlas, state: State, place: string) => Map<string, Claim[]>}
 */
export function bySpeaker(atlas, state, place) {
  /** @type {Map<string, Claim[]>} */
  const groups = new Map();
  for (const id of atlas.place.get(place).claims) {
    const claim = atlas.claim.get(id);
    if (!claimOn(atlas, state, claim)) continue;
    const group = groups.get(claim.speakerId);
    if (group) group.push(claim);
    else groups.set(claim.speakerId, [claim]);
  }
  return groups;
}

/**
 * "5 claims; 4 of the 5 speakers are unnamed and may be the same source": the heading of a place's claims.
 * @type {(atlas: Atlas, groups: Map<string, Claim[]>) => string}
 */
export function tally(atlas, groups) {
  const claims = [...groups.values()].reduce((sum, list) => sum + list.length, 0);
  const unnamed = [...groups.keys()].filter((id) => atlas.speaker.get(id).source !== "named").length;
  /** @type {(n: number, word: string) => string} */
  const s = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
  if (unnamed > 1) {
    const which =
      unnamed === groups.size ? (unnamed === 2 ? "both" : `all ${unnamed}`) : `${unnamed} of the ${groups.size}`;
    return `${s(claims, "claim")}; ${which} speakers are unnamed and may be the same source`;
  }
  const note = !unnamed ? "" : groups.size === 1 ? " (unnamed)" : ", 1 unnamed";
  return `${s(claims, "claim")}, ${s(groups.size, "speaker")}${note}`;
}
