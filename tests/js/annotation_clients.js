// Has annotation clients find our annotations in a page that shows the article, and tells which words each finds.
// Arguments: the article's text, the list of annotations. Standard output: an object by client, of lists of words.

import { readFileSync } from "node:fs";
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { JSDOM } from "jsdom";

const [textFile, listFile] = process.argv.slice(2);
const text = readFileSync(textFile, "utf-8");
const list = JSON.parse(readFileSync(listFile, "utf-8"));

// Clients say how they draw.
for (const name of ["log", "info", "debug"]) console[name] = console.error;

const { window } = new JSDOM("<!doctype html><pre id='article'></pre>", {
  pretendToBeVisual: true,
  url: "https://example.org/",
});
const { document } = window;
const article = document.querySelector("#article");
article.textContent = text;
// Clients are made for browsers and ask for what those have at large.
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}
for (const name of ["ResizeObserver", "IntersectionObserver"]) {
  globalThis[name] = window[name] = class {
    observe() {}
    disconnect() {}
  };
}

const selectors = (one) => ({
  quote: one.target.selector.find(({ type }) => type === "TextQuoteSelector"),
  position: one.target.selector.find(({ type }) => type === "TextPositionSelector"),
});

async function first(matches) {
  for await (const range of matches) return range.toString();
  return null;
}

async function apache(make, kind) {
  const found = [];
  for (const one of list) {
    const range = document.createRange();
    range.selectNodeContents(article);
    found.push(await first(make(selectors(one)[kind])(range)));
  }
  return found;
}

// Its patterns are of at most 32 signs; where that is not enough, the position says which of them.
async function quoteMatcher() {
  const { toTextPosition } = await import("dom-anchor-text-quote");
  return list.map((one) => {
    const { quote, position } = selectors(one);
    const cut = { exact: quote.exact, prefix: quote.prefix.slice(-32), suffix: quote.suffix.slice(0, 32) };
    const place = toTextPosition(article, cut, { hint: position.start });
    return place && { start: place.start, words: text.slice(place.start, place.end) };
  });
}

async function recogito() {
  const { createTextAnnotator, reviveSelector, W3CTextFormat } = await import("@recogito/text-annotator");
  const annotator = createTextAnnotator(article, { adapter: W3CTextFormat("article.txt", article) });
  annotator.setAnnotations(list);
  const { store } = annotator.state;
  return list.map(({ id }) => {
    const held = store.getAnnotation(id);
    return held ? reviveSelector(held.target.selector[0], article).range.toString() : null;
  });
}

const answers = {
  "Apache Annotator, quotes": await apache(createTextQuoteSelectorMatcher, "quote"),
  "Apache Annotator, positions": await apache(createTextPositionSelectorMatcher, "position"),
  "a quote matcher": await quoteMatcher(),
  Recogito: await recogito(),
};
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
