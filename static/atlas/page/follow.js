// The map moves along with the text, for a reader who has asked for it.

/** @import { Screen } from "./types.d.ts" */

const REST_MS = 350; // the text has been still for so long

/**
 * Make what is called whenever other passages have come into view.
 * @type {(screen: Screen) => () => void}
 */
export function makeFollowing(screen) {
  const { map, store } = screen;
  let timer = 0;
  return () => {
    const { onlyInView, follow } = store.get();
    if (onlyInView) map.paint();
    window.clearTimeout(timer);
    if (onlyInView && follow) timer = window.setTimeout(() => map.hold(screen.visible), REST_MS);
  };
}
