// What a reader can do with text, map and card: every act changes the store, and says what it did.

import { announce, one } from "../common/dom.js";
import { soon } from "../common/soon.js";
import { bringIntoView } from "../parts/scroll.js";
import { firstMention, placesOn, stepMention, walkPlaces } from "../state/selectors.js";
import { selected, unselected, withClaim, withRoute } from "../state/state.js";
import { hiddenWords, legWords, selectionWords } from "./say.js";

/** Make the acts on a screen; they need its parts only when they are called. */
export function makeActs(screen) {
  return { ...selecting(screen), ...stepping(screen), ...reading(screen), ...painting(screen) };
}

// Choosing a place, a mention or nothing.
function selecting(screen) {
  const { atlas, store } = screen;
  return {
    /** Choose a mention in the text, and the first of its places that shows. */
    choose(mention, byKeyboard) {
      const places = atlas.mention.get(mention).places.map((ref) => ref.id);
      const place = places.find((id) => screen.visible.includes(id)) ?? places[0] ?? null;
      screen.acts.select(place, mention);
      screen.text.uncover(mention);
      if (byKeyboard) screen.card.focus();
    },
    /** Choose a place on the map; null is the empty map. */
    openPlace(place) {
      if (!place) return screen.acts.unselect();
      screen.acts.select(place, firstMention(atlas, store.get(), place));
      screen.text.reveal(store.get().mention);
    },
    select(place, mention) {
      store.set(selected(store.get(), place, mention));
      announce(selectionWords(atlas, store.get()));
      screen.map.show();
    },
    unselect() {
      const { mention } = store.get();
      const back = screen.card.holdsFocus();
      store.set(unselected(store.get()));
      if (back && mention) screen.text.focus(mention);
      if (mention) announce("Nothing selected");
    },
  };
}

// From one mention or place to the next.
function stepping(screen) {
  const { atlas, store } = screen;
  return {
    step(by) {
      const { place, mention } = store.get();
      if (!place) return;
      screen.acts.select(place, stepMention(atlas, place, mention, by));
      screen.text.reveal(store.get().mention);
    },
    /** Step from a mention in the text, which is chosen first where it is not yet. */
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
    /** Show the route, or stand on one of its legs: the leg's place and passage are selected. */
    walkRoute(id, index) {
      const state = withRoute(store.get(), id, index);
      const leg = id && index !== null && atlas.routes.find((r) => r.id === id).legs[index];
      store.set(leg ? selected(state, leg.to, leg.mention) : state);
      screen.map.showRoute();
      if (!leg) return;
      screen.text.reveal(leg.mention);
      screen.map.show([leg.from]);
      announce(legWords(atlas, leg, index));
    },
  };
}

// To the passage that says so.
function reading(screen) {
  const { atlas, store } = screen;
  const names = (mention, place) => atlas.mention.get(mention).places.some((ref) => ref.id === place);
  return {
    /** Bring the chosen passage into view, or the note that the link leads to. */
    reveal() {
      const { mention, claim } = store.get();
      if (screen.note) screen.acts.goToNote(screen.note);
      else if (mention) screen.text.reveal(mention);
      else if (claim) screen.text.revealClaim(claim);
    },
    /** Bring an editors' note below the article into view and set the focus there. */
    goToNote(id) {
      const note = one(`#note-${id}`);
      if (!note) return;
      screen.note = id;
      soon(() => {
        bringIntoView(note);
        note.focus({ preventScroll: true });
      });
    },
    goTo(mention) {
      screen.text.reveal(mention);
      screen.text.focus(mention);
    },
    /** Go to where a claim on the chosen place's card is made. */
    goToClaim(claim) {
      const { place } = store.get();
      const mention = claim.mentions.find((id) => names(id, place) && !claim.refersTo.includes(id));
      if (!mention) return screen.text.revealClaim(claim.id);
      screen.acts.select(place, mention);
      screen.acts.goTo(mention);
    },
    /** Open a claim from a list: at a place that shows, where it names one. */
    openClaim(claim) {
      const place = claim.places.find((id) => screen.visible.includes(id)) ?? claim.places[0];
      const mention = claim.mentions.find((id) => names(id, place));
      if (place) screen.acts.select(place, mention ?? null);
      else store.set(withClaim(store.get(), claim.id));
      if (mention && !claim.refersTo.includes(mention)) screen.text.reveal(mention);
      else screen.text.revealClaim(claim.id);
    },
  };
}

// What is on, and what is under the pointer.
function painting(screen) {
  const { atlas, store } = screen;
  return {
    /** Mark a place in text and map; the map itself has marked it for its own pointer. */
    hover(places, side) {
      const place = places?.[0] ?? null;
      screen.text.hover(place);
      if (side === "text") screen.map.send("hover", { place });
    },
    /** Take up other filters; a selected place that they hide is let go of. */
    filter(next) {
      const { place } = next;
      const keeps = !place || placesOn(atlas, next).includes(place);
      store.set(keeps ? next : unselected(next), "filter");
      if (!keeps && screen.visible.length) announce(hiddenWords(atlas, place));
    },
  };
}
