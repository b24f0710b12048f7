// The map as a picture: the frame draws the current view, and the browser saves it as a PNG file.

import { announce, h, notice } from "../common/dom.js";

/** @import { ToMap } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */
/** @import { PicturePart } from "./types.d.ts" */

const FAILED = "The picture could not be made. A screenshot or the print view can stand in for it.";

/**
 * Make the button that saves a picture of the map.
 * @param {Atlas} atlas
 * @param {() => State} state
 * @param {(fields: ToMap["picture"]) => boolean} ask sends the request to the map; false where none is connected
 * @returns {PicturePart}
 */
export function createPicture(atlas, state, ask) {
  let asked = 0;
  /** @type {(tilesOn: boolean) => void} */
  const request = (tilesOn) => {
    asked += 1;
    const { title, checked } = atlas.edition;
    const themes = state().themes ?? atlas.themeIds;
    const sent = ask({ id: asked, title, status: `${checked}.`, credit: credit(atlas), themes: [...themes] });
    if (!sent) notice(FAILED);
    else if (tilesOn) announce("Tiles are left out of the picture.");
  };
  return {
    button: (tilesOn) =>
      h(
        "div",
        { class: "share-field" },
        h("span", { class: "share-words" }, "Picture of the map as it stands (PNG)", tilesOn && ", without tiles"),
        h("button", { type: "button", class: "tool", "data-picture": "", onclick: () => request(tilesOn) }, "Save"),
      ),
    receive({ id, url, error }) {
      if (id !== asked) return;
      if (error || !url?.startsWith("data:image/png")) return notice(FAILED);
      save(url, `${atlas.edition.id}-map.png`);
      announce("Picture saved");
    },
  };
}

/** @type {(atlas: Atlas) => string} */
function credit({ edition }) {
  return `${edition.authors.join(", ")}, ${edition.dated}. Claims of those to whom they are attributed, not facts. Article Atlas`;
}

/** @type {(url: string, name: string) => void} */
function save(url, name) {
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
