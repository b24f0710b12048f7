// Boxes of two points, in whatever pixels the points are.

/** @import { Filled } from "../types.d.ts" */

/**
 * The box that two points span. Leaflet's own may be empty; this one never is.
 * @type {(a: L.PointExpression, b: L.PointExpression) => Filled}
 */
export const spanned = (a, b) => /** @type {Filled} */ (L.bounds(a, b));
