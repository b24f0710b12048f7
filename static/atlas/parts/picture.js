// The map as a picture: the frame draws the current view, and the browser saves it as a PNG file.

import { announce, h, notice } from "../common/dom.js";

const FAILED = "The picture could not be made. A screenshot or the print view can stand in for it.";

/**
 * Make the button that saves a picture of the map.
 * `ask(fields)` sends the request to the map; false where no map is connected.
 */
export function createPicture(atlas, ask) {
  let asked = 0;
  const request = (tilesOn) => {
    asked += 1;
    const sent = ask({ id: asked, title: atlas.edition.title, credit: credit(atlas) });
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
    /** The frame's answer: a `data:` address of the picture, or what went wrong. */
    receive({ id, url, error }) {
      if (id !== asked) return;
      if (error || !url?.startsWith("data:image/png")) return notice(FAILED);
      save(url, `${atlas.edition.id}-map.png`);
      announce("Picture saved");
    },
  };
}

function credit({ edition }) {
  return `${edition.authors.join(", ")}, ${edition.dated}. Claims of those to whom they are attributed, not facts. Article Atlas`;
}

function save(url, name) {
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
