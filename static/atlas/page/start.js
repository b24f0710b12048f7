// Fetches a page's code and starts it, as a script inside the page's HTML; says where that fails.

{
  /** @type {(selector: string) => unknown} */
  const held = (selector) => JSON.parse(document.querySelector(selector)?.textContent ?? "null");
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
    .then((module) => {
      item.remove();
      return module.mount(page, held("#atlas-data"));
    })
    .catch(failed)
    .finally(() => clearTimeout(late));
}
