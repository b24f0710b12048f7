// Places that are lines: which they are, and where on one is nearest to a point.

/** @import { DrawnPlace } from "../types.d.ts" */

/**
 * Whether a place is drawn as a line.
 * @type {(place: { info: { precision: string } }) => boolean}
 */
export const isLine = ({ info }) => info.precision === "line" || info.precision === "band";

/**
 * The point of a line in view that is nearest to another, in layer pixels; null where none is in view.
 * @type {(place: Pick<DrawnPlace, "layer">, point: L.Point) => L.Point | null}
 */
export function nearestOn({ layer }, point) {
  const drawn = /** @type {L.Polyline} */ (/** @type {unknown} */ (layer));
  return drawn.closestLayerPoint(point) ?? null;
}
