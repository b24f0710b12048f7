// Fetches a page's code and starts it, as a script inside the page's HTML; says where that fails.

{
  /** @type {(selector: string) => unknown} */
  const held = (selector) => JSON.parse(document.querySelector(selector)?.textContent ?? "null");
  const { page, code, pages } = /** @type {import("./types.d.ts").Start} */ (held("#atlas-start"));
  // A page of ours may stand under any path.
  const here = document.baseURI.replace(/[?#].*$/, "");
  const base = here.replace(new RegExp(`(${pages.join("|")})/?$`), "");
  /** @type {(error: unknown) => void} */
  const failed = (error) => {
    console.error(error);
    const list = document.querySelector("#atlas-notices");
    if (!list || list.children.length) return;
    const item = document.createElement("li");
    item.textContent = "Parts of this page could not be loaded. The text can be read; reload to try again.";
    list.append(item);
  };
  // eslint-disable-next-line atlas/rooms -- its address is known to the page alone
  import(new URL(`app/static/${code}`, base).href)
    .then((module) => module.mount(page, held("#atlas-data")))
    .catch(failed);
}
