"""Walks through the stops of the keyboard and tells which of them cannot be seen."""

from typing import Final, TypedDict

from tests.browser.atlas_page import AtlasPage

MOST: Final = 150


class Stop(TypedDict):
    """What has the focus."""

    tag: str
    name: str
    text: bool
    """Whether it stands in the article or below it."""
    seen: int
    """How many of nine points of it lie in the window with nothing over them."""


# The first box of it counts: a mention may go on in the next line.
LOOK: Final = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  let seen = 0;
  for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
    const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    if (at && (one === at || one.contains(at))) seen += 1;
  }
  const name = one.getAttribute("aria-label") || one.title || one.textContent.trim();
  return { tag: one.tagName.toLowerCase(), text: Boolean(one.closest(".st-key-atlas-text")),
    name: name.slice(0, 40), seen };
}
"""
FRAME: Final = "() => new Promise((done) => requestAnimationFrame(() => done()))"


def walk(atlas: AtlasPage, key: str) -> list[Stop]:
    """Press a key until the focus has left the page; give each stop."""
    stops: list[Stop] = []
    for _ in range(MOST):
        atlas.page.keyboard.press(key)
        atlas.page.evaluate(FRAME)
        stop: Stop | None = atlas.page.evaluate(LOOK)
        if stop is None:
            break
        stops.append(stop)
    return stops


def hidden(stops: list[Stop]) -> list[str]:
    """Return the stops of which nothing is seen."""
    return [f"{stop['tag']} {stop['name']}" for stop in stops if not stop["seen"]]
