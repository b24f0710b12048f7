// What a reader can do with text, map and card: every act changes the store, and says what it did.

import { announce, one } from "../common/dom.js";
import { soon } from "../common/soon.js";
import { bringIntoView } from "../parts/scroll.js";
import { firstMention, placesOn, stepMention, walkPlaces } from "../state/selectors.js";
import { selected, unselected, withRoute } from "../state/state.js";
import { claimActs } from "./claimacts.js";
import { hiddenWords, legWords, selectionWords } from "./say.js";

/** @import { Acts, Screen } from "./types.d.ts" */

/**
 * Make the acts on a screen; they need its parts only when they are called.
 * @type {(screen: Screen) => Acts}
 */
export function makeActs(screen) {
  return {
    ...selecting(screen),
    ...stepping(screen),
    ...reading(screen),
    ...claimActs(screen),
    ...painting(screen),
  };
}

// Choosing a place, a mention or nothing.
/** @type {(screen: Screen) => Pick<Acts, "choose" | "openPlace" | "select" | "unselect">} */
function selecting(screen) {
  const { atlas, store } = screen;
  return {
    choose(mention, byKeyboard) {
      const places = atlas.mention.get(mention).places.map((ref) => ref.id);
      const place = places.find((id) => screen.visible.includes(id)) ?? places[0] ?? null;
      screen.acts.select(place, mention);
      screen.text.uncover(mention);
      if (byKeyboard) screen.card.focus();
    },
    openPlace(place, why) {
      if (!place) return screen.acts.unselect();
      screen.acts.select(place, firstMention(atlas, store.get(), place), why);
      screen.text.reveal(store.get().mention);
    },
    select(place, mention, why) {
      store.set(selected(store.get(), place, mention));
      announce(selectionWords(atlas, store.get()));
      screen.map.show({ why });
    },
    unselect() {
      const { mention, claim } = store.get();
      const back = screen.card.holdsFocus();
      store.set(unselected(store.get()));
      if (back && mention) screen.text.focus(mention);
      else if (back) one("#atlas-claims-walk")?.focus();
      if (mention || claim) announce("Nothing selected");
    },
  };
}

// From one mention or place to the next.
/** @type {(screen: Screen) => Pick<Acts, "step" | "stepFrom" | "walk" | "walkRoute" | "stepRoute">} */
function stepping(screen) {
  const { atlas, store } = screen;
  return {
    step(by) {
      const { place, mention, claim } = store.get();
      if (claim) return screen.acts.stepClaim(by);
      if (!place) return;
      screen.acts.select(place, stepMention(atlas, place, mention, by));
      screen.text.reveal(store.get().mention);
    },
    stepFrom(mention, by) {
      if (store.get().mention !== mention) screen.acts.choose(mention, false);
      if (!store.get().place) return;
      screen.acts.step(by);
      screen.text.focus(store.get().mention);
    },
    walk(by) {
      const place = walkPlaces(atlas, screen.visible, store.get().place, by);
      if (place) screen.acts.openPlace(place);
    },
    stepRoute(id, by) {
      const { legs } = atlas.routes.find((route) => route.id === id) ?? { legs: [] };
      const { leg } = store.get();
      if (!by || !legs.length) return screen.acts.walkRoute(null, null);
      const from = leg ?? (by > 0 ? -1 : legs.length);
      screen.acts.walkRoute(id, (from + by + legs.length) % legs.length);
    },
    walkRoute(id, index) {
      const state = withRoute(store.get(), id, index);
      const leg = index === null ? undefined : atlas.routes.find((route) => route.id === id)?.legs[index];
      store.set(leg ? selected(state, leg.toPlace, leg.mention) : state);
      screen.map.showRoute({ frame: true });
      if (!leg || index === null) return;
      screen.text.reveal(leg.mention);
      announce(legWords(atlas, leg, index));
    },
  };
}

// To the passage that says so.
/** @type {(screen: Screen) => Pick<Acts, "reveal" | "goToNote" | "goToSign" | "goTo" | "goToClaim">} */
function reading(screen) {
  const { atlas, store } = screen;
  /** @type {(mention: string, place: string | null) => boolean} */
  const names = (mention, place) => atlas.mention.get(mention).places.some((ref) => ref.id === place);
  return {
    reveal() {
      const { mention, claim } = store.get();
      if (screen.note) screen.acts.goToNote(screen.note);
      else if (mention) screen.text.reveal(mention);
      else if (claim) screen.text.revealClaim(claim);
    },
    goToNote(id) {
      const note = one(`#note-${id}`);
      if (!note) return;
      screen.note = id;
      soon(() => {
        bringIntoView(note);
        note.focus({ preventScroll: true });
      });
    },
    goToSign(id) {
      const sign = one(`#atlas-article [data-note="${CSS.escape(id)}"]`);
      if (!sign) return;
      bringIntoView(sign);
      sign.focus({ preventScroll: true });
    },
    goTo(mention) {
      screen.text.reveal(mention);
      screen.text.focus(mention);
    },
    goToClaim(claim) {
      const { place } = store.get();
      const mention = claim.mentions.find((id) => names(id, place) && !claim.refersTo.includes(id));
      if (!mention) return screen.text.revealClaim(claim.id);
      screen.acts.select(place, mention);
      screen.acts.goTo(mention);
    },
  };
}

// What is on, and what is under the pointer.
/** @type {(screen: Screen) => Pick<Acts, "hover" | "filter">} */
function painting(screen) {
  const { atlas, store } = screen;
  return {
    hover(places, side) {
      const place = places?.[0] ?? null;
      screen.text.hover(place);
      if (side === "text") screen.map.send("hover", { place });
    },
    filter(next) {
      const { place } = next;
      const keeps = !place || placesOn(atlas, next).includes(place);
      store.set(keeps ? next : unselected(next), "filter");
      if (!keeps && screen.visible.length) announce(hiddenWords(atlas, place));
    },
  };
}
