// What to do here, in one line over the map, until its reader has done it once.

import { the } from "../common/dom.js";

/** @import { Store } from "../state/types.d.ts" */

const ACTED = "atlas-acted"; // kept by this browser, and sent to nobody

/**
 * Take over the line. A link that selects something shows none, nor does a browser in which it has served.
 * @type {(store: Store) => void}
 */
export function createHint(store) {
  const { place, mention, claim, route } = store.get();
  if (place ?? mention ?? claim ?? route ?? acted()) return;
  const line = the("#atlas-hint");
  line.hidden = false;
  const stop = store.subscribe((_now, _before, cause) => {
    if (cause === "view") return; // to move the map is to look for what to do
    stop();
    line.hidden = true;
    try {
      localStorage.setItem(ACTED, "yes");
    } catch {
      /* without storage the line comes again */
    }
  });
}

/** @type {() => string | null} */
function acted() {
  try {
    return localStorage.getItem(ACTED);
  } catch {
    return null;
  }
}
