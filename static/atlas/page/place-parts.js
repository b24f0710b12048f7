// Puts each part of the reader's screen where it belongs, as a script inside the page's HTML. It needs
// no other file, so that the text can be read whatever else fails to load.

{
  const own = /** @type {HTMLElement} */ (document.currentScript?.parentElement);
  const app = /** @type {HTMLElement} */ (own.closest(".st-key-atlas"));
  const map = /** @type {HTMLElement} */ (app.querySelector(".st-key-atlas-map"));
  const places = { before: own, over: map, after: app };
  /** @type {(parts: import("./types.d.ts").PageParts) => void} */
  const put = (parts) => {
    app.querySelectorAll("[data-part]").forEach((part) => part.remove());
    for (const [name, place, html] of parts) {
      const part = document.createElement("div");
      part.dataset.part = name;
      part.className = `st-key-atlas-${name}`;
      part.innerHTML = html;
      places[place].append(part);
    }
    // On a phone the text comes first; who reads without scripts has all of it open.
    const isSmall = matchMedia("(max-width: 50em), (max-width: 62em) and (max-height: 30em)").matches;
    if (isSmall) app.querySelectorAll("details[data-folds]").forEach((one) => one.removeAttribute("open"));
  };
  const parts = /** @type {import("./types.d.ts").HeldParts} */ (window.atlasHeld("#atlas-parts"));
  if (parts instanceof Promise) parts.then(put);
  else put(parts);
}
