// Starts a page's code, once its parts are there.

import { adoptNotices } from "../common/dom.js";
import { createSkip } from "./skip.js";

const PATIENCE_MS = 15000;
/** @type {Record<string, string>} */
const CONTENT = { read: "#atlas-article" };
/** @type {Record<string, string>} */
const PARTS = { read: "#atlas-article, #atlas-card, #atlas-themes, .masthead" };
const ARABIC = {
  file: "vendor/noto-sans-arabic/noto-sans-arabic-arabic-400-normal.woff2",
  range: "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC",
};
const started = new WeakSet();

/**
 * Call `start(data)` once a page's parts are there; `page` is its name.
 * @type {<Data>(page: string, data: Data, start: (data: Data) => unknown) => Promise<void>}
 */
export async function boot(page, data, start) {
  const [root] = await parts(PARTS[page] ?? ".atlas-page, .masthead");
  // The host may run the script anew; the page it belongs to is still the same one.
  if (started.has(root)) return;
  started.add(root);
  adoptNotices();
  offerArabic();
  createSkip(CONTENT[page] ?? ".atlas-page h1");
  start(data);
}

// The host's fonts have no Arabic letters, and not every machine has Urdu's and Pashto's: fetched when
// a name needs them.
function offerArabic() {
  const { url } = import.meta; // …/static/atlas/…; the app itself may stand under /atlas/
  const file = `${url.slice(0, url.lastIndexOf("/atlas/"))}/${ARABIC.file}`;
  const face = new FontFace("Atlas Sans", `url("${file}")`, { weight: "200 900", unicodeRange: ARABIC.range });
  document.fonts.add(face);
}

/**
 * Wait until the host has drawn each of the page's parts; it may draw them after this script.
 * @type {(selectors: string) => Promise<Element[]>}
 */
function parts(selectors) {
  const find = () => selectors.split(", ").map((selector) => document.querySelector(selector));
  return new Promise((resolve, reject) => {
    const look = () => {
      const all = find();
      const found = all.filter((part) => part !== null);
      if (found.length < all.length) return;
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
