// Derived from the modules beside this folder by `make bundle`; do not edit.
const m_dom = (() => {
// Small helpers to build and find elements; text is always set as text, never as markup.

/** Build an element: h("p", {class: "x"}, "text", child). `on…` attributes are listeners. */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/** Flatten nested lists of children and drop those that are not there. */
const present = (children) =>
  children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

const SVG = "http://www.w3.org/2000/svg";

/** Build an SVG element in the same way. */
function s(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...present(children));
  return element;
}

/** Build the mark of a theme: its shape in its colour. The word always stands beside it. */
function mark(theme, size = 14) {
  return s(
    "svg",
    {
      class: "theme-mark",
      viewBox: "0 0 24 24",
      width: size,
      height: size,
      "aria-hidden": "true",
      style: `--light:${theme.colour};--dark:${theme.colour_dark}`,
    },
    s("path", { d: theme.path }),
  );
}

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

/** Say how many: count(2, "claim") is "2 claims". */
function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** Tell readers who do not see the screen what has just changed. */
function announce(text) {
  const region = one("#atlas-live");
  if (region && region.textContent !== text) region.textContent = text;
}

/** Put a message where every reader sees it, at most three at once. */
function notice(text) {
  const list = one("#atlas-notices");
  if (!list || all("li", list).some((item) => item.dataset.text === text)) return;
  const item = h("li", { "data-text": text }, text);
  item.append(
    h(
      "button",
      { type: "button", class: "plain", "aria-label": "Dismiss this notice", onclick: () => item.remove() },
      "×",
    ),
  );
  list.append(item);
  while (list.children.length > 3) list.firstElementChild.remove();
}

/** Take over what the server has to say, so that it can be dismissed like everything else. */
function adoptNotices() {
  for (const item of all(".notices:not(#atlas-notices) li")) {
    item.remove();
    notice(item.textContent.trim());
  }
}

/** Words as the beginning of a sentence. */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
return { h, present, s, mark, all, one, count, announce, notice, adoptNotices, sentence };
})();

const m_skip = (() => {
// Streamlit's "Skip to main content" leads to the top of the page; here it skips the menu and the map.

const LINK = '[data-testid="stSkipToContent"]';

/** Lead the skip link to `target`, a selector, whenever the host draws the link anew. */
function createSkip(target) {
  document.addEventListener(
    "click",
    (event) => {
      const content = event.target.closest?.(LINK) && document.querySelector(target);
      if (!content) return;
      event.preventDefault();
      event.stopPropagation();
      content.tabIndex = -1;
      content.focus();
    },
    true,
  );
}
return { createSkip };
})();

const m_selectors = (() => {
// What follows from an edition and a reader's choices: pure functions, no page, no map.

const byId = (list) => new Map(list.map((item) => [item.id, item]));

/** Index a view once, so that every later question is a look-up. */
function indexed(view) {
  return Object.freeze({
    ...view,
    theme: byId(view.themes),
    speaker: byId(view.speakers),
    place: byId(view.places),
    mention: byId(view.mentions),
    claim: byId(view.claims),
    themeIds: view.themes.map((t) => t.id),
    speakerIds: view.speakers.map((t) => t.id),
    kindIds: view.kinds.flatMap((group) => group.options.map((o) => o.id)),
    months: months(view.claims),
  });
}

/** The first and last month that any claim is about. */
function months(claims) {
  const dated = claims.map((c) => c.about).filter(Boolean);
  const firsts = dated
    .map((d) => d.earliest ?? d.latest)
    .filter(Boolean)
    .sort();
  const lasts = dated
    .map((d) => d.latest ?? d.earliest)
    .filter(Boolean)
    .sort();
  if (!firsts.length) return null;
  return { first: firsts[0].slice(0, 7), last: lasts[lasts.length - 1].slice(0, 7) };
}

const has = (chosen, id) => chosen === null || chosen.includes(id);

function kindOn(atlas, state, claim) {
  if (state.kinds === null) return true;
  return atlas.kinds.every((group) => {
    const ids = group.options.map((o) => o.id);
    const on = ids.filter((id) => state.kinds.includes(id));
    return on.includes(claim[group.id]);
  });
}

/** Does the time a claim is about touch the chosen range? */
function timeOn(state, claim) {
  if (!claim.about) return state.undated;
  const { earliest, latest } = claim.about;
  if (state.to && earliest && earliest.slice(0, 7) > state.to) return false;
  return !(state.from && latest && latest.slice(0, 7) < state.from);
}

/** Is a claim on, leaving one filter out of account (for that filter's own counts)? */
function claimOn(atlas, state, claim, without = null) {
  return (
    (without === "themes" || claim.themes.some((id) => has(state.themes, id)))
    && (without === "speakers" || has(state.speakers, claim.speaker))
    && (without === "kinds" || kindOn(atlas, state, claim))
    && (without === "time" || timeOn(state, claim))
  );
}

const claimsOn = (atlas, state) => atlas.claims.filter((c) => claimOn(atlas, state, c));

/** Themes that are on and that a list of claims which are on speaks of, in the edition's order. */
function themesOn(atlas, state, claimIds) {
  const found = new Set();
  for (const id of claimIds) {
    const claim = atlas.claim.get(id);
    if (claimOn(atlas, state, claim)) claim.themes.forEach((theme) => found.add(theme));
  }
  return atlas.themeIds.filter((id) => found.has(id) && has(state.themes, id));
}

/** Places to draw: any of a place's claims is on, and it is being read if that switch is on. */
function placesOn(atlas, state, mentionsInView = null) {
  const read = mentionsInView && new Set(mentionsInView.flatMap((id) => placesOf(atlas, id)));
  return atlas.places
    .filter((place) => place.claims.some((id) => claimOn(atlas, state, atlas.claim.get(id))))
    .filter((place) => !read || read.has(place.id))
    .map((place) => place.id);
}

const placesOf = (atlas, mention) => (atlas.mention.get(mention)?.places ?? []).map((ref) => ref.id);

/** Badges at each place's label: themes that are on, never a number. */
function badges(atlas, state) {
  return Object.fromEntries(atlas.places.map((p) => [p.id, themesOn(atlas, state, p.claims)]));
}

/** Is a mention off: it has claims, and none of them is on? */
function mentionOff(atlas, state, mention) {
  const { claims } = atlas.mention.get(mention);
  return claims.length > 0 && !claims.some((id) => claimOn(atlas, state, atlas.claim.get(id)));
}

/** How many claims each value of a filter would show, the other filters standing as they are. */
function counts(atlas, state, filter) {
  const pick = {
    themes: (c) => c.themes,
    speakers: (c) => [c.speaker],
    kinds: (c) => atlas.kinds.map((group) => c[group.id]),
  }[filter];
  const found = new Map();
  for (const claim of atlas.claims) {
    if (!claimOn(atlas, state, claim, filter)) continue;
    for (const id of pick(claim)) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** The mention that opens a place: the first one that is on, or else the first. */
function firstMention(atlas, state, place) {
  const { mentions } = atlas.place.get(place);
  return mentions.find((id) => !mentionOff(atlas, state, id)) ?? mentions[0] ?? null;
}

/** Step through a place's mentions, round and round. */
function stepMention(atlas, place, mention, by) {
  const { mentions } = atlas.place.get(place);
  const index = mentions.indexOf(mention);
  return mentions[(index + by + mentions.length) % mentions.length];
}

/** The places that are on, in the order in which the text first names them. */
function walkOrder(atlas, visible) {
  return [...new Set(atlas.mentions.flatMap((m) => m.places.map((ref) => ref.id)))].filter((id) =>
    visible.includes(id),
  );
}

/** Walk the places that are on, in the order of the text, round and round. */
function walkPlaces(atlas, visible, place, by) {
  const order = walkOrder(atlas, visible);
  if (!order.length) return null;
  const index = order.indexOf(place);
  if (index < 0) return by > 0 ? order[0] : order[order.length - 1];
  return order[(index + by + order.length) % order.length];
}

/** Group a place's claims that are on by who says them, in text order. */
function bySpeaker(atlas, state, place) {
  const groups = new Map();
  for (const id of atlas.place.get(place).claims) {
    const claim = atlas.claim.get(id);
    if (!claimOn(atlas, state, claim)) continue;
    if (!groups.has(claim.speaker)) groups.set(claim.speaker, []);
    groups.get(claim.speaker).push(claim);
  }
  return groups;
}

/** "5 claims, 5 speakers, 4 of them unnamed, may overlap": the heading of a place's claims. */
function tally(atlas, groups) {
  const claims = [...groups.values()].reduce((sum, list) => sum + list.length, 0);
  const unnamed = [...groups.keys()].filter((id) => atlas.speaker.get(id).source !== "named").length;
  const s = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
  const overlap = unnamed > 1 ? `, ${unnamed} of them unnamed, may overlap` : unnamed ? ", 1 unnamed" : "";
  return `${s(claims, "claim")}, ${s(groups.size, "speaker")}${groups.size === 1 && unnamed ? " (unnamed)" : overlap}`;
}
return { indexed, timeOn, claimOn, claimsOn, themesOn, placesOn, placesOf, badges, mentionOff, counts, firstMention, stepMention, walkOrder, walkPlaces, bySpeaker, tally };
})();

const m_claimview = (() => {
// How one claim looks wherever it appears: who says so first, then the quote with its hedge.

const { h, mark } = m_dom;

/** Build a quote: the names of `place` (or of all places) emphasised, the hedge kept and marked. */
function quoteView(atlas, pieces, place = null) {
  const names = (id) => (atlas.mention.get(id)?.places ?? []).some((ref) => !place || ref.id === place);
  const parts = pieces.map((piece) => {
    const named = piece.mention && names(piece.mention);
    if (!named && !piece.hedge) return piece.text;
    const text = named ? h("strong", { class: "named" }, piece.text) : piece.text;
    return piece.hedge ? h("em", { class: "hedge" }, text) : text;
  });
  return h("blockquote", { class: "quote" }, ...parts);
}

/** Build a claim for a place's card: according to whom, what, how sure, when, and the way to it. */
function claimView(atlas, claim, { place = null, goTo, headed = true } = {}) {
  return h(
    "article",
    { class: "claim", "data-claim": claim.id },
    headed && h("p", { class: "according" }, claim.according),
    claim.quotes.map((pieces) => quoteView(atlas, pieces, place)),
    h(
      "p",
      { class: "claim-themes" },
      claim.themes.map((id) => themeTag(atlas.theme.get(id))),
    ),
    h("p", { class: "claim-kind" }, `${claim.kindWords}. ${timeWords(claim)}`),
    h("p", { class: "limitation" }, h("span", { class: "label" }, "Limitation: "), claim.limitation),
    h(
      "p",
      { class: "claim-foot" },
      goTo && h("button", { type: "button", class: "link", onclick: () => goTo(claim) }, "Go to the passage"),
      h("span", { class: "status" }, claim.statusWords),
    ),
  );
}

const themeTag = (theme) => h("span", { class: "theme-tag" }, mark(theme, 12), theme.title);

/** When it is said to have happened, and when it was said. */
function timeWords(claim) {
  const about = claim.about ? `About ${claim.about.words}` : "Time not stated";
  return claim.said ? `${about}; said ${claim.said.words}.` : `${about}.`;
}
return { quoteView, claimView, themeTag, timeWords };
})();

const m_card = (() => {
// A place's card: what it is, how exactly it is known, and who says what of it.

const { count, h, one, present, sentence } = m_dom;
const { bySpeaker, tally } = m_selectors;
const { claimView } = m_claimview;

/** Take over the card's element; `act` has close, step(by), walk(by), order(), choose(mention), goTo(claim), open(place). */
function createCard(root, atlas, act) {
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
    claimView(atlas, claim, { goTo: act.goTo }),
  ];
}

function mentionCard(mention, act) {
  return [
    h("div", { class: "card-head" }, heading(`“${mention.exact}”`), closer(act)),
    h("p", {}, h("strong", {}, "Not on the map"), `: ${mention.reason}.`),
    h("p", {}, mention.reading),
    h("p", { class: "status" }, "The editors’ reading, not yet checked by a second person."),
  ];
}

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
    h(
      "p",
      {},
      h("span", { class: "label" }, "The outline: "),
      `${place.method} Source: ${place.source}. Licence: ${place.licence}.`,
    ),
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
  const list = (title, some) =>
    some.length > 0 && [
      h("h4", {}, title),
      some.map((claim) => claimView(atlas, claim, { place: place.id, goTo: act.goTo })),
    ];
  return h(
    "section",
    { class: "claims", "aria-label": "Claims" },
    h(
      "h3",
      {},
      tally(atlas, groups),
      on.length > 1 && h("span", { class: "caution" }, " Repetition is not confirmation."),
    ),
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
return { createCard };
})();

const m_address = (() => {
// The app's addresses: its own, and the ones that a reader gives to others.

const OWN_PAGES = /\/(places|claims|ledger|data|about)\/?$/;

/** The app's own address without page, query or a host's inner path. */
function appAddress(here = location) {
  const path = here.pathname.replace(OWN_PAGES, "/");
  return here.protocol === "file:" ? `file://${path}` : `${here.origin}${path}`;
}

/** The address to give to others: on Community Cloud the app runs under an inner path. */
function publicAddress(query) {
  const page = location.pathname.match(OWN_PAGES)?.[1] ?? "";
  const base = appAddress().replace("/~/+/", "/");
  return `${base}${page}${query ? `?${query}` : ""}`;
}

/** The choices without what only matters in a frame: a copied link opens the whole app. */
function withoutFrame(query) {
  const kept = new URLSearchParams(query);
  ["embed", "embed_options", "text"].forEach((name) => kept.delete(name));
  return kept.toString().replaceAll("%2C", ",");
}
return { appAddress, publicAddress, withoutFrame };
})();

const m_copy = (() => {
// "Copy link": to the clipboard where that is allowed, else the link stands selected in a field.

const { announce, one } = m_dom;
const { publicAddress, withoutFrame } = m_address;

/** Take over the button and its field; `query()` gives the current choices. */
function createCopy(query) {
  const button = one("#atlas-copy");
  if (!button) return;
  button.addEventListener("click", async () => {
    const link = publicAddress(withoutFrame(query()));
    if (await copied(link)) {
      flash(button, "Link copied");
      hide();
    } else {
      show(link);
    }
  });
  one("#atlas-link-close")?.addEventListener("click", () => {
    hide();
    button.focus();
  });
}

async function copied(link) {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

function flash(button, text) {
  const before = button.dataset.label ?? button.textContent;
  button.dataset.label = before;
  button.textContent = text;
  announce(text);
  setTimeout(() => (button.textContent = before), 2000);
}

function show(link) {
  const field = one("#atlas-link");
  field.value = link;
  one("#atlas-link-box").hidden = false;
  field.focus();
  field.select();
  announce("The browser did not allow copying. The link stands selected in a field.");
}

function hide() {
  const box = one("#atlas-link-box");
  if (box) box.hidden = true;
}
return { createCopy };
})();

const m_empty = (() => {
// What stands over a map on which no place shows: why, and the way back.

const { announce, one } = m_dom;

const WHY = {
  reading: ["No place on the map is named in the passages in view.", "Show the whole article"],
  filter: ["What the filters leave names no place on the map.", "Show everything"],
};

/** Take over the note; `act` has wholeArticle(), unfilter() and, once it is gone, focusMap(). */
function createEmptyNote(root, act) {
  const [words, button] = [one("span", root), one("button", root)];
  let why = null;
  button.addEventListener("click", () => (why === "reading" ? act.wholeArticle() : act.unfilter()));
  return {
    /** `shown` and `on` count the places on the map and those that the filters leave. */
    paint(shown, on) {
      const now = shown ? null : on ? "reading" : "filter";
      if (now === why) return;
      why = now;
      if (!why && root.contains(document.activeElement)) act.focusMap();
      root.hidden = !why;
      if (!why) return;
      [words.textContent, button.textContent] = WHY[why];
      announce(words.textContent);
    },
  };
}
return { createEmptyNote };
})();

const m_state = (() => {
// What a reader has chosen, as one frozen value, and the pure steps from one such value to the next.

/**
 * `null` in a filter means "all"; a list holds the ids that are on.
 * `from` and `to` are months ("2015-01") or null; `at` is {lat, lon, zoom} or null.
 */
const START = Object.freeze({
  themes: null,
  speakers: null,
  kinds: null,
  from: null,
  to: null,
  undated: true,
  place: null,
  mention: null,
  claim: null,
  route: null,
  leg: null,
  reading: false,
  at: null,
  tiles: false,
  names: "en",
});

const FILTERS = ["themes", "speakers", "kinds"];

const change = (state, changes) => Object.freeze({ ...state, ...changes });

/** Keep the order of `every`; a filter in which everything is on is null. */
function tidy(on, every) {
  const kept = every.filter((id) => on.includes(id));
  return kept.length === every.length ? null : Object.freeze(kept);
}

/** Switch one value of a filter. */
function toggled(state, filter, id, every) {
  const on = state[filter] ?? every;
  const next = on.includes(id) ? on.filter((other) => other !== id) : [...on, id];
  return change(state, { [filter]: tidy(next, every) });
}

const only = (state, filter, id, every) => change(state, { [filter]: tidy([id], every) });

const allOn = (state, filter) => change(state, { [filter]: null });

const noneOn = (state, filter) => change(state, { [filter]: Object.freeze([]) });

const withFilter = (state, filter, ids, every) =>
  change(state, { [filter]: ids === null ? null : tidy(ids, every) });

const withTime = (state, from, to) => change(state, { from, to });

const withUndated = (state, undated) => change(state, { undated });

/** Select a place at one of its mentions, or a mention that is not on the map. */
const selected = (state, place, mention) => change(state, { place, mention, claim: null });

/** Select a claim itself: the way to those that name no place. */
const withClaim = (state, claim) => change(state, { place: null, mention: null, claim });

const unselected = (state) => change(state, { place: null, mention: null, claim: null });

const withRoute = (state, route, leg = null) => change(state, { route, leg });

const withReading = (state, reading) => change(state, { reading });

const withView = (state, at) => change(state, { at: at && Object.freeze({ ...at }) });

const withTiles = (state, tiles) => change(state, { tiles });

const withNames = (state, names) => change(state, { names });

/** Switch every filter back, keep what is selected. */
const unfiltered = (state) =>
  change(state, { themes: null, speakers: null, kinds: null, from: null, to: null, undated: true });

const isFiltered = (state) =>
  FILTERS.some((filter) => state[filter] !== null) || !!state.from || !!state.to || !state.undated;
return { START, FILTERS, toggled, only, allOn, noneOn, withFilter, withTime, withUndated, selected, withClaim, unselected, withRoute, withReading, withView, withTiles, withNames, unfiltered, isFiltered };
})();

const m_filters = (() => {
// The switches: themes, speakers and kinds, each with "only", "all" and "none", and their counts.

const { all, mark, one } = m_dom;
const { counts } = m_selectors;
const { allOn, noneOn, only, toggled } = m_state;

const every = (atlas, filter) => ({ themes: atlas.themeIds, speakers: atlas.speakerIds, kinds: atlas.kindIds })[filter];

/** Take over the switches that the server has written; `change(next)` is called with new choices. */
function createFilters(root, atlas, store, change) {
  all("[data-switch=themes]", root).forEach((button) => drawMark(button, atlas));
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-switch], [data-only], [data-all], [data-none]");
    if (button) change(step(atlas, store.get(), button.dataset));
  });
  return { paint: (state) => paint(root, atlas, state) };
}

function drawMark(button, atlas) {
  const theme = atlas.theme.get(button.dataset.id);
  one(".mark-here", button)?.replaceChildren(mark(theme, 18));
}

function step(atlas, state, data) {
  if (data.all) return allOn(state, data.all);
  if (data.none) return noneOn(state, data.none);
  if (data.only) return only(state, data.only, data.id, every(atlas, data.only));
  if (data.switch !== "kinds") return toggled(state, data.switch, data.id, every(atlas, data.switch));
  return toggled(state, "kinds", data.id, atlas.kindIds);
}

function paint(root, atlas, state) {
  for (const filter of ["themes", "speakers", "kinds"]) {
    const found = counts(atlas, state, filter);
    for (const button of all(`[data-switch=${filter}]`, root)) {
      const on = state[filter] === null || state[filter].includes(button.dataset.id);
      button.setAttribute("aria-pressed", String(on));
      const number = one(".count", button);
      if (number) number.textContent = found.get(button.dataset.id) ?? 0;
    }
    const off = state[filter] === null ? 0 : every(atlas, filter).length - state[filter].length;
    all(`[data-filter-note=${filter}]`, root).forEach((note) => {
      note.textContent = off ? `: ${every(atlas, filter).length - off} of ${every(atlas, filter).length} on` : "";
    });
    // Not `disabled`: a button that is switched off under the reader's finger loses the focus.
    const spent = { all: state[filter] === null, none: state[filter]?.length === 0 };
    for (const [name, nothingToDo] of Object.entries(spent)) {
      all(`[data-${name}=${filter}]`, root).forEach((b) => b.setAttribute("aria-disabled", String(nothingToDo)));
    }
  }
}
return { createFilters };
})();

const m_picture = (() => {
// The map as a picture: the frame draws the current view, and the browser saves it as a PNG file.

const { announce, h, notice } = m_dom;

const FAILED = "The picture could not be made. A screenshot or the print view can stand in for it.";

/**
 * Make the button that saves a picture of the map.
 * `ask(fields)` sends the request to the map; false where no map is connected.
 */
function createPicture(atlas, ask) {
  let asked = 0;
  const request = (tilesOn) => {
    asked += 1;
    const sent = ask({ id: asked, title: atlas.edition.title, credit: credit(atlas) });
    if (!sent) notice(FAILED);
    else if (tilesOn) announce("Tiles are left out of the picture.");
  };
  return {
    button: (tilesOn) =>
      h(
        "div",
        { class: "share-field" },
        h("span", { class: "share-words" }, "Picture of the map as it stands (PNG)", tilesOn && ", without tiles"),
        h("button", { type: "button", class: "tool", "data-picture": "", onclick: () => request(tilesOn) }, "Save"),
      ),
    /** The frame's answer: a `data:` address of the picture, or what went wrong. */
    receive({ id, url, error }) {
      if (id !== asked) return;
      if (error || !url?.startsWith("data:image/png")) return notice(FAILED);
      save(url, `${atlas.edition.id}-map.png`);
      announce("Picture saved");
    },
  };
}

function credit({ edition }) {
  return `${edition.authors.join(", ")}, ${edition.dated}. Claims of those named, not facts. Article Atlas`;
}

function save(url, name) {
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
return { createPicture };
})();

const m_print = (() => {
// A clean document on paper: map and text as they stand, in light colours, then every claim that is on.

const { h, mark, one } = m_dom;
const { claimView } = m_claimview;
const { claimsOn } = m_selectors;

// What a sheet of A4 or Letter has room for beside and above the text.
const PAPER_PX = { width: 660, height: 560 };

/**
 * Before the browser prints, add the legend and the claims and make the map fit; afterwards undo it.
 * `repaint(scheme)` paints the page in a scheme and gives the one that it had.
 */
function createPrint(atlas, state, repaint) {
  let added = null;
  let scheme = null;
  window.addEventListener("afterprint", () => {
    added?.remove();
    repaint(scheme);
  });
  window.addEventListener("beforeprint", () => {
    added?.remove();
    scheme = repaint("light");
    fitMap(one(".st-key-atlas-map"));
    added = h(
      "section",
      { class: "print-claims" },
      h("h2", {}, "Layers"),
      h(
        "p",
        {},
        atlas.themes.map((theme) => h("span", { class: "theme-tag" }, mark(theme, 12), theme.title)),
      ),
      h("h2", {}, "Claims"),
      h("p", {}, "Each according to those named; repetition is not confirmation."),
      claimsOn(atlas, state()).map((claim) =>
        h(
          "div",
          {},
          claimView(atlas, claim),
          claim.places.length > 0
            && h("p", { class: "label" }, `Places: ${claim.places.map((id) => atlas.place.get(id).title).join(", ")}`),
        ),
      ),
      h("h2", {}, "Where the outlines come from"),
      h(
        "ul",
        {},
        atlas.places.map((place) => h("li", {}, `${place.title}: ${place.source} (${place.licence})`)),
      ),
    );
    one(".st-key-atlas-text").append(added);
  });
}

// The map's frame keeps its size, or it would show another part of the world; it is drawn smaller.
function fitMap(area) {
  const { width, height } = area.getBoundingClientRect();
  const scale = Math.min(PAPER_PX.width / width, PAPER_PX.height / height);
  const values = { "--map-width": `${width}px`, "--map-height": `${height}px`, "--map-scale": scale };
  Object.entries(values).forEach(([name, value]) => area.style.setProperty(name, value));
}
return { createPrint };
})();

const m_route = (() => {
// The claimed route: its legs with their verbs, walked on map and text together.

const { all, h, one } = m_dom;

/** Take over `#atlas-route`; `act` has route(id, leg) which selects and tells the map. */
function createRoute(atlas, act) {
  const root = one("#atlas-route");
  const route = atlas.routes[0];
  if (!root || !route) return { paint() {} };
  const claim = atlas.claim.get(route.claim);
  const title = (id) => atlas.place.get(id).title;
  const legs = route.legs.map((leg, index) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "leg", "data-leg": index, onclick: () => act.route(route.id, index) },
        h("span", { class: "leg-verb" }, leg.verb),
        ` ${title(leg.from)} → ${title(leg.to)}`,
      ),
    ),
  );
  const step = (by) => {
    const { leg } = act.state();
    const next = leg === null ? (by > 0 ? 0 : legs.length - 1) : (leg + by + legs.length) % legs.length;
    act.route(route.id, next);
  };
  root.replaceChildren(
    h("p", { class: "according" }, claim.according),
    h("p", { class: "route-note" }, route.note),
    h("ol", { class: "legs" }, legs),
    h(
      "div",
      { class: "tools" },
      h(
        "button",
        {
          type: "button",
          class: "tool",
          "data-route-show": true,
          "aria-pressed": "false",
          onclick: () => act.route(act.state().route ? null : route.id, null),
        },
        "Show the route",
      ),
      h("button", { type: "button", class: "tool", "aria-label": "Previous leg", onclick: () => step(-1) }, "‹"),
      h("button", { type: "button", class: "tool", "aria-label": "Next leg", onclick: () => step(1) }, "Next leg ›"),
    ),
  );
  return { paint: (state) => paint(root, state) };
}

function paint(root, state) {
  one("[data-route-show]", root).setAttribute("aria-pressed", String(state.route !== null));
  all("[data-leg]", root).forEach((leg) => {
    const on = state.route !== null && Number(leg.dataset.leg) === state.leg;
    if (on) leg.setAttribute("aria-current", "step");
    else leg.removeAttribute("aria-current");
  });
}
return { createRoute };
})();

const m_codec = (() => {
// The codec between a reader's choices and the address: readable, stable, forgiving.

const { START, selected, withClaim, withFilter, withNames, withRoute, withTiles, withTime, withUndated, withView, } = m_state;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MOST = 4000; // a longer query string is not one of ours
const ZOOM = [2, 11];
const OURS = [
  "themes",
  "speakers",
  "kinds",
  "from",
  "to",
  "undated",
  "place",
  "mention",
  "claim",
  "route",
  "at",
  "map",
  "names",
];

/** Write choices as query parameters; what is as at the start is left out. */
function toQuery(state, atlas, kept = "") {
  const query = new URLSearchParams(kept);
  OURS.forEach((name) => query.delete(name));
  if (query.get("edition") !== atlas.edition.id) query.delete("edition"); // the server has said so
  for (const filter of ["themes", "speakers", "kinds"]) {
    if (state[filter] !== null) query.set(filter, listText(state[filter]));
  }
  if (state.from) query.set("from", state.from);
  if (state.to) query.set("to", state.to);
  if (!state.undated) query.set("undated", "no");
  if (state.place) query.set("place", state.place);
  if (state.mention) query.set("mention", state.mention);
  if (state.claim) query.set("claim", state.claim);
  if (state.route) query.set("route", state.leg === null ? state.route : `${state.route}.${state.leg + 1}`);
  if (state.at) query.set("at", viewText(state.at));
  if (state.tiles) query.set("map", "tiles");
  if (state.names !== "en") query.set("names", state.names);
  return query.toString().replaceAll("%2C", ",");
}

/** "none" is an empty list; the one id of that name ("no source given") is said twice. */
function listText(ids) {
  return ids.length === 1 && ids[0] === "none" ? "none.none" : ids.join(".") || "none";
}

function viewText({ lat, lon, zoom }) {
  return [lat.toFixed(4), lon.toFixed(4), zoom].map(Number).join(",");
}

/** Read choices from a query string: {state, notices}. Anything unknown is left out and said. */
function fromQuery(text, atlas) {
  const notices = [];
  if (text.length > MOST) return { state: START, notices: ["The link was too long and was ignored."] };
  const query = new URLSearchParams(text);
  let state = START;
  state = readFilter(state, query, "themes", atlas.themeIds, "theme", notices);
  state = readFilter(state, query, "speakers", atlas.speakerIds, "speaker", notices);
  state = readFilter(state, query, "kinds", atlas.kindIds, "kind of claim", notices);
  state = readTime(state, query, atlas, notices);
  state = readSelection(state, query, atlas, notices);
  state = readRoute(state, query, atlas, notices);
  state = readView(state, query, notices);
  if (query.get("map") === "tiles") state = withTiles(state, true);
  return { state: readNames(state, query, atlas, notices), notices };
}

const short = (value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value);
const ignored = (what, value) => `This link names an unknown ${what}, “${short(value)}”; it was ignored.`;

function readFilter(state, query, name, every, what, notices) {
  const value = query.get(name);
  if (value === null || value === "") return state;
  if (value === "none") return withFilter(state, name, [], every);
  const asked = [...new Set(value.split("."))];
  asked.filter((id) => !every.includes(id)).forEach((id) => notices.push(ignored(what, id)));
  const known = asked.filter((id) => every.includes(id));
  return known.length ? withFilter(state, name, known, every) : state;
}

function readTime(state, query, atlas, notices) {
  const month = (name) => {
    const value = query.get(name);
    if (!value) return null;
    if (!MONTH.test(value)) {
      notices.push(ignored("month", value));
      return null;
    }
    if (!atlas.months) return null;
    return value < atlas.months.first ? atlas.months.first : value > atlas.months.last ? atlas.months.last : value;
  };
  let [from, to] = [month("from"), month("to")];
  if (from && to && from > to) [from, to] = [to, from];
  return withUndated(withTime(state, from, to), query.get("undated") !== "no");
}

function readSelection(state, query, atlas, notices) {
  let place = query.get("place") || null;
  let mention = query.get("mention") || null;
  if (place && !atlas.place.has(place)) {
    notices.push(ignored("place", place));
    place = null;
  }
  if (mention && !atlas.mention.has(mention)) {
    notices.push(ignored("mention", mention));
    mention = null;
  }
  if (mention && place && !atlas.mention.get(mention).places.some((ref) => ref.id === place)) {
    notices.push("This link’s mention does not name its place; the mention was ignored.");
    mention = null;
  }
  if (place && !mention) mention = atlas.place.get(place).mentions[0] ?? null;
  if (mention && !place) place = atlas.mention.get(mention).places[0]?.id ?? null;
  const claim = query.get("claim") || null;
  if (claim && !atlas.claim.has(claim)) notices.push(ignored("claim", claim));
  else if (claim && !place && !mention) return withClaim(state, claim);
  return selected(state, place, mention);
}

function readRoute(state, query, atlas, notices) {
  const value = query.get("route");
  if (!value) return state;
  const [id, leg] = value.split(".");
  const route = atlas.routes.find((r) => r.id === id);
  if (!route) {
    notices.push(ignored("route", id));
    return state;
  }
  const index = Math.trunc(Number(leg)) - 1;
  const known = index >= 0 && index < route.legs.length;
  return withRoute(state, id, known ? index : null);
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

function readView(state, query, notices) {
  const value = query.get("at");
  if (!value) return state;
  const parts = value.split(",");
  const [lat, lon, zoom] = parts.map(Number);
  if (parts.length !== 3 || parts.some((p) => p.trim() === "") || ![lat, lon, zoom].every(Number.isFinite)) {
    notices.push(ignored("map view", value));
    return state;
  }
  return withView(state, { lat: clamp(lat, -85, 85), lon: clamp(lon, -180, 180), zoom: clamp(zoom, ...ZOOM) });
}

function readNames(state, query, atlas, notices) {
  const value = query.get("names");
  if (!value) return state;
  if (atlas.languages.some((l) => l.id === value)) return withNames(state, value);
  notices.push(ignored("language", value));
  return state;
}
return { toQuery, fromQuery };
})();

const m_share = (() => {
// The share dialog: the link, a frame to embed, a citation, and a link for the chosen passage.

const { publicAddress, withoutFrame } = m_address;
const { all, announce, h, one } = m_dom;
const { toQuery } = m_codec;

const FRAME_HEIGHT_PX = 640;

/** Take over the share buttons; `state()` gives the current choices, `picture` its own button. */
function createShare(atlas, state, picture) {
  const buttons = all("[data-share]");
  if (!buttons.length) return;
  const dialog = h("dialog", { class: "share", "aria-labelledby": "atlas-share-title" });
  one(".st-key-atlas").append(dialog);
  let from = buttons[0];
  buttons.forEach((button) =>
    button.addEventListener("click", () => {
      from = button;
      dialog.replaceChildren(...content(atlas, state(), dialog, picture));
      dialog.showModal();
    }),
  );
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => from.focus());
}

function content(atlas, state, dialog, picture) {
  const query = withoutFrame(toQuery(state, atlas, location.search));
  const mention = state.mention && atlas.mention.get(state.mention);
  return [
    h(
      "div",
      { class: "card-head" },
      h("h2", { id: "atlas-share-title" }, "Share this view"),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialog.close() }, "×"),
    ),
    field("Link to this view", publicAddress(query)),
    mention && field(`Link to the passage with “${mention.exact}”`, publicAddress(passageQuery(query, state))),
    field("Frame for another page, map and text", frame(atlas, query, false)),
    field("Frame for another page, map only", frame(atlas, query, true)),
    field("Citation", citation(atlas, query)),
    picture.button(state.tiles),
    h("p", { class: "label" }, "A link keeps filters, selection and map view. Frames load nothing but this app."),
  ].filter(Boolean);
}

function passageQuery(query, state) {
  const kept = new URLSearchParams(query);
  for (const name of [...kept.keys()]) if (name !== "edition") kept.delete(name);
  if (state.place) kept.set("place", state.place);
  kept.set("mention", state.mention);
  return kept.toString();
}

function frame(atlas, query, mapOnly) {
  const asked = new URLSearchParams(query);
  asked.set("embed", "true");
  if (mapOnly) asked.set("text", "no");
  const address = publicAddress(asked.toString().replaceAll("%2C", ","));
  const title = `${atlas.edition.title}: the article on its map`;
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${FRAME_HEIGHT_PX}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
}

const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function citation(atlas, query) {
  const { authors, title, dated, publisher } = atlas.edition;
  const day = new Date().toISOString().slice(0, 10);
  return `${authors.join(", ")}: “${title}”, ${publisher || "publisher not supplied"}, ${dated}. On its map: Article Atlas, ${publicAddress(query)}, seen on ${day}. Statements are claims of those named.`;
}

function field(label, value) {
  const area = h("textarea", { readonly: true, rows: value.length > 120 ? 3 : 2, spellcheck: "false" }, value);
  const button = h("button", { type: "button", class: "tool", onclick: () => copy(area, button) }, "Copy");
  return h("div", { class: "share-field" }, h("label", {}, h("span", {}, label), area), button);
}

async function copy(area, button) {
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    button.textContent = "Copied";
    announce("Copied");
  } catch {
    announce("The browser did not allow copying. The text stands selected.");
  }
}
return { createShare };
})();

const m_scroll = (() => {
// Scroll inside our own panes only: an embedding page is never moved.

/** The nearest ancestor that scrolls, or the document's own scroller. */
function scrollerOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at.scrollHeight > at.clientHeight + 1) {
      return at;
    }
  }
  return document.scrollingElement;
}

/** What of a scroller is free: its box less what stands fixed over its top (the phone's map). */
function freeBox(scroller) {
  const box =
    scroller === document.scrollingElement ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  const covers = [...document.querySelectorAll("[data-covers-text], .st-key-atlas-map, .st-key-atlas-filters")];
  let top = box.top;
  for (const cover of covers) {
    if (getComputedStyle(cover).position !== "sticky") continue;
    top = Math.max(top, cover.getBoundingClientRect().bottom);
  }
  return { top, bottom: box.bottom };
}

/** Bring an element to the upper middle of its scroller's free part, unless it is well in view. */
function bringIntoView(element) {
  const scroller = scrollerOf(element);
  const free = freeBox(scroller);
  const box = element.getBoundingClientRect();
  const margin = Math.min(48, (free.bottom - free.top) / 6);
  if (box.top >= free.top + margin && box.bottom <= free.bottom - margin) return;
  const wanted = free.top + (free.bottom - free.top) * 0.38 - box.height / 2;
  scroller.scrollTop += box.top - wanted;
  settle(element, scroller, wanted);
}

/** Scrolling may change what covers the text (a heading leaves, a map sticks): look once more. */
function settle(element, scroller) {
  const free = freeBox(scroller);
  const box = element.getBoundingClientRect();
  if (box.top < free.top || box.bottom > free.bottom) {
    scroller.scrollTop += box.top - (free.top + (free.bottom - free.top) * 0.38 - box.height / 2);
  }
}

/** Uncover an element that reaches under what covers the text, and no more: its reader is there. */
function uncover(element) {
  const scroller = scrollerOf(element);
  const free = freeBox(scroller);
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top < free.top) scroller.scrollTop -= free.top - top + height;
  else if (bottom > free.bottom) scroller.scrollTop += bottom - free.bottom + height;
}
return { scrollerOf, freeBox, bringIntoView, uncover };
})();

const m_soon = (() => {
// Puts off what need not happen before the reader sees an answer. A page in the background draws no
// frames, so a time-out makes sure that it happens.

const HIDDEN_MS = 120;

/** Run `act` just before the next frame of the screen is drawn, when the page is laid out anyway. */
function soon(act) {
  const run = once(act);
  requestAnimationFrame(run);
  setTimeout(run, HIDDEN_MS);
}

/** Run `act` when the next frame of the screen has been drawn. */
function afterPaint(act) {
  const run = once(act);
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, 4 * HIDDEN_MS);
}

function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
return { soon, afterPaint };
})();

const m_text = (() => {
// The article's side: paints mentions and passages, and reports what the reader does with them.

const { all, mark, one } = m_dom;
const { mentionOff, placesOf, themesOn } = m_selectors;
const { bringIntoView, uncover } = m_scroll;
const { soon } = m_soon;

/**
 * Take over the article that the server has written.
 * `act` has: choose(mention, byKeyboard), hover(placeIds|null), step(by), seen(mentionIds).
 */
function createText(root, atlas, act) {
  const buttons = new Map(all("button[data-mention]", root).map((b) => [b.dataset.mention, b]));
  const passages = all("[data-claims]", root);
  listen(root, atlas, act);
  const inView = watch(buttons, act);
  return {
    paint: (state) => paint(atlas, state, buttons, passages),
    hover: (place) => paintHover(atlas, buttons, place),
    reveal: (mention) => buttons.has(mention) && soon(() => bringIntoView(buttons.get(mention))),
    uncover: (mention) => soon(() => uncover(buttons.get(mention))),
    revealClaim: (claim) => reveal(passages, claim),
    focus: (mention) => buttons.get(mention)?.focus({ preventScroll: true }),
    inView,
  };
}

function listen(root, atlas, act) {
  const at = (event) => event.target.closest?.("button[data-mention]");
  root.addEventListener("click", (event) => {
    const button = at(event);
    if (button) act.choose(button.dataset.mention, event.detail === 0);
  });
  root.addEventListener("pointerover", (event) => {
    const button = event.pointerType === "touch" ? null : at(event);
    if (button) act.hover(placesOf(atlas, button.dataset.mention));
  });
  root.addEventListener("pointerout", (event) => at(event) && act.hover(null));
  root.addEventListener("focusin", (event) => {
    const button = at(event);
    if (button) act.hover(placesOf(atlas, button.dataset.mention));
  });
  root.addEventListener("focusout", (event) => at(event) && act.hover(null));
  root.addEventListener("keydown", (event) => {
    const button = at(event);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!button || !by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act.stepFrom(button.dataset.mention, by);
  });
}

function paint(atlas, state, buttons, passages) {
  const current = state.mention && atlas.mention.get(state.mention);
  const cited = new Set(current ? current.claims : [state.claim].filter(Boolean));
  for (const [id, button] of buttons) paintMention(atlas, state, id, button);
  for (const passage of passages) {
    const ids = passage.dataset.claims.split(" ");
    passage.classList.toggle(
      "is-cited",
      ids.some((id) => cited.has(id)),
    );
  }
}

function paintMention(atlas, state, id, button) {
  const mention = atlas.mention.get(id);
  const chosen = state.mention === id;
  const sibling = !chosen && !!state.place && mention.places.some((ref) => ref.id === state.place);
  if (chosen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.classList.toggle("is-sibling", sibling);
  button.classList.toggle("is-off", mentionOff(atlas, state, id));
  paintThemes(button, mention.outcome === "not-mapped" ? [] : themesOn(atlas, state, mention.claims), atlas);
}

/** The first theme that is on colours the mention; the others stand as small marks. */
function paintThemes(button, themes, atlas) {
  const key = themes.join(" ");
  if (button.dataset.themesOn === key) return;
  button.dataset.themesOn = key;
  const first = atlas.theme.get(themes[0]);
  button.style.setProperty("--light", first?.colour ?? "");
  button.style.setProperty("--dark", first?.colour_dark ?? "");
  one(".marks", button)?.remove();
  if (!themes.length) return;
  const marks = document.createElement("span");
  marks.className = "marks";
  marks.setAttribute("aria-hidden", "true");
  marks.append(...themes.map((theme, index) => mark(atlas.theme.get(theme), index ? 7 : 10)));
  button.append(marks);
}

function paintHover(atlas, buttons, place) {
  for (const [id, button] of buttons) {
    button.classList.toggle("is-hovered", !!place && placesOf(atlas, id).includes(place));
  }
}

function reveal(passages, claim) {
  const passage = passages.find((p) => p.dataset.claims.split(" ").includes(claim));
  if (passage) soon(() => bringIntoView(passage));
}

/** Watch which mentions are in view; gives a function that lists them. */
function watch(buttons, act) {
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target.dataset.mention);
      else seen.delete(target.dataset.mention);
    }
    act.seen();
  });
  buttons.forEach((button) => observer.observe(button));
  return () => [...seen];
}
return { createText };
})();

const m_tiles = (() => {
// Map tiles come from another host: readers are told who receives the requests, and then decide.

const { announce, h, one } = m_dom;

const AGREED = "atlas-tiles"; // kept by the browser until its tab is closed, and sent to nobody
const WORDS =
  "Map tiles come from the OpenStreetMap Foundation’s servers (tile.openstreetmap.org). Your "
  + "browser will send them your internet address and which part of the map you look at.";

/** Has this reader said yes before, in this tab? A link alone is no consent. */
function tilesAgreed() {
  try {
    return sessionStorage.getItem(AGREED) === "yes";
  } catch {
    return false;
  }
}

function remember(on) {
  try {
    sessionStorage.setItem(AGREED, on ? "yes" : "no");
  } catch {
    /* without storage the reader is asked again */
  }
}

/** Take over the switch; `act` has on() and set(on). */
function createTiles(act) {
  const button = one("#atlas-tiles");
  const box = one("#atlas-tiles-ask");
  if (!button) return { paint() {}, askForLink() {} };
  const decide = (on) => {
    box.hidden = true;
    remember(on);
    act.set(on);
    button.focus();
  };
  const ask = (why) => {
    box.replaceChildren(
      h("p", {}, why, WORDS),
      h("button", { type: "button", class: "primary", onclick: () => decide(true) }, "Turn tiles on"),
      h("button", { type: "button", onclick: () => decide(false) }, "Keep them off"),
    );
    box.hidden = false;
  };
  button.addEventListener("click", () => {
    if (act.on()) return decide(false);
    ask("");
    one("button", box).focus();
  });
  return {
    paint: (on) => button.setAttribute("aria-pressed", String(on)),
    /** A link that was made with tiles on: nothing is loaded before its reader says so. */
    askForLink() {
      ask("This link was made with map tiles on. ");
      box.closest("details").open = true;
      box.scrollIntoView({ block: "nearest" });
      announce("This link was made with map tiles on; whether to load them is asked under Map settings.");
    },
  };
}
return { tilesAgreed, createTiles };
})();

const m_months = (() => {
// Months as numbers and words: "2015-01" ⇄ months since year 0 ⇄ "January 2015".

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const toNumber = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const toMonth = (number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

const monthWords = (month) => `${NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
return { toNumber, toMonth, monthWords };
})();

const m_timeline = (() => {
// The timeline: dated claims by time and theme, two range inputs as its equal, undated ones apart.

const { h, mark, one, s, sentence } = m_dom;
const { claimOn } = m_selectors;
const { monthWords, toMonth, toNumber } = m_months;
const { withTime, withUndated } = m_state;

const WIDTH = 260;
const ROW = 11;
const GAP = 5;
const YEAR_WIDTH = 22;

/** Take over a time panel; `act` has filter(state) and, where a claim can be opened, open(claim). */
function createTimeline(root, atlas, store, act) {
  if (!root || !atlas.months) return { paint() {} };
  const [first, last] = [atlas.months.first, atlas.months.last].map(toNumber);
  const span = (state) => [state.from ?? toMonth(first), state.to ?? toMonth(last)];
  let inside = null; // made when the panel is opened: mostly it stays closed
  const paintInside = () => {
    inside ??= makeInside(root, atlas, first, last, store, act);
    paint(root, atlas, store.get(), inside, span(store.get()), act);
  };
  root.addEventListener("toggle", () => root.open && paintInside());
  return {
    paint(state) {
      const times = state.from || state.to ? span(state).map(monthWords).join(" to ") : "All times";
      one("[data-time-words]", root).textContent = times + (state.undated ? "" : ", dated claims only");
      if (root.open) paintInside();
    },
  };
}

function makeInside(root, atlas, first, last, store, act) {
  const inputs = listenRange(root, first, last, store, act);
  one("[data-undated]", root).addEventListener("click", () =>
    act.filter(withUndated(store.get(), !store.get().undated)),
  );
  one("[data-all-times]", root).addEventListener("click", () =>
    act.filter(withUndated(withTime(store.get(), null, null), true)),
  );
  const { svg, bars } = drawChart(atlas, first, last, act);
  one(".timeline-chart", root).replaceChildren(svg);
  return { inputs, bars };
}

function listenRange(root, first, last, store, act) {
  const inputs = ["from", "to"].map((name) => one(`input[data-time=${name}]`, root));
  inputs.forEach((input) => {
    input.min = first;
    input.max = last;
    input.addEventListener("input", () => {
      const [from, to] = inputs.map(({ value }) => Number(value)).sort((a, b) => a - b);
      act.filter(withTime(store.get(), from === first ? null : toMonth(from), to === last ? null : toMonth(to)));
    });
  });
  return inputs;
}

function drawChart(atlas, first, last, act) {
  const x = (number) => 2 + ((number - first) / Math.max(1, last + 1 - first)) * (WIDTH - 8);
  const bars = [];
  let y = 14;
  const rows = s("g");
  for (const theme of atlas.themes) {
    const claims = atlas.claims.filter((c) => c.about && c.themes.includes(theme.id));
    if (!claims.length) continue;
    const ends = [];
    for (const claim of claims) y = placeBar(claim, theme, x, y, ends, rows, bars, first, last, act);
    y += ends.length * ROW + GAP;
  }
  const svg = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${y}`, width: "100%", role: "group", "aria-label": "Claims by time and theme" },
    years(first, last, x, y),
    rows,
  );
  return { svg, bars };
}

function placeBar(claim, theme, x, y, ends, rows, bars, first, last, act) {
  const { earliest, latest } = claim.about;
  const from = x(earliest ? Math.max(first, toNumber(earliest)) : first);
  const to = x(latest ? Math.min(last, toNumber(latest)) + 1 : last + 1);
  let lane = ends.findIndex((end) => end + 2 < from);
  if (lane < 0) lane = ends.length;
  ends[lane] = Math.max(to, from + 10);
  const open = !latest || !earliest;
  const bar = s(
    "g",
    {
      class: `bar${open ? " is-open" : ""}${claim.about.basis === "inferred" ? " is-inferred" : ""}`,
      transform: `translate(0 ${y + lane * ROW})`,
      style: `--light:${theme.colour};--dark:${theme.colour_dark}`,
    },
    s("title", {}, `${claim.about.words}: ${claim.according}`),
    s("rect", { x: from, y: 1.5, width: Math.max(4, to - from), height: 5, rx: 2 }),
    s("g", { class: "theme-mark", transform: `translate(${from - 1} -1) scale(0.42)` }, s("path", { d: theme.path })),
  );
  bar.addEventListener("click", () => act.open(claim));
  rows.append(bar);
  bars.push({ claim, bar });
  return y;
}

function years(first, last, x, height) {
  const axis = s("g", { class: "axis", "aria-hidden": "true" });
  const span = last - first;
  const step = span > 240 ? 10 : span > 48 ? 3 : 1;
  for (let year = Math.ceil(first / 12); year * 12 <= last; year += step) {
    const at = x(year * 12);
    const fits = at + YEAR_WIDTH < WIDTH; // the last year stands left of its line, not cut off
    const label = { x: fits ? at + 1 : at - 1, y: 9, "text-anchor": fits ? "start" : "end" };
    axis.append(s("line", { x1: at, x2: at, y1: 12, y2: height }), s("text", label, String(year)));
  }
  return axis;
}

function paint(root, atlas, state, { inputs, bars }, span, act) {
  inputs.forEach((input, index) => {
    input.value = toNumber(span[index]);
    input.setAttribute("aria-valuetext", monthWords(span[index]));
  });
  const undated = atlas.claims.filter((c) => !c.about && claimOn(atlas, state, c, "time")).length;
  const button = one("[data-undated]", root);
  button.setAttribute("aria-pressed", String(state.undated));
  one(".count", button).textContent = `(${undated})`;
  bars.forEach(({ claim, bar }) => bar.classList.toggle("is-off", !claimOn(atlas, state, claim)));
  one(".timeline-list", root).replaceChildren(...list(atlas, state, act));
}

/** The same in words: each dated claim that is on, in the order of time, with its precision. */
function list(atlas, state, act) {
  const start = (c) => c.about.earliest ?? c.about.latest ?? "";
  return atlas.claims
    .filter((c) => c.about && claimOn(atlas, state, c))
    .sort((a, b) => start(a).localeCompare(start(b)))
    .map((claim) =>
      h(
        "li",
        {},
        h("button", { type: "button", class: "link", onclick: () => act.open(claim) }, sentence(claim.about.words)),
        " ",
        claim.themes.map((id) => mark(atlas.theme.get(id), 10)),
        h("span", { class: "time-said" }, ` ${claim.according}; said ${claim.said.words}`),
      ),
    );
}
return { createTimeline };
})();

const m_store = (() => {
// Holds the one current state and tells those who draw it when it changes.

function createStore(state) {
  const listeners = new Set();
  return {
    get: () => state,
    set(next, cause = "reader") {
      if (next === state) return;
      const before = state;
      state = next;
      listeners.forEach((listener) => listener(state, before, cause));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
return { createStore };
})();

const m_say = (() => {
// The words for readers who do not see the screen: what has just been selected, walked or hidden.

/** Words for what is selected: the place with its mention, and according to whom. */
function selectionWords(atlas, { place, mention }) {
  const at = atlas.place.get(place);
  if (!at) return `“${atlas.mention.get(mention).exact}” is not on the map.`;
  const claims = mention ? atlas.mention.get(mention).claims : [];
  const index = at.mentions.indexOf(mention) + 1;
  const said = claims.length ? `, ${atlas.claim.get(claims[0]).according.replace(/^A/, "a")}` : "";
  return `${at.title}, mention ${index} of ${at.mentions.length}${said}`;
}

/** Words for a leg of a route, counted from 0. */
function legWords(atlas, leg, index) {
  const [from, to] = [leg.from, leg.to].map((id) => atlas.place.get(id).title);
  return `Leg ${index + 1}: ${leg.verb}, from ${from} to ${to}`;
}

/** Words for a selected place that the filters hide. */
const hiddenWords = (atlas, place) => `${atlas.place.get(place).title} is hidden by the filters.`;
return { selectionWords, legWords, hiddenWords };
})();

const m_acts = (() => {
// What a reader can do with text, map and card: every act changes the store, and says what it did.

const { announce } = m_dom;
const { firstMention, placesOn, stepMention, walkPlaces } = m_selectors;
const { selected, unselected, withClaim, withRoute } = m_state;
const { hiddenWords, legWords, selectionWords } = m_say;

/** Make the acts on a screen; they need its parts only when they are called. */
function makeActs(screen) {
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
    /** Bring the chosen passage into view. */
    reveal() {
      const { mention, claim } = store.get();
      if (mention) screen.text.reveal(mention);
      else if (claim) screen.text.revealClaim(claim);
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
return { makeActs };
})();

const m_host = (() => {
// On Community Cloud the app stands in a frame of a page on the same host: keeps its address in step.

const INNER_PATH = "/~/+/";
const PAUSE_MS = 500; // browsers limit how often an address may change
let timer = 0;

/** The page around ours, where it is the host's own; null on a page of somebody else. */
function hostPage(inner = window) {
  if (inner.parent === inner || !inner.location.pathname.includes(INNER_PATH)) return null;
  try {
    return inner.parent.location.origin === inner.location.origin ? inner.parent : null;
  } catch {
    return null;
  }
}

/**
 * Streamlit tells its host only of changes that went through the server; a reader's do not. The
 * host's address is replaced, never added to: Back goes through our own entries alone.
 */
function followInHost(address) {
  const host = hostPage();
  if (!host) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const url = address();
    if (url !== host.location.href) host.history.replaceState(host.history.state, "", url);
  }, PAUSE_MS);
}
return { followInHost };
})();

const m_history = (() => {
// Keeps the address and the reader's choices the same, and the page's own links in step.

const { appAddress, publicAddress } = m_address;
const { all } = m_dom;
const { followInHost } = m_host;
const { fromQuery, toQuery } = m_codec;
const { selected, withClaim, withRoute } = m_state;

const selectionOf = (state) => `${state.place}|${state.mention}|${state.claim}|${state.route}|${state.leg}`;

/** Follow the store: a selection adds to the history, everything else replaces the address. */
function followAddress(atlas, store) {
  const query = (state) => toQuery(state, atlas, location.search);
  store.subscribe((state, before, cause) => {
    if (cause === "history") return;
    const add = cause === "reader" && selectionOf(state) !== selectionOf(before);
    setTimeout(() => write(query(state), add)); // the browser takes its time over an address
  });
  window.addEventListener("popstate", () => back(atlas, store));
  write(query(store.get()), false);
  return { query: () => query(store.get()) };
}

function write(text, add) {
  const url = text ? `?${text}` : location.pathname;
  if (url !== (location.search || location.pathname)) {
    history[add ? "pushState" : "replaceState"](history.state, "", url);
  }
  updateLinks(text);
  followInHost(() => publicAddress(location.search.slice(1)));
}

/** Back undoes selections; filters stay as they are. */
function back(atlas, store) {
  const { state: then } = fromQuery(location.search, atlas);
  const chosen = then.claim ? withClaim(store.get(), then.claim) : selected(store.get(), then.place, then.mention);
  const next = withRoute(chosen, then.route, then.leg);
  store.set(next, "history");
  write(toQuery(next, atlas, location.search), false);
}

/** Every link to one of our pages carries the choices along; in one file, a page is a parameter. */
function updateLinks(text) {
  const single = document.documentElement.dataset.single === "true";
  for (const link of all("a[data-page]")) {
    const { page } = link.dataset;
    const query = new URLSearchParams(text);
    query.delete("page");
    if (single && page) query.set("page", page);
    const search = query.toString().replaceAll("%2C", ",");
    link.setAttribute("href", `${appAddress()}${single ? "" : page}${search ? `?${search}` : ""}`);
  }
}
return { followAddress, updateLinks };
})();

const m_dress = (() => {
// Lets the fonts come once everything that the reader waits for is there, since they move the text.

const { afterPaint } = m_soon;

const TOUCHES = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Dress the page and say on its root element `how` it opened.
 * @param {string} how "ready", or "without-map"
 * @param {function(): void} reveal brings the chosen passage back into view, for a reader who has
 *   not touched the page meanwhile
 */
function dressWhenReady(how, reveal) {
  const root = document.documentElement;
  // After the answer to a click that came before.
  afterPaint(() => afterPaint(() => root.dataset.atlas !== how && dress(root, how, reveal)));
}

function dress(root, how, reveal) {
  root.dataset.atlas = how;
  let touched = false;
  const touch = () => {
    touched = true;
  };
  for (const type of TOUCHES) document.addEventListener(type, touch, { once: true, passive: true, capture: true });
  document.fonts.ready.then(() => touched || reveal());
}
return { dressWhenReady };
})();

const m_messages = (() => {
// How page and map hand each other a message: at once, so that text and map change in the same
// picture. A posted one would wait until the screen has been drawn.

/** Hand a message over to a window of the same origin; it comes as one that was posted would. */
function deliver(target, data) {
  const message = { data, origin: window.origin, source: window };
  return target.dispatchEvent(new target.MessageEvent("message", message));
}
return { deliver };
})();

const m_frame = (() => {
// The page's end of the talk with the map's frame: who may speak, and in which order they meet.

const { deliver } = m_messages;

const target = () => (location.protocol === "file:" ? "*" : location.origin);

function ownFrames() {
  return Array.from({ length: window.frames.length }, (_, index) => window.frames[index]);
}

/**
 * Meet the map, whichever side starts first.
 * `handlers` has a function for each message type the map sends; `send` does nothing and gives false
 * until the map is ready.
 */
function connectFrame(handlers) {
  let map = null;

  function receive(event) {
    const message = event.data;
    if (message?.atlas !== 1 || !ownFrames().includes(event.source)) return;
    if (location.protocol !== "file:" && event.origin !== location.origin) return;
    if (message.type === "ready") map = event.source;
    handlers[message.type]?.(message);
  }

  window.addEventListener("message", receive);
  const greet = () => ownFrames().forEach((frame) => frame.postMessage({ atlas: 1, type: "hello" }, target()));
  greet();
  return {
    send: (type, fields = {}) => map !== null && deliver(map, { atlas: 1, type, ...fields }),
    connected: () => map !== null,
    close: () => window.removeEventListener("message", receive),
  };
}
return { connectFrame };
})();

const m_maplink = (() => {
// The reader's link with the map: what the map is asked to paint and show, and what it tells.

const { announce, notice, one } = m_dom;
const { soon } = m_soon;
const { badges, placesOn } = m_selectors;
const { withView } = m_state;
const { dressWhenReady } = m_dress;
const { connectFrame } = m_frame;

const MAP_PATIENCE_MS = 20000;

/**
 * Make the link; `meet` connects it. Before that, and as long as there is no map, what is sent is
 * lost: a map that comes later is told everything at once.
 */
function makeMapLink(screen) {
  const { atlas, store } = screen;
  let frame = null;
  const send = (type, fields) => frame !== null && frame.send(type, fields);

  const link = {
    send,
    meet() {
      frame = connectFrame(handlers(screen, () => ready(screen)));
      setTimeout(() => frame.connected() || failed(screen), MAP_PATIENCE_MS);
    },
    paint() {
      const state = store.get();
      const seen = state.reading ? screen.text.inView() : null;
      const on = placesOn(atlas, state, null);
      screen.visible = seen ? placesOn(atlas, state, seen) : on;
      screen.emptyNote.paint(screen.visible.length, on.length);
      send("paint", {
        visible: screen.visible,
        badges: badges(atlas, state),
        selected: state.place,
        scheme: document.documentElement.dataset.scheme,
        language: state.names,
      });
    },
    /** Ask the map to show the selected place, clear of the card. */
    show(companions = null) {
      const { place, mention } = store.get();
      if (!place) return;
      const named = mention ? atlas.mention.get(mention).places.map((ref) => ref.id) : [];
      const others = (companions ?? named).filter((id) => id !== place);
      soon(() => send("show", { place, others, cover: cardBox() }));
    },
    showRoute() {
      const { route, leg } = store.get();
      send("route", { id: route, leg });
    },
  };
  return link;
}

function handlers({ acts, store, picture }, whenReady) {
  return {
    ready: whenReady,
    click: ({ place }) => acts.openPlace(place),
    hover: ({ place }) => acts.hover(place ? [place] : null, "map"),
    key: ({ key }) => key === "Escape" && acts.unselect(),
    view: ({ lat, lon, zoom }) => store.set(withView(store.get(), { lat, lon, zoom }), "view"),
    fault: ({ message }) => notice(message),
    picture: (answer) => picture.receive(answer),
  };
}

function ready({ acts, map, store }) {
  one("#atlas-map-fault").hidden = true;
  const { at, place, tiles } = store.get();
  if (tiles) map.send("tiles", { on: true });
  map.paint();
  map.showRoute();
  if (at) map.send("goto", at);
  else if (place) map.show();
  dressWhenReady("ready", acts.reveal);
}

function failed({ acts }) {
  dressWhenReady("without-map", acts.reveal);
  one("#atlas-map-fault").hidden = false;
  announce("The map could not be loaded. The text can be read without it.");
}

/** The box that the card covers, in pixels of the map's frame. */
function cardBox() {
  const card = one("#atlas-card").getBoundingClientRect();
  if (!card.height) return null;
  const map = one(".st-key-atlas-map").getBoundingClientRect();
  return {
    left: card.left - map.left,
    top: card.top - map.top,
    right: card.right - map.left,
    bottom: card.bottom - map.top,
  };
}
return { makeMapLink };
})();

const m_scheme = (() => {
// Light or dark: what the host shows, else the system; told to our styles and to the map.

const HOST = ".stApp";
const system = window.matchMedia("(prefers-color-scheme: dark)");

/** Read the scheme: Streamlit sets its app's `color-scheme`; without Streamlit the system decides. */
function readScheme() {
  const host = document.querySelector(HOST);
  const own = host ? getComputedStyle(host).colorScheme : "";
  return own === "dark" || own === "light" ? own : system.matches ? "dark" : "light";
}

/** Tell the styles; returns whether it changed. */
function applyScheme(scheme) {
  if (document.documentElement.dataset.scheme === scheme) return false;
  document.documentElement.dataset.scheme = scheme;
  return true;
}

/** Apply the scheme now and whenever the host or the system changes it; `changed` runs afterwards. */
function followScheme(changed = () => {}) {
  applyScheme(readScheme());
  const look = () => applyScheme(readScheme()) && changed();
  system.addEventListener("change", look);
  const host = document.querySelector(HOST);
  // Streamlit's styles are classes: with another theme its app gets another one.
  if (host) new MutationObserver(look).observe(host, { attributes: true, attributeFilter: ["class"] });
}
return { readScheme, applyScheme, followScheme };
})();

const m_switches = (() => {
// The switches beside the filters, what opens over the text on a phone, and the keys that close it.

const { all, one } = m_dom;
const { createTiles } = m_tiles;
const { isFiltered, unfiltered, withNames, withReading, withTiles } = m_state;

// A click on anything else lets go of the selection; the map's frame tells of its own clicks.
const NOT_ELSEWHERE =
  "button, a, summary, label, input, select, textarea, svg, dialog, #atlas-card, #atlas-map-empty, #atlas-more, .notices, .link-box";

/** Take over the switches of a screen. */
function makeSwitches(screen) {
  const { acts, map, store } = screen;
  const more = takeMore();
  const tiles = createTiles({
    on: () => store.get().tiles,
    set(on) {
      store.set(withTiles(store.get(), on), "filter");
      map.send("tiles", { on });
    },
  });
  listen(acts, store, more);
  letGo(acts, more);
  return {
    paint: (state) => paint(screen, state, tiles),
    /** The link asks for map tiles: whether they are loaded is the reader's to say. */
    askTiles() {
      if (one("#atlas-more-button")?.checkVisibility()) more.open(true);
      tiles.askForLink();
    },
  };
}

function listen(acts, store, more) {
  one("#atlas-reading")?.addEventListener("click", () =>
    store.set(withReading(store.get(), !store.get().reading), "filter"),
  );
  one("#atlas-unfilter").addEventListener("click", () => {
    acts.filter(unfiltered(store.get()));
    one("#atlas-reading").focus(); // the next one: this one is hidden now
  });
  one("#atlas-walk")?.addEventListener("click", () => {
    more.open(false); // it lies over the passage
    acts.walk(1);
  });
  one("#atlas-names")?.addEventListener("change", (event) =>
    store.set(withNames(store.get(), event.target.value), "filter"),
  );
}

// On a phone the rest of the filters opens over the text.
function takeMore() {
  const box = one("#atlas-more");
  const button = one("#atlas-more-button");
  const isOpen = () => box.classList.contains("is-open");
  const open = (on) => {
    box.classList.toggle("is-open", on);
    button.setAttribute("aria-expanded", String(on));
  };
  button?.addEventListener("click", () => open(!isOpen()));
  return { isOpen, open, focus: () => button.focus() };
}

// Escape, and a click beside everything, close what is open or let go of the selection.
function letGo(acts, more) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (more.isOpen()) {
      more.open(false);
      more.focus();
    } else acts.unselect();
  });
  one(".st-key-atlas").addEventListener("click", ({ target }) => {
    if (!target.closest(NOT_ELSEWHERE) && !getSelection().toString()) acts.unselect();
  });
}

function paint({ atlas, visible }, state, tiles) {
  one("#atlas-reading")?.setAttribute("aria-pressed", String(state.reading));
  one("#atlas-unfilter").hidden = !isFiltered(state);
  tiles.paint(state.tiles);
  const names = one("#atlas-names");
  if (names) names.value = state.names;
  for (const [key, value] of Object.entries({ shown: visible.length, all: atlas.places.length })) {
    all(`[data-place-count=${key}]`).forEach((element) => (element.textContent = value));
  }
}

/** Inside another page: less around the map, and on demand no text. */
function embed() {
  const query = new URLSearchParams(location.search);
  const embedded = query.get("embed") === "true";
  one(".st-key-atlas").classList.toggle("is-embedded", embedded);
  one(".st-key-atlas").classList.toggle("is-map-only", embedded && query.get("text") === "no");
}
return { makeSwitches, embed };
})();

const m_reader = (() => {
// The reader's screen: wires text, map, card, filters and address to one store.

const { notice, one } = m_dom;
const { createCard } = m_card;
const { createCopy } = m_copy;
const { createEmptyNote } = m_empty;
const { createFilters } = m_filters;
const { createPicture } = m_picture;
const { createPrint } = m_print;
const { createRoute } = m_route;
const { createShare } = m_share;
const { createText } = m_text;
const { tilesAgreed } = m_tiles;
const { createTimeline } = m_timeline;
const { fromQuery } = m_codec;
const { indexed, walkOrder } = m_selectors;
const { unfiltered, withReading, withTiles } = m_state;
const { createStore } = m_store;
const { makeActs } = m_acts;
const { followAddress } = m_history;
const { makeMapLink } = m_maplink;
const { applyScheme, followScheme } = m_scheme;
const { embed, makeSwitches } = m_switches;

/**
 * Start the reader on a page that the server has written.
 * @returns {{atlas: object, store: object, acts: object}} what other code may ask of it
 */
function startReader(view) {
  const atlas = indexed(view);
  const { state, notices } = fromQuery(location.search, atlas);
  const asks = state.tiles && !tilesAgreed();
  const screen = build(atlas, createStore(asks ? withTiles(state, false) : state));
  notices.forEach(notice);
  if (asks) screen.switches.askTiles();
  return screen;
}

// The parts need what a reader can do, and that needs the parts: they meet on one object, and none
// asks another before all are there.
function build(atlas, store) {
  const screen = { atlas, store, visible: [] };
  screen.acts = makeActs(screen);
  screen.map = makeMapLink(screen);
  followScheme(() => screen.map.paint());
  addParts(screen);
  addTools(screen);
  store.subscribe((now, before, cause) => changed(screen, cause));
  screen.switches = makeSwitches(screen);
  embed();
  paint(screen);
  screen.map.meet();
  screen.acts.reveal();
  return screen;
}

// What is painted whenever the choices change.
function addParts(screen) {
  const { atlas, store, acts } = screen;
  screen.text = createText(one("#atlas-article"), atlas, textActs(screen));
  screen.card = createCard(one("#atlas-card"), atlas, cardActs(screen));
  screen.emptyNote = createEmptyNote(one("#atlas-map-empty"), {
    wholeArticle: () => store.set(withReading(store.get(), false), "filter"),
    unfilter: () => acts.filter(unfiltered(store.get())),
    focusMap: () => one(".st-key-atlas-map iframe")?.focus(),
  });
  screen.filters = createFilters(one(".st-key-atlas"), atlas, store, acts.filter);
  screen.timeline = createTimeline(one("#atlas-more .time-panel"), atlas, store, {
    filter: acts.filter,
    open: acts.openClaim,
  });
  screen.route = createRoute(atlas, { state: store.get, route: acts.walkRoute });
}

// What waits for its button, or for the browser.
function addTools(screen) {
  const { atlas, store } = screen;
  const address = followAddress(atlas, store);
  createCopy(address.query);
  screen.picture = createPicture(atlas, (fields) => screen.map.send("picture", fields));
  createShare(atlas, store.get, screen.picture);
  createPrint(atlas, store.get, (scheme) => paintIn(screen, scheme));
}

function textActs({ acts, map, store }) {
  return {
    choose: acts.choose,
    hover: (places) => acts.hover(places, "text"),
    seen: () => store.get().reading && map.paint(),
    stepFrom: acts.stepFrom,
  };
}

function cardActs(screen) {
  const { acts, atlas, store } = screen;
  return {
    close: acts.unselect,
    step: acts.step,
    walk: acts.walk,
    // With the passages in view it changes as the reader scrolls: there it is not told.
    order: () => (store.get().reading ? [] : walkOrder(atlas, screen.visible)),
    open: acts.select,
    choose: acts.goTo,
    goTo: acts.goToClaim,
    unfilter: () => acts.filter(unfiltered(store.get())),
  };
}

function changed(screen, cause) {
  if (cause === "view") return;
  paint(screen);
  if (cause !== "history") return;
  screen.map.showRoute();
  screen.acts.reveal();
  screen.map.show();
}

// Text and map first: they are what the reader looks at.
function paint(screen) {
  const state = screen.store.get();
  screen.text.paint(state);
  screen.map.paint();
  for (const part of [screen.card, screen.filters, screen.timeline, screen.route, screen.switches]) part.paint(state);
}

// Paint in a scheme; gives the one that was.
function paintIn(screen, scheme) {
  const before = document.documentElement.dataset.scheme;
  if (applyScheme(scheme)) screen.map.paint();
  return before;
}
return { startReader };
})();

const m_tables = (() => {
// Tables that can be searched, sorted and filtered in the browser: places, claims, ledger.

const { all, announce, count, mark, one } = m_dom;
const { claimOn } = m_selectors;

/**
 * Make the tables under `root` live.
 * Gives {follow(atlas, state)}: rows of claims that are off are hidden, links carry the filters.
 */
function createTables(root, atlas = null) {
  const tables = all("table[data-table]", root).map(startTable);
  if (atlas) {
    all("[data-theme-mark]", root).forEach((cell) => cell.prepend(mark(atlas.theme.get(cell.dataset.themeMark), 13)));
  }
  return {
    follow(state, query) {
      tables.forEach((table) => table.keep((row) => rowOn(atlas, state, row)));
      linkRows(root, query);
    },
  };
}

function rowOn(atlas, state, row) {
  const { claim } = row.dataset;
  return !claim || claimOn(atlas, state, atlas.claim.get(claim));
}

/** Links from a row to the reader carry the filters along and name their own selection. */
function linkRows(root, text) {
  for (const link of all("a[data-select-place], a[data-select-mention], a[data-select-claim]", root)) {
    const query = new URLSearchParams(text);
    for (const name of ["place", "mention", "claim", "at", "page"]) query.delete(name);
    if (link.dataset.selectPlace) query.set("place", link.dataset.selectPlace);
    if (link.dataset.selectMention) query.set("mention", link.dataset.selectMention);
    if (link.dataset.selectClaim) query.set("claim", link.dataset.selectClaim);
    link.setAttribute("href", `./?${query}`);
  }
}

/** Make one table sortable by its head's buttons and searchable by the field that names it. */
function startTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const found = one(`[data-found="${table.id}"]`);
  const field = one(`input[data-search="${table.id}"]`);
  let kept = () => true;

  const show = () => {
    const wanted = fold(field?.value ?? "")
      .split(/\s+/)
      .filter(Boolean);
    let number = 0;
    for (const row of rows) {
      const text = fold(row.textContent);
      const on = kept(row) && wanted.every((word) => text.includes(word));
      row.hidden = !on;
      number += on;
    }
    const text = `${count(number, table.dataset.unit)} shown of ${rows.length}`;
    if (found && found.textContent !== text) found.textContent = text;
  };

  field?.addEventListener("input", show);
  all("th button[data-sort]", table).forEach((button) =>
    button.addEventListener("click", () => sort(table, body, rows, button)),
  );
  show();
  return {
    keep: (test) => {
      kept = test;
      show();
    },
  };
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function sort(table, body, rows, button) {
  const head = button.closest("th");
  const down = head.getAttribute("aria-sort") === "ascending";
  all("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const column = head.cellIndex;
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const order = new Intl.Collator("en", { numeric: true }).compare;
  rows.sort((a, b) => (down ? -1 : 1) * order(value(a), value(b)));
  body.append(...rows);
  announce(`Sorted by ${button.textContent.trim()}, ${down ? "descending" : "ascending"}`);
}
return { createTables };
})();

const m_pages = (() => {
// The pages beside the reader, each opened on its own: same filters, same links, same scheme.

const { followAddress, updateLinks } = m_history;
const { createCopy } = m_copy;
const { notice, one } = m_dom;
const { createFilters } = m_filters;
const { fromQuery } = m_codec;
const { followScheme } = m_scheme;
const { indexed } = m_selectors;
const { createStore } = m_store;
const { createTables } = m_tables;
const { createTimeline } = m_timeline;

/** Start a page; one without claims keeps the reader's choices for the next page as they are. */
function startPage(view) {
  followScheme();
  document.documentElement.dataset.atlas = "page";
  if (view) return follow(indexed(view));
  const query = () => location.search.slice(1);
  updateLinks(query());
  createCopy(query);
}

function follow(atlas) {
  const { state, notices } = fromQuery(location.search, atlas);
  notices.forEach(notice);
  const store = createStore(state);
  const filter = (next) => store.set(next, "filter");
  const tables = createTables(document, atlas);
  const filters = createFilters(document, atlas, store, filter);
  const timeline = createTimeline(one(".time-panel"), atlas, store, { filter, open() {} });
  const address = followAddress(atlas, store);
  const paint = () => {
    filters.paint(store.get());
    timeline.paint(store.get());
    tables.follow(store.get(), address.query());
  };
  store.subscribe(paint);
  createCopy(address.query);
  paint();
}
return { startPage };
})();

const m_boot = (() => {
// Starts the right code for the page, once its parts are there.

const { adoptNotices } = m_dom;
const { createSkip } = m_skip;

const PATIENCE_MS = 15000;
const CONTENT = { read: "#atlas-article" };
const PARTS = { read: "#atlas-article, #atlas-card, #atlas-themes, .masthead" };
const ARABIC = {
  file: "vendor/noto-sans-arabic/noto-sans-arabic-arabic-400-normal.woff2",
  range: "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC",
};
const started = new WeakSet();

/** Called by the page's own script, with the page's name and what it shows. */
async function mount(page, view) {
  const [root] = await parts(PARTS[page] ?? ".atlas-page, .masthead");
  // The host may run the script anew; the page it belongs to is still the same one.
  if (started.has(root)) return;
  started.add(root);
  adoptNotices();
  offerArabic();
  createSkip(CONTENT[page] ?? ".atlas-page h1");
  if (page === "read") (await Promise.resolve(m_reader)).startReader(view);
  else (await Promise.resolve(m_pages)).startPage(view);
}

// The host's fonts have no Arabic letters, and not every machine has Urdu's and Pashto's: fetched when
// a name needs them.
function offerArabic() {
  const { url } = import.meta; // …/static/atlas/…; the app itself may stand under /atlas/
  const file = `${url.slice(0, url.lastIndexOf("/atlas/"))}/${ARABIC.file}`;
  const face = new FontFace("Atlas Sans", `url("${file}")`, { weight: "200 900", unicodeRange: ARABIC.range });
  document.fonts.add(face);
}

/** Wait until the host has drawn each of the page's parts; it may draw them after this script. */
function parts(selectors) {
  const find = () => selectors.split(", ").map((selector) => document.querySelector(selector));
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      if (!found.every(Boolean)) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(found);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`The page has no ${selectors} after ${PATIENCE_MS / 1000} s.`));
    }, PATIENCE_MS);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}
return { mount };
})();
const { mount } = m_boot;
export { mount };
