// A place's card: what it is, how exactly it is known, and who says what of it.

import { count, h, one, present, sentence } from "../common/dom.js";
import { bySpeaker, tally } from "../state/selectors.js";
import { claimView } from "./claimview.js";

/** Take over the card's element; `act` has close, step(by), walk(by), order(), choose(mention), goTo(claim), open(place). */
export function createCard(root, atlas, act) {
  root.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act.step(by);
  });
  // Asking for or setting a scroll position lays the page out: only where there is one.
  let scrolled = false;
  root.addEventListener(
    "scroll",
    () => {
      scrolled = true;
    },
    { passive: true },
  );
  let shown = "";
  return {
    paint(state) {
      const key = JSON.stringify([
        state.place,
        state.mention,
        state.claim,
        state.themes,
        state.speakers,
        state.kinds,
        state.from,
        state.to,
        state.undated,
        state.names,
        state.reading,
      ]);
      if (key === shown) return;
      shown = key;
      draw(root, atlas, state, act);
      if (scrolled) root.scrollTop = 0;
      scrolled = false;
    },
    focus: () => one("h2", root)?.focus({ preventScroll: true }),
    holdsFocus: () => root.contains(document.activeElement),
  };
}

function draw(root, atlas, state, act) {
  const place = state.place && atlas.place.get(state.place);
  const mention = state.mention && atlas.mention.get(state.mention);
  const claim = state.claim && atlas.claim.get(state.claim);
  const focused = root.contains(document.activeElement) && document.activeElement.dataset.role;
  root.hidden = !place && !mention && !claim;
  if (root.hidden) return root.replaceChildren();
  const parts = place
    ? placeCard(atlas, state, place, mention, act)
    : mention
      ? mentionCard(mention, act)
      : claimCard(atlas, claim, act);
  root.replaceChildren(...present(parts));
  if (focused) (one(`[data-role=${focused}]`, root) ?? one("h2", root)).focus({ preventScroll: true });
}

const heading = (text, ...more) => h("h2", { tabindex: "-1", "data-role": "heading" }, text, ...more);

const closer = (act) =>
  h(
    "button",
    { type: "button", class: "close", "data-role": "close", "aria-label": "Close the card", onclick: act.close },
    "×",
  );

function claimCard(atlas, claim, act) {
  return [
    h("div", { class: "card-head" }, heading("A claim"), closer(act)),
    claim.places.length === 0 && h("p", { class: "exactness" }, "It names no place that can be put on the map."),
    draft([claim]),
    claimView(atlas, claim, { goTo: act.goTo }),
  ];
}

function mentionCard(mention, act) {
  return [
    h("div", { class: "card-head" }, heading(`“${mention.exact}”`), closer(act)),
    h("p", {}, h("strong", {}, "Not on the map"), `: ${mention.reason}.`),
    h("p", {}, mention.reading),
    h("p", { class: "status" }, `${reader(mention)} reading. ${mention.statusWords}.`),
  ];
}

/** Whose reading a mention's is: a machine's until a person has looked at it. */
const reader = ({ status }) => (status === "proposed" ? "A machine’s" : "The editors’");

function placeCard(atlas, state, place, mention, act) {
  return [
    h(
      "div",
      { class: "card-head" },
      heading(place.title, names(place, state)),
      closer(act),
      stepper(place, mention, act),
    ),
    h("p", { class: "description" }, sentence(place.description), place.asOf && ` (${place.asOf})`, "."),
    exactness(place, mention),
    claims(atlas, state, place, mention, act),
    place.dispute && h("p", { class: "dispute" }, disputeWords(place)),
    also(atlas, place, mention, act),
    reasons(place, mention),
    walker(place, act),
  ];
}

function names(place, state) {
  const extra = place.names[state.names];
  const local = place.local.filter((name) => name.text !== place.title);
  const chosen =
    state.names !== "en" && extra && ![place.title, ...local.map(({ text }) => text)].includes(extra)
      ? [{ lang: state.names, text: extra, dir: "auto" }]
      : [];
  return [...local, ...chosen].map((name) =>
    h("span", { class: "local-name", lang: name.lang, dir: name.dir }, name.text),
  );
}

const meant = (place, mention) => mention?.places.find((other) => other.id === place.id);

/** How exactly, on what basis, how surely: three words in a line; a card is small on a phone. */
function exactness(place, mention) {
  const ref = meant(place, mention);
  const words = [place.precisionWords, place.basisWords, ref && sentence(ref.words)].filter(Boolean);
  return h(
    "p",
    { class: `exactness precision-${place.precision} basis-${place.basis}` },
    h(
      "span",
      { class: `key-mark key-${place.basis === "inferred" ? "inferred" : place.precision}`, "aria-hidden": "true" },
      place.basis === "inferred" && "?",
    ),
    h("span", {}, `${words.join(". ")}.`),
  );
}

/** The reasons, on demand. */
function reasons(place, mention) {
  return h(
    "details",
    { class: "reasons" },
    h("summary", {}, "How exactly, and why"),
    h("p", {}, place.precisionNote),
    place.basis === "inferred" && h("p", {}, h("span", { class: "label" }, "Inferred from: "), place.basisSource),
    meant(place, mention) && h("p", {}, h("span", { class: "label" }, "Reading of this mention: "), mention.reading),
    place.dispute && h("p", {}, h("span", { class: "label" }, "On the dispute: "), place.dispute),
    h("p", {}, h("span", { class: "label" }, "The outline: "), `Source: ${place.source}. Licence: ${place.licence}.`),
  );
}

function disputeWords({ administeredBy, claimedBy }) {
  if (!claimedBy) return "A border here is disputed (see “How exactly, and why”); a line drawn is no opinion.";
  return `Disputed in part: administered by ${administeredBy}, claimed by ${claimedBy}. A boundary drawn here is no opinion.`;
}

function stepper(place, mention, act) {
  const { mentions } = place;
  const at = mention ? mentions.indexOf(mention.id) + 1 : 0;
  if (!mentions.length) return null;
  const step = (by, text, role) =>
    mentions.length > 1
    && h(
      "button",
      { type: "button", class: "step", "data-role": role, "aria-label": text, onclick: () => act.step(by) },
      by < 0 ? "‹" : "›",
    );
  const alone = mentions.length === 1 ? " is-one" : "";
  return h(
    "div",
    { class: `stepper${alone}`, role: "group", "aria-label": "Mentions of this place" },
    step(-1, "Previous mention", "previous"),
    h("span", { class: "step-count" }, h("span", { class: "label" }, "Mention "), `${at} of ${mentions.length}`),
    step(1, "Next mention", "next"),
    mention
      && h(
        "button",
        { type: "button", class: "link", "data-role": "passage", onclick: () => act.choose(mention.id) },
        "Go to the passage",
      ),
  );
}

/** Other places that the chosen mention names. */
function also(atlas, place, mention, act) {
  const others = (mention?.places ?? []).filter((ref) => ref.id !== place.id);
  if (!others.length) return null;
  return h(
    "p",
    { class: "also" },
    h("span", { class: "label" }, "This mention also names: "),
    others.map((ref) =>
      h(
        "button",
        { type: "button", class: "link", onclick: () => act.open(ref.id, mention.id) },
        atlas.place.get(ref.id).title,
      ),
    ),
  );
}

/** The claims that are on, grouped by speaker; those of the chosen passage come first. */
function claims(atlas, state, place, mention, act) {
  const groups = bySpeaker(atlas, state, place.id);
  const on = [...groups.values()].flat();
  const here = on.filter((claim) => mention?.claims.includes(claim.id));
  const elsewhere = on.filter((claim) => !here.includes(claim));
  const hidden = place.claims.length - on.length;
  const section = (...inside) => h("section", { class: "claims", "aria-label": "Claims" }, ...inside);
  if (!place.claims.length) return section(h("p", {}, "No claim of this edition is about this place."));
  const list = (title, some) =>
    some.length > 0 && [
      h("h4", {}, title),
      some.map((claim) => claimView(atlas, claim, { place: place.id, goTo: act.goTo })),
    ];
  return section(
    h(
      "h3",
      {},
      `${tally(atlas, groups)}.`,
      on.length > 1 && h("span", { class: "caution" }, " Repetition is not confirmation."),
    ),
    draft(on),
    hidden > 0
      && h(
        "p",
        { class: "caution" },
        `${count(hidden, "claim")} hidden by the filters. `,
        h(
          "button",
          { type: "button", class: "link", "data-role": "unfilter", onclick: act.unfilter },
          "Show everything",
        ),
      ),
    list("In this passage", here),
    list("Elsewhere in the text", elsewhere),
  );
}

/** That claims are proposed or drafts, once for all of them: each of them says the word alone. */
function draft(some) {
  const words = ["proposed", "unverified"].map((status) => some.find((it) => it.status === status)?.statusWords);
  const said = words.filter(Boolean).map((text) => `${text}.`);
  return said.length ? h("p", { class: "status" }, said.join(" ")) : null;
}

function walker(place, act) {
  const order = act.order();
  const at = order.indexOf(place.id) + 1;
  return h(
    "div",
    { class: "walker", role: "group", "aria-label": "Places in the order of the text" },
    h(
      "button",
      { type: "button", class: "link", "data-role": "back", onclick: () => act.walk(-1) },
      "‹ Previous place",
    ),
    at > 0 && h("span", { class: "walk-count" }, `Place ${at} of ${order.length}`),
    h("button", { type: "button", class: "link", "data-role": "on", onclick: () => act.walk(1) }, "Next place ›"),
  );
}
