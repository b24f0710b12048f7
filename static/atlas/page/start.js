// Fetches a page's code and starts it, as a script inside the page's HTML; says where that fails.

// Data that an element holds: at once, or, where they are packed, later.
window.atlasHeld = (selector) => {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  const text = element?.textContent ?? "null";
  if (!element?.dataset.packed) return JSON.parse(text);
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
};

{
  const held = window.atlasHeld;
  const { page, code, pages } = /** @type {import("./types.d.ts").Start} */ (held("#atlas-start"));
  // A page of ours may stand under any path.
  const here = document.baseURI.replace(/[?#].*$/, "");
  const base = here.replace(new RegExp(`(${pages.join("|")})/?$`), "");
  const PATIENCE_MS = 12000;
  const item = document.createElement("li");
  /** @type {(words: string) => void} */
  const tell = (words) => {
    const list = document.querySelector("#atlas-notices");
    if (!list || (list.children.length && !item.isConnected)) return;
    item.textContent = words;
    list.append(item);
  };
  /** @type {(error: unknown) => void} */
  const failed = (error) => {
    console.error(error);
    tell("Parts of this page could not be loaded. The text can be read; reload to try again.");
  };
  // One that never answers fails as little as it comes.
  const late = setTimeout(
    () => tell("Parts of this page have not come yet. The text can be read; reload to try again."),
    PATIENCE_MS,
  );
  // eslint-disable-next-line atlas/rooms -- its address is known to the page alone
  import(new URL(`app/static/${code}`, base).href)
    .then(async (module) => {
      item.remove();
      return module.mount(page, await held("#atlas-data"));
    })
    .catch(failed)
    .finally(() => clearTimeout(late));
}
