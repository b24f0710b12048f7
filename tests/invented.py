"""A small invented edition, for tests of the core, the pages and the browser.

Its text has what makes positions hard: signs beyond the Basic Multilingual Plane, typographic
quotes, a no-break space, a repeated block, a mention that is not mapped. Nothing in it is true.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ID = "from-lyon-to-paris"

TEXT = (
    "From Lyon to Paris\n"
    "\n"
    "The carters 🐎🐎 keep to the road.\n"
    "\n"
    "The carters 🐎🐎 keep to the road. In May 2019 they left Lyon for Paris. “The bridge may be "
    "closed,” said Anna Brook, a miller from Lyon.\n"
    "\n"
    "Some inns near the Alps stayed open, a newspaper notes. The French government was silent; "
    "the\u00a0West looked on. Traders could return to Paris.\n"
    "\n"
    "Jo Field"
)

EDITION = """\
id = "from-lyon-to-paris"
title = "From Lyon to Paris"
language = "en"
authors = ["Jo Field"]
publisher = ""
date_published = ""
url = ""
rights = "Invented for tests."
publish = "full"
code_points = 341

[written]
edtf = "2019-22"
basis = "inferred"
from = "It speaks of May 2019 as of late."
notice = "Written in summer 2019 (inferred). Statements are of that time."

[[block]]
id = "title"
kind = "title"
start = 0
end = 18

[[block]]
id = "standfirst"
kind = "standfirst"
start = 20
end = 52
repeats = "p1"

[[block]]
id = "p1"
kind = "paragraph"
start = 54
end = 189

[[block]]
id = "p2"
kind = "paragraph"
start = 191
end = 331

[[block]]
id = "author"
kind = "byline"
start = 333
end = 341

[[note]]
id = "carters"
date = "2020-02-01"
text = "Written with two horses in the text."
source = ""
quote = { exact = "carters", prefix = "road.\\n\\nThe ", suffix = "" }

[[change]]
date = "2020-01-31"
who = "Kim Hill"
what = "Made the edition."
why = "To test with."
verified = ["paris-return"]
"""

THEMES = """\
[[theme]]
id = "roads"
title = "Roads and bridges"
short = "Roads"
colour = "#2b6ca3"
colour_dark = "#7db4e6"
shape = "circle"

[[theme]]
id = "trade"
title = "Trade and inns"
short = "Trade"
colour = "#9a4a00"
colour_dark = "#e6a86a"
shape = "square"
"""

SPEAKERS = """\
[[speaker]]
id = "anna-brook"
name = "Anna Brook"
according_to = "Anna Brook, a miller"
source = "named"

[[speaker]]
id = "newspaper"
name = "An unnamed newspaper"
according_to = "an unnamed newspaper"
source = "described"

[[speaker]]
id = "author"
name = "The author"
according_to = "the author"
source = "named"
"""

MENTIONS = """\
[[mention]]
id = "lyon-title"
quote = { exact = "Lyon", prefix = "From ", suffix = " to" }
kind = "name"
places = []
outcome = "not-mapped"
reading = "The title names the journey."
reason = "affiliation"
status = "unverified"

[[mention]]
id = "paris-title"
quote = { exact = "Paris", prefix = "to ", suffix = "\\n" }
kind = "name"
places = []
outcome = "not-mapped"
reading = "The title names the journey."
reason = "affiliation"
status = "unverified"

[[mention]]
id = "lyon-left"
quote = { exact = "Lyon", prefix = "left ", suffix = "" }
kind = "name"
places = [{ id = "lyon", certainty = "certain" }]
outcome = "mapped"
reading = "The city of Lyon."
status = "unverified"

[[mention]]
id = "paris-for"
quote = { exact = "Paris", prefix = "for ", suffix = "" }
kind = "name"
places = [{ id = "paris", certainty = "certain" }]
outcome = "mapped"
reading = "The city of Paris."
status = "unverified"

[[mention]]
id = "bridge"
quote = { exact = "The bridge", prefix = "", suffix = "" }
kind = "description"
places = [{ id = "old-bridge", certainty = "likely" }, { id = "lyon", certainty = "likely" }]
outcome = "mapped"
reading = "A bridge of Lyon; the text does not say which."
status = "unverified"

[[mention]]
id = "lyon-miller"
quote = { exact = "Lyon", prefix = "miller from ", suffix = "" }
kind = "name"
places = [{ id = "lyon", certainty = "certain" }]
outcome = "merged"
reading = "The city of Lyon again."
status = "unverified"

[[mention]]
id = "alps"
quote = { exact = "near the Alps", prefix = "", suffix = "" }
kind = "description"
places = [{ id = "alpine-inns", certainty = "less-certain" }]
outcome = "mapped"
reading = "Somewhere at the foot of the Alps."
status = "unverified"

[[mention]]
id = "french"
quote = { exact = "French", prefix = "", suffix = "" }
kind = "adjective"
places = [{ id = "france", certainty = "certain" }]
outcome = "mapped"
reading = "France."
status = "unverified"

[[mention]]
id = "west"
quote = { exact = "the\u00a0West", prefix = "", suffix = "" }
kind = "vague"
places = []
outcome = "not-mapped"
reading = "No definition is given."
reason = "too-vague"
status = "unverified"

[[mention]]
id = "paris-return"
quote = { exact = "Paris", prefix = "return to ", suffix = "" }
kind = "name"
places = [{ id = "paris", certainty = "certain" }]
outcome = "merged"
reading = "The city of Paris again."
status = "verified"
"""

CLAIMS = """\
[[claim]]
id = "carters-left"
said_by = "author"
chain = []
form = "authors-words"
source = "none"
mode = "statement"
quotes = [{ exact = "In May 2019 they left Lyon for Paris." }]
hedge = []
limitation = "No source is given."
themes = ["roads"]
places = ["lyon", "paris"]
about = { edtf = "2019-05", basis = "stated" }
said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }
status = "unverified"

[[claim]]
id = "bridge-closed"
said_by = "anna-brook"
chain = ["quoted by the author"]
form = "direct-quotation"
source = "named"
mode = "statement"
quotes = [{ exact = "“The bridge may be closed,” said Anna Brook, a miller from Lyon." }]
hedge = ["may"]
limitation = "She does not say which bridge."
themes = ["roads", "trade"]
places = ["old-bridge", "lyon"]
about = { edtf = "2019?-05", basis = "inferred", from = "From the sentence before." }
said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }
status = "unverified"

[[claim]]
id = "inns-open"
said_by = "newspaper"
chain = ["cited by the author"]
form = "reported-speech"
source = "described"
mode = "statement"
quotes = [{ exact = "Some inns near the Alps stayed open, a newspaper notes." }]
hedge = ["Some"]
limitation = "The newspaper is not named."
themes = ["trade"]
places = ["alpine-inns"]
said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }
status = "unverified"

[[claim]]
id = "government-silent"
said_by = "author"
chain = []
form = "authors-words"
source = "none"
mode = "statement"
quotes = [{ exact = "The French government was silent" }]
hedge = []
limitation = "It is not said whether anyone asked."
themes = ["trade"]
places = ["france"]
said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }
status = "unverified"

[[claim]]
id = "traders-return"
said_by = "author"
chain = []
form = "authors-words"
source = "none"
mode = "forecast"
quotes = [{ exact = "Traders could return to Paris." }]
hedge = ["could"]
limitation = "It is a forecast of the author's."
themes = ["trade", "roads"]
places = ["paris"]
about = { edtf = "2019-05/..", basis = "inferred", from = "From the sentence on May." }
said = { edtf = "2019-22", basis = "inferred", from = "When the article was written." }
status = "unverified"
"""

ROUTE = """\
[[route]]
id = "carters"
title = "The way of the carters"
claim = "carters-left"
note = "schematic, not a path"

[[route.leg]]
from = "lyon"
to = "paris"
verb = "left for"
mention = "paris-for"
"""


def _place(id: str, title: str, geometry: dict[str, Any], **properties: object) -> dict[str, Any]:
    """Make a feature; whatever is not given is that of a city in France."""
    common: dict[str, Any] = {
        "id": id,
        "title": title,
        "description": "an invented entry",
        "class": "city",
        "names": {"en": title, "fr": title},
        "local": ["fr"],
        "precision": "exact",
        "precision_note": "The middle of it.",
        "basis": "text",
        "basis_source": "",
        "as_of": "",
        "within": "france",
        "within_bounds": None,
        "within_note": "",
        "tolerance_km": 0,
        "label_lon": 0.0,
        "label_lat": 0.0,
        "geonames": "",
        "wikidata": "",
        "source": "drawn by hand",
        "licence": "public domain",
        "method": "drawn by hand for tests",
        "administered_by": "",
        "claimed_by": "",
        "dispute_note": "",
    }
    return {"type": "Feature", "properties": common | properties, "geometry": geometry}


def _ring(*corners: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(one) for one in (*corners, corners[0])]]}


def places() -> dict[str, Any]:
    """Return the places as a GeoJSON FeatureCollection: five, one inferred, one disputed."""
    lyon = {"type": "Point", "coordinates": [4.83, 45.76]}
    paris = {"type": "Point", "coordinates": [2.35, 48.86]}
    bridge = {"type": "Point", "coordinates": [4.8415, 45.7567]}
    alps = _ring((6.0, 45.0), (7.0, 45.0), (7.0, 46.0), (6.0, 46.0))
    france = _ring((-4.5, 48.5), (-1.5, 43.5), (3.0, 42.5), (7.0, 43.5), (8.0, 49.0), (2.5, 51.0))
    return {
        "type": "FeatureCollection",
        "features": [
            _place("lyon", "Lyon", lyon, label_lon=4.83, label_lat=45.76, geonames="2996944"),
            _place("paris", "Paris", paris, label_lon=2.35, label_lat=48.86, wikidata="Q90"),
            _place(
                "old-bridge",
                "The old bridge (inferred, not in the text)",
                bridge,
                **{"class": "building", "basis": "inferred", "basis_source": "A map of 2018."},
                within="lyon",
                within_note="Lyon is a point here; the bridge stands 1 km from it.",
                tolerance_km=2,
                label_lon=4.8415,
                label_lat=45.7567,
            ),
            _place(
                "alpine-inns",
                "Near the Alps",
                alps,
                **{"class": "informal-area", "precision": "approximate"},
                precision_note="Somewhere in this area; the text is no more exact.",
                label_lon=6.0,
                label_lat=46.0,
            ),
            _place(
                "france",
                "France",
                france,
                **{"class": "country", "precision": "administrative"},
                precision_note="The country as a whole, drawn with six corners.",
                within="",
                within_bounds=[-6.0, 41.0, 10.0, 52.0],
                within_note="Western Europe.",
                label_lon=2.5,
                label_lat=46.5,
                administered_by="nobody",
                claimed_by="nobody else",
                dispute_note="A dispute invented for tests.",
            ),
        ],
    }


def files() -> dict[str, str]:
    """Return the edition's files by name."""
    return {
        "article.txt": TEXT,
        "edition.toml": EDITION,
        "themes.toml": THEMES,
        "speakers.toml": SPEAKERS,
        "mentions.toml": MENTIONS,
        "claims.toml": CLAIMS,
        "route.toml": ROUTE,
        "places.geojson": json.dumps(places(), ensure_ascii=False, indent=1),
    }


def write_edition(root: Path, id: str = ID, *, publish: str = "full") -> Path:
    """Write the edition into a new folder ``root/id`` and return that folder."""
    folder = root / id
    folder.mkdir(parents=True)
    contents = files()
    contents["edition.toml"] = (
        contents["edition.toml"]
        .replace(f'id = "{ID}"', f'id = "{id}"', 1)
        .replace('publish = "full"', f'publish = "{publish}"')
    )
    for name, content in contents.items():
        (folder / name).write_bytes(content.encode())
    return folder
