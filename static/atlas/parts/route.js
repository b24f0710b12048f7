// The claimed route: its legs with their verbs, walked on map and text together.

import { all, h, one, present, the } from "../common/dom.js";
import { notesView } from "./claimview.js";

/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { Part } from "./types.d.ts" */

/**
 * Take over `#atlas-route`.
 * @param {Atlas} atlas
 * @param {{ state(): State, route(id: string | null, leg: number | null): void, step(id: string, by: number): void }} act
 *   `route` selects, and tells the map; `step` goes on to the next leg
 * @returns {Part}
 */
export function createRoute(atlas, act) {
  const root = one("#atlas-route");
  const route = atlas.routes[0];
  if (!root || !route) return { paint() {} };
  const claim = atlas.claim.get(route.claim);
  /** @type {(id: string) => string} */
  const title = (id) => atlas.place.get(id).title;
  const legs = route.legs.map((leg, index) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "leg", "data-leg": index, onclick: () => act.route(route.id, index) },
        h("span", { class: "leg-verb" }, leg.verb),
        [" ", h("bdi", {}, title(leg.fromPlace)), " → ", h("bdi", {}, title(leg.toPlace))],
      ),
    ),
  );
  /** @type {(by: number) => void} */
  const step = (by) => act.step(route.id, by);
  root.replaceChildren(
    h("p", { class: "according" }, claim.according),
    h("p", { class: "route-note" }, route.note),
    ...present([notesView(atlas, route.notes)]),
    h("ol", { class: "legs" }, legs),
    h(
      "div",
      { class: "tools" },
      h(
        "button",
        {
          type: "button",
          class: "tool",
          "data-route-show": true,
          "aria-pressed": "false",
          onclick: () => act.route(act.state().route ? null : route.id, null),
        },
        "Show the route",
      ),
      h("button", { type: "button", class: "tool", "aria-label": "Previous leg", onclick: () => step(-1) }, "‹"),
      h("button", { type: "button", class: "tool", "aria-label": "Next leg", onclick: () => step(1) }, "Next leg ›"),
    ),
  );
  return { paint: (state) => paint(root, state) };
}

/** @type {(root: HTMLElement, state: State) => void} */
function paint(root, state) {
  the("[data-route-show]", root).setAttribute("aria-pressed", String(state.route !== null));
  all("[data-leg]", root).forEach((leg) => {
    const on = state.route !== null && Number(leg.dataset.leg) === state.leg;
    if (on) leg.setAttribute("aria-current", "step");
    else leg.removeAttribute("aria-current");
  });
}
