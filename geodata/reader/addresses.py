"""Makes every address of ours: the pages, what a link selects, editors' notes, pictures.

Links within the app are relative to its front page; the browser code adds the reader's choices.
"""

from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote, urlencode

PREVIEWS: Final = "previews"
"""The folder of the addresses under which the app serves its preview pictures."""

STREETS: Final = "streets.pmtiles"
"""The address, below the front page, of the host's own street map."""


@dataclass(frozen=True)
class Page:
    """A page of the app."""

    path: str
    """The end of its address; "" for the front page."""
    title: str
    file: str
    """Where its script lies in the repository."""


PAGES: Final = (
    Page("", "Read", "app.py"),
    Page("places", "Places", "pages/places.py"),
    Page("claims", "Claims", "pages/claims.py"),
    Page("ledger", "All place names", "pages/ledger.py"),
    Page("data", "Data", "pages/data.py"),
    Page("about", "About", "pages/about.py"),
)
"""All pages, in the order of the menu. ``static/atlas/common/pages.js`` is derived from them."""
TITLES: Final = {page.path: page.title for page in PAGES}


def query(**values: str) -> str:
    """Return the query string of an address; "" without values.

    Examples
    --------
    >>> query(edition="from-lyon-to-paris", place="")
    '?edition=from-lyon-to-paris'
    """
    given = {name: value for name, value in values.items() if value}
    return f"?{urlencode(given)}" if given else ""


def page(path: str, query: str = "") -> str:
    """Return the address of a page, relative to the front page; ``query`` as `query` gives it."""
    return f"./{path}{query}"


def record(kind: Literal["place", "mention", "claim"], id: str, query: str = "") -> str:
    """Return the address of the front page with a place, a mention or a claim selected.

    Examples
    --------
    >>> record("place", "lyon")
    './?place=lyon'
    >>> record("place", "lyon", query(edition="from-lyon-to-paris"))
    './?edition=from-lyon-to-paris&place=lyon'
    """
    return f"{page('', query or '?')}{'&' if query else ''}{kind}={quote(id)}"


def note(id: str, query: str = "") -> str:
    """Return the address of an editors' note on the front page."""
    return f"{page('', query)}#note-{id}"


def whole(front: str, path: str, query: str = "") -> str:
    """Return the whole address of a page; "" where that of the front page is not known."""
    return f"{front}{path}{query}" if front else ""


def preview(front: str, edition: str, place: str = "") -> str:
    """Return the whole address of an edition's picture, or of a place's; "" as `whole`.

    Examples
    --------
    >>> preview("https://www.example.org/", "from-lyon-to-paris", "lyon")
    'https://www.example.org/previews/from-lyon-to-paris/lyon.png'
    """
    return f"{front}{PREVIEWS}/{edition}{f'/{place}' if place else ''}.png" if front else ""


def small_map(edition: str) -> str:
    """Return the address of an edition's small map, relative to the front page.

    Examples
    --------
    >>> small_map("from-lyon-to-paris")
    './previews/small/from-lyon-to-paris.webp'
    """
    return f"./{PREVIEWS}/small/{edition}.webp"
