// A place's card: what it is, how exactly it is known, and who says what of it.

import { h, sentence, s } from "../common/dom.js";
import { cardHead } from "./cardhead.js";
import { claimsOf } from "./placeclaims.js";
import { reportLink } from "./report.js";
import { stepper, walker } from "./steps.js";
import { sureness } from "./sureness.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Mention, PagePlace } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { CardActs } from "./types.d.ts" */

const LONG = 28; // letters of a title that leaves room for no more beside it on a phone

/**
 * Build the card of a place, opened at one of its mentions or at none.
 * @type {(atlas: Atlas, state: State, place: PagePlace, mention: Mention | null, act: CardActs) => Child[]}
 */
export function placeCard(atlas, state, place, mention, act) {
  const { on, here, rest } = claimsOf(atlas, state, place, mention, act);
  return [
    cardHead(
      act,
      [h("bdi", { class: place.title.length > LONG ? "is-long" : "" }, place.title), names(place, state)],
      walker(place, act),
    ),
    sureness(place, mention, on),
    stepper(place, mention, act),
    here, // what is said comes before what the place is
    h("p", { class: "description" }, h("bdi", {}, sentence(place.description)), place.asOf && ` (${place.asOf})`, "."),
    exactness(place, mention),
    place.dispute && h("p", { class: "dispute" }, disputeWords(place)),
    also(atlas, place, mention, act),
    rest,
    reasons(atlas, place, mention),
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
