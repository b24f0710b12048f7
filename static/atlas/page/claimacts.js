// What a reader can do with a claim itself: open it where it stands, from a list, one after the other.

import { announce } from "../common/dom.js";
import { closest } from "../state/claims.js";
import { nextOf } from "../state/selectors.js";
import { claimOn } from "../state/sieve.js";
import { withClaim } from "../state/state.js";
import { claimWords } from "./say.js";

/** @import { Acts, Screen } from "./types.d.ts" */

/**
 * Make the acts on a screen; they need its parts only when they are called.
 * @type {(screen: Screen) => Pick<Acts, "openClaim" | "openPassage" | "showClaim" | "claimOf" | "stepClaim" | "claimOrder">}
 */
export function claimActs(screen) {
  const { atlas, store } = screen;
  /** @type {(id: string) => void} */
  const select = (id) => {
    store.set(withClaim(store.get(), id));
    announce(claimWords(atlas.claim.get(id), screen.acts.claimOrder()));
    screen.map.show();
  };
  return {
    openClaim(claim) {
      const place = claim.places.find((id) => screen.visible.includes(id)) ?? claim.places[0];
      const mention = claim.mentions.find((id) => atlas.mention.get(id).places.some((ref) => ref.id === place));
      if (place) screen.acts.select(place, mention ?? null);
      else select(claim.id);
      if (mention && !claim.refersTo.includes(mention)) screen.text.reveal(mention);
      else screen.text.revealClaim(claim.id);
    },
    openPassage(ids) {
      const state = store.get();
      // Once more on the passage that is open lets go of it.
      if (state.claim !== null && ids.includes(state.claim)) return screen.acts.unselect();
      const claim = screen.acts.claimOf(ids);
      if (claim) select(claim);
    },
    showClaim(id) {
      select(id);
      screen.text.revealClaim(id);
    },
    claimOf: (ids) => closest(atlas, store.get(), ids)?.id ?? null,
    stepClaim(by) {
      const next = nextOf(screen.acts.claimOrder(), store.get().claim, by);
      if (!next) return;
      screen.acts.showClaim(next);
    },
    claimOrder: () => screen.text.claims().filter((id) => claimOn(atlas, store.get(), atlas.claim.get(id))),
  };
}
