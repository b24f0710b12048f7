// The reader's screen: ties text, map, card, filters and address to one store.

import { followAddress } from "./history.js";
import { createCard } from "../parts/card.js";
import { createCopy } from "../parts/copy.js";
import { all, announce, notice, one } from "../common/dom.js";
import { connectFrame } from "./frame.js";
import { createEmptyNote } from "../parts/empty.js";
import { createFilters } from "../parts/filters.js";
import { fromQuery } from "../state/codec.js";
import { applyScheme, followScheme } from "./scheme.js";
import { createShare } from "../parts/share.js";
import { badges, firstMention, indexed, placesOn, stepMention, walkOrder, walkPlaces } from "../state/selectors.js";
import { isFiltered, selected, unfiltered, unselected, withClaim, withNames, withReading, withRoute, withTiles, withView } from "../state/state.js";
import { createStore } from "../state/store.js";
import { createPicture } from "../parts/picture.js";
import { createPrint } from "../parts/print.js";
import { createRoute } from "../parts/route.js";
import { afterPaint, soon } from "../common/soon.js";
import { createText } from "../parts/text.js";
import { createTiles, tilesAgreed } from "../parts/tiles.js";
import { createTimeline } from "../parts/timeline.js";

const MAP_PATIENCE_MS = 20000;
// A click on anything else lets go of the selection; the map's frame tells of its own clicks.
const NOT_ELSEWHERE = "button, a, summary, label, input, select, textarea, svg, dialog, #atlas-card, #atlas-map-empty, #atlas-more, .notices, .link-box";

/** Start the reader on a page that the server has written. */
export function startReader(view) {
  const atlas = indexed(view);
  const { state, notices } = fromQuery(location.search, atlas);
  const asks = state.tiles && !tilesAgreed();
  const reader = new Reader(atlas, createStore(asks ? withTiles(state, false) : state));
  notices.forEach(notice);
  if (asks) reader.askTiles();
  return reader;
}

class Reader {
  constructor(atlas, store) {
    Object.assign(this, { atlas, store });
    followScheme(() => this.paintMap());
    this.text = createText(one("#atlas-article"), atlas, this.textActions());
    this.card = createCard(one("#atlas-card"), atlas, this.cardActions());
    this.emptyNote = createEmptyNote(one("#atlas-map-empty"), {
      wholeArticle: () => this.store.set(withReading(this.store.get(), false), "filter"),
      unfilter: () => this.filter(unfiltered(this.store.get())),
      focusMap: () => one(".st-key-atlas-map iframe")?.focus(),
    });
    this.filters = createFilters(one(".st-key-atlas"), atlas, store, (next) => this.filter(next));
    this.timeline = createTimeline(one("#atlas-more .time-panel"), atlas, store, {
      filter: (next) => this.filter(next),
      open: (claim) => this.openClaim(claim),
    });
    this.route = createRoute(atlas, { state: () => store.get(), route: (id, leg) => this.walkRoute(id, leg) });
    this.address = followAddress(atlas, store);
    createCopy(() => this.address.query());
    this.picture = createPicture(atlas, (fields) => this.frame.send("picture", fields));
    createShare(atlas, () => store.get(), this.picture);
    createPrint(atlas, () => store.get(), (scheme) => this.paintIn(scheme));
    store.subscribe((now, before, cause) => this.changed(now, before, cause));
    this.controls();
    this.embedding();
    this.keys();
    this.paint();
    this.meetMap();
    this.reveal();
  }

  /** Bring the chosen passage into view. */
  reveal() {
    const { mention, claim } = this.store.get();
    if (mention) this.text.reveal(mention);
    else if (claim) this.text.revealClaim(claim);
  }

  // The map's frame

  meetMap() {
    this.frame = connectFrame({
      ready: () => this.mapReady(),
      click: ({ place }) => this.openPlace(place),
      hover: ({ place }) => this.hover(place ? [place] : null, "map"),
      key: ({ key }) => key === "Escape" && this.unselect(),
      view: ({ lat, lon, zoom }) => this.store.set(withView(this.store.get(), { lat, lon, zoom }), "view"),
      fault: ({ message }) => notice(message),
      picture: (answer) => this.picture.receive(answer),
    });
    setTimeout(() => this.frame.connected() || this.mapFailed(), MAP_PATIENCE_MS);
  }

  mapReady() {
    one("#atlas-map-fault").hidden = true;
    const { at, place, tiles } = this.store.get();
    if (tiles) this.frame.send("tiles", { on: true });
    this.paintMap();
    this.showRoute();
    if (at) this.frame.send("goto", at);
    else if (place) this.show();
    this.started("ready");
  }

  /** Everything that the reader waits for is there: now the fonts may come, which move the text. */
  started(how) {
    const dress = () => document.documentElement.dataset.atlas !== how && this.dress(how);
    afterPaint(() => afterPaint(dress)); // after the answer to a click that came before
  }

  dress(how) {
    document.documentElement.dataset.atlas = how;
    let touched = false;
    for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      document.addEventListener(type, () => { touched = true; }, { once: true, passive: true, capture: true });
    }
    document.fonts.ready.then(() => touched || this.reveal());
  }

  mapFailed() {
    this.started("without-map");
    one("#atlas-map-fault").hidden = false;
    announce("The map could not be loaded. The text can be read without it.");
  }

  paintMap() {
    const state = this.store.get();
    const seen = state.reading ? this.text.inView() : null;
    const on = placesOn(this.atlas, state, null);
    this.visible = seen ? placesOn(this.atlas, state, seen) : on;
    this.emptyNote.paint(this.visible.length, on.length);
    this.frame?.send("paint", {
      visible: this.visible,
      badges: badges(this.atlas, state),
      selected: state.place,
      scheme: document.documentElement.dataset.scheme,
      language: state.names,
    });
  }

  /** Paint in a scheme; gives the one that was. */
  paintIn(scheme) {
    const before = document.documentElement.dataset.scheme;
    if (applyScheme(scheme)) this.paintMap();
    return before;
  }

  /** Ask the map to show the selected place, clear of the card. */
  show(companions = null) {
    const { place, mention } = this.store.get();
    if (!place) return;
    const named = mention ? this.atlas.mention.get(mention).places.map((ref) => ref.id) : [];
    const others = (companions ?? named).filter((id) => id !== place);
    soon(() => this.frame.send("show", { place, others, cover: this.cover() }));
  }

  /** The box that the card covers, in pixels of the map's frame. */
  cover() {
    const card = one("#atlas-card").getBoundingClientRect();
    if (!card.height) return null;
    const map = one(".st-key-atlas-map").getBoundingClientRect();
    return {
      left: card.left - map.left, top: card.top - map.top,
      right: card.right - map.left, bottom: card.bottom - map.top,
    };
  }

  // What the reader does

  textActions() {
    return {
      choose: (mention, byKeyboard) => this.choose(mention, byKeyboard),
      hover: (places) => this.hover(places, "text"),
      seen: () => this.store.get().reading && this.paintMap(),
      stepFrom: (mention, by) => this.stepFrom(mention, by),
    };
  }

  cardActions() {
    return {
      close: () => this.unselect(),
      step: (by) => this.step(by),
      walk: (by) => this.walk(by),
      // With the passages in view it changes as the reader scrolls: there it is not told.
      order: () => (this.store.get().reading ? [] : walkOrder(this.atlas, this.visible)),
      open: (place, mention) => this.select(place, mention),
      choose: (mention) => this.goTo(mention),
      goTo: (claim) => this.goToClaim(claim),
      unfilter: () => this.filter(unfiltered(this.store.get())),
    };
  }

  choose(mention, byKeyboard) {
    const places = this.atlas.mention.get(mention).places.map((ref) => ref.id);
    const place = places.find((id) => this.visible.includes(id)) ?? places[0] ?? null;
    this.select(place, mention);
    this.text.uncover(mention);
    if (byKeyboard) this.card.focus();
  }

  openPlace(place) {
    if (!place) return this.unselect();
    this.select(place, firstMention(this.atlas, this.store.get(), place));
    this.text.reveal(this.store.get().mention);
  }

  select(place, mention) {
    this.store.set(selected(this.store.get(), place, mention));
    this.say();
    this.show();
  }

  unselect() {
    const { mention } = this.store.get();
    const back = this.card.holdsFocus();
    this.store.set(unselected(this.store.get()));
    if (back && mention) this.text.focus(mention);
    if (mention) announce("Nothing selected");
  }

  step(by) {
    const { place, mention } = this.store.get();
    if (!place) return;
    this.select(place, stepMention(this.atlas, place, mention, by));
    this.text.reveal(this.store.get().mention);
  }

  stepFrom(mention, by) {
    if (this.store.get().mention !== mention) this.choose(mention, false);
    if (!this.store.get().place) return;
    this.step(by);
    this.text.focus(this.store.get().mention);
  }

  walk(by) {
    const place = walkPlaces(this.atlas, this.visible, this.store.get().place, by);
    if (place) this.openPlace(place);
  }

  goTo(mention) {
    this.text.reveal(mention);
    this.text.focus(mention);
  }

  goToClaim(claim) {
    const { place } = this.store.get();
    const names = (id) => this.atlas.mention.get(id).places.some((ref) => ref.id === place);
    const mention = claim.mentions.find((id) => names(id) && !claim.refersTo.includes(id));
    if (!mention) return this.text.revealClaim(claim.id);
    this.select(place, mention);
    this.goTo(mention);
  }

  openClaim(claim) {
    const place = claim.places.find((id) => this.visible.includes(id)) ?? claim.places[0];
    const mention = claim.mentions.find((id) => this.atlas.mention.get(id).places.some((r) => r.id === place));
    if (place) this.select(place, mention ?? null);
    else this.store.set(withClaim(this.store.get(), claim.id));
    if (mention && !claim.refersTo.includes(mention)) this.text.reveal(mention);
    else this.text.revealClaim(claim.id);
  }

  /** Show the route, or stand on one of its legs: the leg's place and passage are selected. */
  walkRoute(id, index) {
    const state = withRoute(this.store.get(), id, index);
    const leg = id && index !== null && this.atlas.routes.find((r) => r.id === id).legs[index];
    this.store.set(leg ? selected(state, leg.to, leg.mention) : state);
    this.showRoute();
    if (!leg) return;
    this.text.reveal(leg.mention);
    this.show([leg.from]);
    const from = this.atlas.place.get(leg.from).title;
    announce(`Leg ${index + 1}: ${leg.verb}, from ${from} to ${this.atlas.place.get(leg.to).title}`);
  }

  showRoute() {
    const { route, leg } = this.store.get();
    this.frame.send("route", { id: route, leg });
  }

  hover(places, side) {
    const place = places?.[0] ?? null;
    this.text.hover(place);
    if (side === "text") this.frame.send("hover", { place });
  }

  filter(next) {
    const { place } = next;
    const keeps = !place || placesOn(this.atlas, next).includes(place);
    this.store.set(keeps ? next : unselected(next), "filter");
    if (!keeps && this.visible.length) announce(`${this.atlas.place.get(place).title} is hidden by the filters.`);
  }

  // What follows from a change

  changed(now, before, cause) {
    if (cause === "view") return;
    this.paint();
    if (cause !== "history") return;
    this.showRoute();
    this.reveal();
    this.show();
  }

  // Text and map first: they are what the reader looks at.
  paint() {
    const state = this.store.get();
    this.text.paint(state);
    this.paintMap();
    for (const part of [this.card, this.filters, this.timeline, this.route]) part.paint(state);
    this.paintControls(state);
  }

  say() {
    const { place, mention } = this.store.get();
    const at = this.atlas.place.get(place);
    const claims = mention ? this.atlas.mention.get(mention).claims : [];
    if (!at) return announce(`“${this.atlas.mention.get(mention).exact}” is not on the map.`);
    const index = at.mentions.indexOf(mention) + 1;
    const said = claims.length ? `, ${this.atlas.claim.get(claims[0]).according.replace(/^A/, "a")}` : "";
    announce(`${at.title}, mention ${index} of ${at.mentions.length}${said}`);
  }

  // Switches beside the filters

  controls() {
    one("#atlas-reading")?.addEventListener("click", () =>
      this.store.set(withReading(this.store.get(), !this.store.get().reading), "filter"));
    one("#atlas-unfilter").addEventListener("click", () => {
      this.filter(unfiltered(this.store.get()));
      one("#atlas-reading").focus(); // the next one: this one is hidden now
    });
    one("#atlas-walk")?.addEventListener("click", () => {
      this.openMore(false); // it lies over the passage
      this.walk(1);
    });
    one("#atlas-names")?.addEventListener("change", (event) =>
      this.store.set(withNames(this.store.get(), event.target.value), "filter"));
    this.tiles = createTiles({ on: () => this.store.get().tiles, set: (on) => this.setTiles(on) });
    one("#atlas-more-button")?.addEventListener("click", () => this.openMore(!this.moreIsOpen()));
  }

  /** Inside another page: less around the map, and on demand no text. */
  embedding() {
    const query = new URLSearchParams(location.search);
    const embedded = query.get("embed") === "true";
    one(".st-key-atlas").classList.toggle("is-embedded", embedded);
    one(".st-key-atlas").classList.toggle("is-map-only", embedded && query.get("text") === "no");
  }

  moreIsOpen() {
    return one("#atlas-more").classList.contains("is-open");
  }

  /** On a phone the rest of the filters opens over the text. */
  openMore(open) {
    one("#atlas-more").classList.toggle("is-open", open);
    one("#atlas-more-button").setAttribute("aria-expanded", String(open));
  }

  paintControls(state) {
    one("#atlas-reading")?.setAttribute("aria-pressed", String(state.reading));
    one("#atlas-unfilter").hidden = !isFiltered(state);
    this.tiles.paint(state.tiles);
    const names = one("#atlas-names");
    if (names) names.value = state.names;
    for (const [key, value] of Object.entries({ shown: this.visible.length, all: this.atlas.places.length })) {
      all(`[data-place-count=${key}]`).forEach((element) => (element.textContent = value));
    }
  }

  /** The link asks for map tiles: whether they are loaded is the reader's to say. */
  askTiles() {
    if (one("#atlas-more-button")?.checkVisibility()) this.openMore(true);
    this.tiles.askForLink();
  }

  setTiles(on) {
    this.store.set(withTiles(this.store.get(), on), "filter");
    this.frame.send("tiles", { on });
  }

  keys() {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (this.moreIsOpen()) {
        this.openMore(false);
        one("#atlas-more-button").focus();
      } else this.unselect();
    });
    one(".st-key-atlas").addEventListener("click", ({ target }) => {
      if (!target.closest(NOT_ELSEWHERE) && !getSelection().toString()) this.unselect();
    });
  }
}
