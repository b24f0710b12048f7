// A place's card: what it is, how exactly it is known, and who says what of it.

import { count, h, sentence, s } from "../common/dom.js";
import { bySpeaker, tally } from "../state/selectors.js";
import { cardHead } from "./cardhead.js";
import { claimView, draft } from "./claimview.js";
import { reportLink } from "./report.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Claim, Mention, PagePlace } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

/**
 * Build the card of a place, opened at one of its mentions or at none.
 * @type {(atlas: Atlas, state: State, place: PagePlace, mention: Mention | null, act: CardActs) => Child[]}
 */
export function placeCard(atlas, state, place, mention, act) {
  return [
    cardHead(act, [h("bdi", {}, place.title), names(place, state)], stepper(place, mention, act)),
    h("p", { class: "description" }, h("bdi", {}, sentence(place.description)), place.asOf && ` (${place.asOf})`, "."),
    exactness(place, mention),
    claims(atlas, state, place, mention, act),
    place.dispute && h("p", { class: "dispute" }, disputeWords(place)),
    also(atlas, place, mention, act),
    reasons(atlas, place, mention),
    walker(place, act),
  ];
}

/** @type {(place: PagePlace, state: State) => Child[]} */
function names(place, state) {
  const extra = place.names[state.language];
  const local = place.local.filter((name) => name.text !== place.title);
  const chosen =
    state.language !== "en" && extra && ![place.title, ...local.map(({ text }) => text)].includes(extra)
      ? [{ lang: state.language, text: extra, dir: "auto" }]
      : [];
  return [...local, ...chosen].map((name) =>
    h("span", { class: "local-name", lang: name.lang, dir: name.dir }, name.text),
  );
}

/** @type {(place: PagePlace, mention: Mention | null) => Mention["places"][number] | undefined} */
const meant = (place, mention) => mention?.places.find((other) => other.id === place.id);

/**
 * How exactly, on what basis, how surely: three words in a line; a card is small on a phone.
 * @type {(place: PagePlace, mention: Mention | null) => HTMLElement}
 */
function exactness(place, mention) {
  const ref = meant(place, mention);
  const words = [place.precisionWords, place.basisWords, ref && sentence(ref.certaintyWords)].filter(Boolean);
  const inferred = place.basis === "inferred";
  const key = inferred ? "inferred" : place.sign ? "sign" : place.precision;
  return h(
    "p",
    { class: `exactness precision-${place.precision} basis-${place.basis}` },
    h(
      "span",
      { class: `key-mark key-${key}`, "aria-hidden": "true" },
      inferred ? "?" : place.sign && s("svg", { viewBox: "0 0 24 24" }, s("path", { d: place.sign })),
    ),
    h("span", {}, `${words.join(". ")}.`),
  );
}

/**
 * The reasons, on demand.
 * @type {(atlas: Atlas, place: PagePlace, mention: Mention | null) => HTMLElement}
 */
function reasons(atlas, place, mention) {
  return h(
    "details",
    { class: "reasons" },
    h("summary", {}, "How exactly, and why"),
    h("p", { dir: "auto" }, place.precisionNote),
    place.basis === "inferred"
      && h("p", {}, h("span", { class: "label" }, "Inferred from: "), h("bdi", {}, place.basisSource)),
    mention
      && meant(place, mention)
      && h("p", {}, h("span", { class: "label" }, "Reading of this mention: "), h("bdi", {}, mention.reading)),
    place.dispute && h("p", {}, h("span", { class: "label" }, "On the dispute: "), place.dispute),
    h(
      "p",
      {},
      h("span", { class: "label" }, "The outline: "),
      `Source: ${place.outlineSource}. Licence: ${place.outlineLicence}.`,
    ),
    reportLink(atlas, "place", place.id),
  );
}

/** @type {(place: PagePlace) => string} */
function disputeWords({ administeredBy, claimedBy }) {
  if (!claimedBy) return "A border here is disputed (see “How exactly, and why”); a line drawn is no opinion.";
  return `Disputed in part: administered by ${administeredBy}, claimed by ${claimedBy}. A boundary drawn here is no opinion.`;
}

/** @type {(place: PagePlace, mention: Mention | null, act: CardActs) => Child} */
function stepper(place, mention, act) {
  const { mentions } = place;
  const at = mention ? mentions.indexOf(mention.id) + 1 : 0;
  if (!mentions.length) return null;
  /** @type {(by: number, text: string, role: string) => Child} */
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

/**
 * Other places that the chosen mention names.
 * @type {(atlas: Atlas, place: PagePlace, mention: Mention | null, act: CardActs) => Child}
 */
function also(atlas, place, mention, act) {
  const others = (mention?.places ?? []).filter((ref) => ref.id !== place.id);
  if (!mention || !others.length) return null;
  return h(
    "p",
    { class: "also" },
    h("span", { class: "label" }, "This mention also names: "),
    others.map((ref) =>
      h(
        "button",
        { type: "button", class: "link", onclick: () => act.open(ref.id, mention.id) },
        h("bdi", {}, atlas.place.get(ref.id).title),
      ),
    ),
  );
}

/**
 * The claims that are on, grouped by speaker; those of the chosen passage come first.
 * @type {(atlas: Atlas, state: State, place: PagePlace, mention: Mention | null, act: CardActs) => HTMLElement}
 */
function claims(atlas, state, place, mention, act) {
  const groups = bySpeaker(atlas, state, place.id);
  const on = [...groups.values()].flat();
  const here = on.filter((claim) => mention?.claims.includes(claim.id));
  const elsewhere = on.filter((claim) => !here.includes(claim));
  const hidden = place.claims.length - on.length;
  /** @type {(title: string, some: Claim[]) => Child} */
  const list = (title, some) =>
    some.length > 0 && [
      h("h4", {}, title),
      some.map((claim) => claimView(atlas, claim, { place: place.id, goTo: act.goTo })),
    ];
  /** @type {(...inside: Child[]) => HTMLElement} */
  const section = (...inside) => h("section", { class: "claims", "aria-label": "Claims" }, ...inside);
  if (!place.claims.length) return section(h("p", {}, "No claim of this edition is about this place."));
  return section(
    h("h3", {}, `${tally(atlas, groups)}.`),
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
    draft(on),
  );
}

/** @type {(place: PagePlace, act: CardActs) => HTMLElement} */
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
