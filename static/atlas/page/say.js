// The words for readers who do not see the screen: what has just been selected, walked or hidden.

/** Words for what is selected: the place with its mention, and according to whom. */
export function selectionWords(atlas, { place, mention }) {
  const at = atlas.place.get(place);
  if (!at) return `“${atlas.mention.get(mention).exact}” is not on the map.`;
  const claims = mention ? atlas.mention.get(mention).claims : [];
  const index = at.mentions.indexOf(mention) + 1;
  const said = claims.length ? `, ${atlas.claim.get(claims[0]).according.replace(/^A/, "a")}` : "";
  return `${at.title}, mention ${index} of ${at.mentions.length}${said}`;
}

/** Words for a leg of a route, counted from 0. */
export function legWords(atlas, leg, index) {
  const [from, to] = [leg.from, leg.to].map((id) => atlas.place.get(id).title);
  return `Leg ${index + 1}: ${leg.verb}, from ${from} to ${to}`;
}

/** Words for a selected place that the filters hide. */
export const hiddenWords = (atlas, place) => `${atlas.place.get(place).title} is hidden by the filters.`;
