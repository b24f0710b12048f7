// Map tiles come from another host: readers are told who receives the requests, and then decide.

import { announce, h, one, the } from "../common/dom.js";

/** @import { TilesPart } from "./types.d.ts" */

const AGREED = "atlas-tiles"; // kept by the browser until its tab is closed, and sent to nobody
const WORDS =
  "Map tiles come from the OpenStreetMap Foundation’s servers (tile.openstreetmap.org). Your "
  + "browser will send them your internet address and which part of the map you look at.";

/**
 * Has this reader said yes before, in this tab? A link alone is no consent.
 * @type {() => boolean}
 */
export function tilesAgreed() {
  try {
    return sessionStorage.getItem(AGREED) === "yes";
  } catch {
    return false;
  }
}

/** @type {(on: boolean) => void} */
function remember(on) {
  try {
    sessionStorage.setItem(AGREED, on ? "yes" : "no");
  } catch {
    /* without storage the reader is asked again */
  }
}

/**
 * Take over the switch; `act` has on() and set(on).
 * @type {(act: { on(): boolean; set(on: boolean): void }) => TilesPart}
 */
export function createTiles(act) {
  const button = one("#atlas-tiles");
  if (!button) return { paint() {}, askForLink() {}, askForDetail() {} };
  const box = the("#atlas-tiles-ask");
  /** @type {(on: boolean) => void} */
  const decide = (on) => {
    box.hidden = true;
    remember(on);
    act.set(on);
    button.focus();
  };
  /** @type {(why: string) => void} */
  const ask = (why) => {
    box.replaceChildren(
      h("p", {}, why, WORDS),
      h("button", { type: "button", class: "primary", onclick: () => decide(true) }, "Turn tiles on"),
      h("button", { type: "button", onclick: () => decide(false) }, "Keep them off"),
    );
    box.hidden = false;
  };
  button.addEventListener("click", () => {
    if (act.on()) return decide(false);
    ask("");
    the("button", box).focus();
  });
  /** @type {(why: string) => void} */
  const askFrom = (why) => {
    ask(why);
    box.closest("details")?.setAttribute("open", "");
    box.scrollIntoView({ block: "nearest" });
  };
  return {
    paint: (on) => button.setAttribute("aria-pressed", String(on)),
    askForLink() {
      askFrom("This link was made with map tiles on. ");
      announce("This link was made with map tiles on; whether to load them is asked under Map settings.");
    },
    askForDetail() {
      askFrom("The built-in map has no streets. ");
      the("button", box).focus();
    },
  };
}
