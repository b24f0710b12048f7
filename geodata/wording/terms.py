"""The words in which readers meet the model's enumerations, the same for text, map and tables."""

from typing import Final

FORM: Final = {
    "direct-quotation": "direct quotation",
    "reported-speech": "reported speech",
    "authors-words": "the author’s own words",
    "editors-inference": "the editors’ inference",
}
SOURCE: Final = {
    "named": "source named",
    "described": "source described but unnamed",
    "none": "no source given",
}
MODE: Final = {
    "statement": "statement",
    "forecast": "forecast",
    "recommendation": "recommendation",
}
KIND_GROUPS: Final = {
    "form": ("How it is said", FORM),
    "source": ("What it rests on", SOURCE),
    "mode": ("What it does", MODE),
}
PRECISION: Final = {
    "exact": "Exact point",
    "administrative": "Administrative area",
    "approximate": "Somewhere in this area; the text is no more exact",
}
BASIS: Final = {
    "text": "In the text",
    "inferred": "Inferred from outside, not in the text",
}
CERTAINTY: Final = {
    "certain": "certain that this place is meant",
    "likely": "likely that this place is meant",
    "less-certain": "less certain that this place is meant",
}
CERTAINTY_SHORT: Final = {"certain": "certain", "likely": "likely", "less-certain": "less certain"}
CLASS: Final = {
    "country": "country",
    "province": "province",
    "city": "city",
    "building": "building",
    "former-area": "former area",
    "informal-area": "informal area",
}
OUTCOME: Final = {
    "mapped": "Mapped",
    "merged": "Merged with another mention’s place",
    "not-mapped": "Not mapped",
}
REASON: Final = {
    "metonym": "a metonym: stands for something other than the place",
    "affiliation": "an affiliation: says whose, not where",
    "organisation-name": "part of an organisation’s name",
    "too-vague": "too vague to draw",
    "historical": "a historical name without an agreed outline",
    "time": "names a time, not a place",
}
MENTION_KIND: Final = {
    "name": "name",
    "adjective": "demonym or adjective",
    "description": "description",
    "metonym": "metonym",
    "organisation": "inside an organisation’s name",
    "vague": "vague expression",
}
STATUS: Final = {
    "unverified": "not yet checked by an editor",
    "verified": "verified",
    "corrected": "corrected",
}
FORMAT: Final = {
    "html": "One web page that needs no server (HTML)",
    "geojson": "Claims and places for maps (GeoJSON)",
    "annotations": "Mentions as W3C Web Annotations (JSON-LD)",
    "linked-places": "Places for gazetteers (Linked Places Format)",
    "csv": "Claims for spreadsheets (CSV)",
    "kml": "Claims for Google Earth (KML)",
    "gpkg": "Everything for QGIS, styled (GeoPackage)",
}
LANGUAGES: Final = {
    "en": "English",
    "ur": "Urdu",
    "ps": "Pashto",
    "fa": "Persian / Dari",
    "ru": "Russian",
    "tg": "Tajik",
    "tr": "Turkish",
    "ar": "Arabic",
}
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
"""Languages usually written from right to left."""


def direction(language: str) -> str:
    """Give the HTML ``dir`` of a language tag: ``rtl`` or ``ltr``; a script in it decides."""
    main, *rest = language.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if script in ("Arab", "Hebr") or (main in RIGHT_TO_LEFT and not script) else "ltr"
