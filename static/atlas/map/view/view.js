// Where the map looks: the first view, the place that the page shows, and the reader's own moves.

import { nearest, wrapped } from "../base/circle.js";
import { holding, nextView, uncovering } from "./framing.js";
import { makeMover } from "./moves.js";
import { hasRoom, isOther, watchRoom } from "../base/room.js";

/** @import { Cover, MapData, MapPlace, MapView, ToMap } from "../../contract.d.ts" */
/** @import { Box, Move, NextView, ToldView } from "../types.d.ts" */

const WIDE = 11;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Make what moves a map.
 * @param {L.Map} map
 * @param {MapData} config
 * @param {ReadonlyMap<string, MapPlace>} infos the config's places by id
 * @param {{ told(view: ToldView): void, rested(view: ToldView & { home: boolean }): void, appeared(): void }} on
 *   `told` is called after a move by the reader, `rested` after every move, `appeared` when the frame has room again
 */
export function makeView(map, { home, homePadding: padding }, infos, on) {
  const bounds = L.latLngBounds([home[1], home[0]], [home[3], home[2]]);
  let atHome = true; // until somebody moves the map; then a resize keeps the middle instead
  let byHand = false; // the reader has moved the map since it was at home
  let seen = map.getBounds(); // when the map came to rest last, before its frame got another size

  const middle = (home[0] + home[2]) / 2;

  const tell = () => on.told(describe(map));
  // The places are drawn on one turn of the globe alone: whoever leaves it comes in at its other end.
  const turnBack = () => {
    const { lat, lng } = map.getCenter();
    const there = nearest(lng, middle);
    if (there === lng) return;
    mover.go({ atOnce: true, act: () => map.setView([lat, there], map.getZoom(), { animate: false }) });
  };
  const mover = makeMover(
    map,
    () => {
      [atHome, byHand] = [false, true];
      tell();
      turnBack();
    },
    () => {
      seen = map.getBounds();
      if (hasRoom(map)) on.rested({ ...describe(map), home: atHome });
    },
  );
  /** @type {(options: L.FitBoundsOptions, after?: () => void) => Move} */
  const homeMove = (options, after) => ({
    atOnce: options.animate === false,
    ...(after && { after }),
    act() {
      [atHome, byHand] = [true, false];
      map.fitBounds(bounds, { ...padding, ...options });
    },
  });
  /** @type {(findView: () => NextView | null, jump?: boolean) => void} */
  const goTo = (findView, jump = false) =>
    mover.go({
      atOnce: jump,
      act() {
        const next = findView();
        if (!next) return false;
        atHome = false;
        map.setView(next.center, next.zoom, jump ? { animate: false } : motion());
        return true;
      },
    });

  const atOnce = homeMove({ animate: false });
  if (!map.getSize().x) mover.go(atOnce); // else folium's script has set the first view
  const resize = () => mover.resize(() => map.invalidateSize({ animate: false }), atHome ? atOnce : null);
  watchRoom(map, (appeared) => {
    resize();
    if (appeared) on.appeared();
  });
  /** @type {(info: MapPlace, rest: MapPlace[], cover: Cover | null) => void} */
  const keep = (info, rest, cover) => {
    if (!seen.contains([info.label[1], info.label[0]])) return; // the reader looks elsewhere
    if (isOther(map)) resize(); // the page may notice first
    goTo(() => nextView(map, info, rest, { cover, keep: true }), true);
  };

  return {
    home: () => mover.go(homeMove(motion())),
    homeByReader: () => mover.go(homeMove(motion(), tell)),
    /** @param {MapView} view */
    goto({ lat, lon, zoom }) {
      const there = nearest(lon, middle);
      if ([lat, lon, zoom].every(Number.isFinite)) goTo(() => ({ center: [lat, there], zoom }));
    },
    /** @type {(points: L.LatLng[], how: { cover: Cover | null, above: number }) => void} */
    hold: (points, how) => goTo(() => holding(map, points, how)),
    /**
     * Show a place as a `show` message asks. A reader who has clicked it on the map sees it: then no
     * more than its `label` (a box in layer pixels) is kept clear of what covers it. Along a route the
     * zoom is kept; with another size of the frame the place stays in view, if it was.
     * @param {ToMap["show"]} message
     * @param {Box | null} label
     */
    show({ place, others = [], cover = null, why }, label) {
      const info = infos.get(place);
      if (!info) return;
      const rest = others.map((id) => infos.get(id)).filter((one) => one !== undefined);
      if (why === "resize") return keep(info, rest, cover);
      goTo(() =>
        why === "map-click"
          ? label && uncovering(map, label, cover)
          : nextView(map, info, rest, { cover, keep: why === "route" || byHand }),
      );
    },
  };
}

/** @type {() => L.ZoomPanOptions} */
function motion() {
  return still.matches || document.hidden ? { animate: false } : { animate: true, duration: 0.35 };
}

/**
 * What a `view` message says: degrees, WGS 84, the longitude in [-180, 180].
 * @type {(map: L.Map) => ToldView}
 */
function describe(map) {
  const at = map.getCenter();
  const parts = map.getZoom() > WIDE ? 1e6 : 1e4; // as links hold it
  /** @type {(value: number) => number} */
  const round = (value) => Math.round(value * parts) / parts;
  return {
    lat: round(at.lat),
    lon: round(wrapped(at.lng)),
    zoom: map.getZoom(),
  };
}
