// Runs first in the map's frame of a page that carries all its files: gets them from that page.

{
  /** @type {{ code: string }} */
  const { code } = JSON.parse(document.querySelector("#atlas-inside")?.textContent ?? "null");

  /** @type {import("./types.d.ts").ReadFile} */
  const read = (name) => {
    try {
      return /** @type {Window} */ (window.parent).atlasFile?.(name) ?? Promise.reject(new Error(name));
    } catch {
      return asked(name); // in a sandbox the page is of another origin than its own frame
    }
  };

  /** @type {import("./types.d.ts").ReadFile} */
  const asked = (name) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", ({ data }) => resolve(data));
      port1.start();
      window.parent.postMessage({ atlasFile: name }, "*", [port2]);
    });

  window.atlasInside = {
    // Folium's script runs before modules do; a promise of the module is as good to it.
    // eslint-disable-next-line atlas/rooms -- the page holds the code itself
    module: import(code),
    read,
  };
}
