// Moves of the map: the first view, showing a place only when it is not in view, and resizing.

import { nextView } from "./framing.js";

// Room for labels, more on the east side: names stand to the right of their places.
const HOME_PADDING = { paddingTopLeft: [20, 22], paddingBottomRight: [64, 30] };
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Make the mover of a map.
 * @param {L.Map} map
 * @param {number[]} home [west, south, east, north] of the first view
 * @param {Map<string, object>} infos the config's places by id
 * @param {function(object): void} onReaderMove gets a `view` message's fields
 */
export function makeView(map, home, infos, onReaderMove) {
  const bounds = L.latLngBounds([home[1], home[0]], [home[3], home[2]]);
  let atHome = true; // until somebody moves the map; then a resize keeps the middle instead
  let busy = false;
  let coming = false; // an animated move of ours has not ended yet

  const go = (move) => {
    busy = true;
    move();
    busy = false;
    coming = !still.matches;
  };
  const fitHome = (options) =>
    map.fitBounds(bounds, { ...HOME_PADDING, ...options });
  const goTo = (center, zoom) => {
    atHome = false;
    go(() => map.setView(center, zoom, motion()));
  };

  map.on("moveend", () => {
    if (busy) return;
    const own = coming;
    coming = false;
    if (own) return;
    atHome = false;
    onReaderMove(describe(map));
  });
  const goAtOnce = (move) => {
    go(move);
    coming = false;
  };
  for (const type of ["pointerdown", "wheel", "keydown"]) {
    map.getContainer().addEventListener(type, () => { coming = false; }, { capture: true, passive: true });
  }
  goAtOnce(() => fitHome({ animate: false }));
  watchSize(map, () => goAtOnce(() => {
    map.invalidateSize({ animate: false });
    if (atHome) fitHome({ animate: false });
  }));

  return {
    home() {
      go(() => fitHome(motion()));
      atHome = true;
    },
    homeByReader: () => fitHome(motion()),
    goto({ lat, lon, zoom }) {
      if ([lat, lon, zoom].every(Number.isFinite)) goTo([lat, lon], zoom);
    },
    show({ place, others = [], inset = {} }) {
      const info = infos.get(place);
      const rest = others.map((id) => infos.get(id)).filter(Boolean);
      const next = info && nextView(map, info, rest, inset);
      if (next) goTo(next.center, next.zoom);
    },
  };
}

function motion() {
  return still.matches ? { animate: false } : { animate: true, duration: 0.35 };
}

function watchSize(map, onChange) {
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = map.getContainer();
    const size = map.getSize();
    if (clientWidth && clientHeight && (clientWidth !== size.x || clientHeight !== size.y)) onChange();
  }).observe(map.getContainer());
}

/** What a `view` message says: degrees, WGS 84. */
function describe(map) {
  const at = map.getCenter();
  const box = map.getBounds();
  const round = (value) => Math.round(value * 1e4) / 1e4;
  return {
    lat: round(at.lat),
    lon: round(at.lng),
    zoom: map.getZoom(),
    bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map(round),
  };
}
