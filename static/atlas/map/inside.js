// Runs first in the map's frame of a page that carries all its files: gets them from that page.

{
  /** @type {{ code: string }} */
  const { code } = JSON.parse(document.querySelector("#atlas-inside")?.textContent ?? "null");
  window.atlasInside = {
    // Folium's script runs before modules do; a promise of the module is as good to it.
    // eslint-disable-next-line atlas/rooms -- the page holds the code itself
    module: import(code),
    read: (name) => /** @type {Window} */ (window.parent).atlasFile?.(name) ?? Promise.reject(new Error(name)),
  };
}
