// Which labels of a view look for room: as many as could ever find it, the important ones.

/** @import { Seen } from "./view.js" */

/** How many labels of a view look for room. */
export const MOST = 200; // on no screen is there room for more names, and each that looks for it takes time

/**
 * The labels that look for room, in their order; the rest wait for a closer look.
 * @type {(items: Seen[], chosen: string | null) => Seen[]}
 */
export function rivals(items, chosen) {
  if (items.length <= MOST) return items;
  const byWeight = [...items].sort((a, b) => b.label.info.weight - a.label.info.weight);
  const first = new Set(byWeight.slice(0, MOST).map(({ id }) => id));
  return items.filter(({ id }) => first.has(id) || id === chosen);
}
