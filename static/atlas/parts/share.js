// The share dialog: opens from its buttons; what stands in it is fetched then.

import { withoutFrame } from "./address.js";
import { all, h, notice, the } from "../common/dom.js";

/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { PicturePart } from "./types.d.ts" */

/**
 * Take over the share buttons; `state()` gives the current choices, `query()` those as a link has them,
 * `picture` its own button.
 * @type {(atlas: Atlas, now: { state(): State, query(): string }, picture: PicturePart) => void}
 */
export function createShare(atlas, { state, query: choices }, picture) {
  const buttons = all("[data-share]");
  if (!buttons.length) return;
  const dialog = h("dialog", { class: "share", "aria-labelledby": "atlas-share-title" });
  the(".st-key-atlas").append(dialog);
  let from = buttons[0];
  /** @type {(button: HTMLElement) => Promise<void>} */
  const open = async (button) => {
    const { content } = await import("./sharing.js");
    if (dialog.open) return;
    from = button;
    dialog.replaceChildren(...content(atlas, state(), withoutFrame(choices()), dialog, picture));
    dialog.showModal();
  };
  /** @type {(error: unknown) => void} */
  const failed = (error) => {
    console.error(error);
    notice("The dialog could not be opened. The address of this page is the link to this view.");
  };
  for (const button of buttons) button.addEventListener("click", () => open(button).catch(failed));
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => from.focus());
}
