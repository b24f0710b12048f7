// Moves of the map that we make, told from the reader's; one at a time, and none without room.

import { hasRoom } from "../base/room.js";

/** @import { Move } from "../types.d.ts" */

/**
 * Make the mover of a map. Leaflet forgets a move that is made while it zooms: the latest one waits
 * for the end of the zoom, as it waits for the frame to have a size.
 * @param {L.Map} map
 * @param {() => void} onReaderMove called after a move that is not ours
 * @param {() => void} onRest called whenever the map has come to rest, but not after a new size alone
 * @returns {{ go(move: Move): void, resize(act: () => void, move: Move | null): void }}
 */
export function makeMover(map, onReaderMove, onRest) {
  /** @type {Move | null} */
  let own = null; // our move, as long as it has not ended
  /** @type {Move | null} */
  let waiting = null;
  let inside = false; // our move is being made just now
  let [panning, zooming, ended] = [false, false, false];
  let known = viewOf(map);

  /** @type {(move: Move) => void} */
  const go = (move) => {
    waiting = move;
    if (zooming || !hasRoom(map)) return;
    if (panning) map.stop();
    waiting = null;
    own = move;
    [inside, ended] = [true, false];
    const moves = move.act() !== false;
    inside = false;
    if (panning) return;
    // A pan has begun or is over by now; a zoom begins with the next frame of the screen.
    if (ended || !moves || move.atOnce) finish();
    else zooming = true;
  };

  const finish = () => {
    const move = own;
    const before = known;
    own = null;
    known = viewOf(map);
    onRest();
    if (move) move.after?.();
    else if (known !== before && hasRoom(map)) onReaderMove();
    if (waiting) go(waiting);
  };

  /**
   * Take up a new size, and then make `move` and what has waited for room.
   * @type {(act: () => void, move: Move | null) => void}
   */
  const resize = (act, move) => {
    const [under, way] = [panning, zooming];
    inside = true;
    act();
    inside = false;
    [panning, zooming, known] = [under, way, viewOf(map)];
    for (const next of [move, waiting]) if (next) go(next);
  };

  map.on("zoomstart", () => {
    zooming = true;
  });
  map.on("movestart", () => {
    panning = true;
  });
  map.on("moveend", () => {
    [panning, zooming, ended] = [false, false, true];
    if (!inside) finish();
  });
  return { go, resize };
}

/** @type {(map: L.Map) => string} */
function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return [lat.toFixed(6), lng.toFixed(6), map.getZoom()].join(" ");
}
