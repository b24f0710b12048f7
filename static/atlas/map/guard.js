// Runs before Leaflet, as a classic script that the map's page carries in itself: fetches our modules
// at the same time as Leaflet, and tells the reader when a file of the map does not load, so that the
// frame is never a blank box.
(function () {
  "use strict";
  // Files to fetch, separated by spaces, stand at the end of the script's own address.
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const own = script ? script.src : "";
  const files = own.includes("#") ? decodeURI(own.slice(own.indexOf("#") + 1)).split(" ") : [];

  /**
   * Show a message in the frame and report it to the page.
   * @param {string} [words]
   */
  function fault(words) {
    const message = words || "The map could not be loaded. The text stays readable.";
    let box = document.getElementById("atlas-notice");
    if (!box) {
      box = document.createElement("p");
      box.id = "atlas-notice";
      box.className = "atlas-notice";
      box.setAttribute("role", "status");
      box.style.cssText =
        "position:absolute;z-index:1200;left:12px;right:64px;bottom:40px;margin:0;"
        + "padding:8px 12px;font:14px/1.4 system-ui,sans-serif;color:#3b2b00;background:#fff4cf;"
        + "border:1px solid #c9a227;border-radius:6px";
      document.body.append(box);
    }
    box.textContent = message;
    if (window.parent !== window) {
      const target = window.origin === "null" ? "*" : window.origin;
      window.parent.postMessage({ atlas: 1, type: "fault", message }, target);
    }
  }
  window.atlasFault = fault;

  window.addEventListener(
    "error",
    function (event) {
      const { target } = event;
      if (target instanceof HTMLScriptElement) {
        if (!target.dataset.optional) fault();
      } else if (target instanceof HTMLLinkElement && target.rel === "stylesheet") {
        fault("The map’s style sheet could not be loaded.");
      }
    },
    true,
  );

  /**
   * Make the pane of the places and its SVG renderer, with room to pan before it redraws. The first
   * view is set before there are places, so that they are drawn once only.
   * @param {L.Map} map
   * @param {{ pane: string, bounds: L.LatLngBoundsLiteral, options: L.FitBoundsOptions }} how
   */
  window.atlasPane = function (map, { pane, bounds, options }) {
    map.createPane(pane);
    if (map.getSize().x) map.fitBounds(bounds, options);
    return L.svg({ pane, padding: 0.6 });
  };

  /**
   * Hand what folium has drawn to our module, which stands at `code`, relative to the frame.
   * @param {import("./types.d.ts").Drawn} drawn
   * @param {string} code
   */
  window.atlasBegin = function (drawn, code) {
    const inside = window.atlasInside;
    // eslint-disable-next-line atlas/rooms -- folium's script knows the address
    const module = inside ? inside.module : import(new URL(code, document.baseURI).href);
    module
      .then((frame) => frame.boot({ ...drawn, read: inside?.read }))
      .catch((error) => {
        console.error(error);
        fault();
      });
  };

  // A click that comes before our module has started is kept for it.
  /** @type {MouseEvent | null} */
  let early = null;
  /** @param {MouseEvent} event */
  function keep(event) {
    early = event;
  }
  document.addEventListener("click", keep, true);
  window.atlasEarlyClick = function () {
    document.removeEventListener("click", keep, true);
    return early;
  };

  // streamlit-folium loads one file after the other; all come at the same time as the first.
  for (const file of files) {
    const link = document.createElement("link");
    link.rel = "preload";
    link.href = new URL(file, document.baseURI).href;
    link.as = /\.css(\?|$)/.test(file) ? "style" : "script";
    if (/\/map\.js\?/.test(file)) link.rel = "modulepreload";
    document.head.append(link);
  }
})();
