// Starts the right code for the page, once, and keeps it in step with the host's theme.

import { createSkip } from "./skip.js";

const PATIENCE_MS = 15000;
const CONTENT = { read: "#atlas-article" };
const PARTS = { read: "#atlas-article, #atlas-card, #atlas-themes, .masthead" };
const started = new WeakMap();

/** Called by the host component whenever its data or theme changes. */
export async function mount({ parentElement, data }) {
  const [root] = await parts(PARTS[data.page] ?? ".atlas-page, .masthead");
  // The host may mount the component anew; the page it belongs to is still the same one.
  if (started.has(root)) return (await started.get(root)).scheme?.();
  const view = data.view ? JSON.parse(data.view) : null;
  const start = data.page === "read"
    ? import("./reader.js").then((m) => m.startReader(view, parentElement))
    : import("./pages.js").then((m) => m.startPage(view, parentElement));
  started.set(root, start);
  createSkip(CONTENT[data.page] ?? "main.atlas-page h1");
  await start;
}

/** Wait until the host has drawn each of the page's parts; it may draw them after this component. */
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
