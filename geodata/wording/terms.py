"""The words in which readers meet the model's enumerations, the same for text, map and tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from geodata.model.kinds import KINDS

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
    "mode": ("What kind of sentence", MODE),
}
PRECISION: Final = {
    "exact": "Point: a town or building",
    "administrative": "Outline of the whole province or country; where in it is not said",
    "approximate": "Somewhere in this area; the text is no more exact",
}
POINT: Final = "Point: {kind}"
"""Of an exactly known point that is neither a town nor a building."""
LINE_PRECISION: Final = {
    "exact": "Line: {kind}",
    "administrative": "Line of the whole {kind}; where along it is not said",
    "approximate": "Somewhere along this band; the text is no more exact",
}
"""How exactly a line is known."""
KEY_LINE: Final = "Line: the whole of a river, street or border; where along it may not be said"
"""Of lines that are not approximate, in the map's key."""
LEGEND: Final = {
    "exact": "town or building",
    "administrative": "whole province or country",
    "approximate": "somewhere in this area",
    "inferred": "inferred, not named in the article",
}
"""What the legend of a GIS calls points, areas, approximate areas and inferred points."""
LINE_LEGEND: Final = {
    "administrative": "whole line, such as a river or a street",
    "approximate": "somewhere along this line",
}
"""What it calls lines."""
BASIS: Final = {
    "text": "Named in the article",
    "inferred": "Inferred from outside, not named in the article",
}
CERTAINTY: Final = {
    "certain": "certain that this place is meant",
    "likely": "likely that this place is meant",
    "less-certain": "less certain that this place is meant",
}
CERTAINTY_SHORT: Final = {"certain": "certain", "likely": "likely", "less-certain": "less certain"}
CLASS: Final[Mapping[str, str]] = MappingProxyType({id: kind.words for id, kind in KINDS.items()})
CLASS_FOUND: Final[Mapping[str, str]] = MappingProxyType({**CLASS, "city": "town or city"})
"""Of what the gazetteer finds, which does not tell towns from cities."""
OUTCOME: Final = {
    "mapped": "On the map",
    "merged": "Another name for a place on the map",
    "not-mapped": "Not on the map",
}
REASON: Final = {
    "metonym": "stands for something other than the place, such as a government",
    "affiliation": "says whose, not where",
    "organisation-name": "an organisation’s name, or part of one",
    "too-vague": "too vague to draw",
    "historical": "a historical name without an agreed outline",
    "time": "names a time, not a place",
    "filed": "says where the report was filed",
}
MENTION_KIND: Final = {
    "name": "name",
    "adjective": "a people’s or country’s word",
    "description": "description",
    "metonym": "a place’s name used for something else, such as a government",
    "organisation": "organisation’s name",
    "vague": "vague expression",
    "dateline": "dateline, which says where the report was filed",
}
STATUS: Final = {
    "proposed": "Proposed by a machine: nobody has yet compared this with the text",
    "unverified": "Draft: no named editor has yet compared this with the text and its sources",
    "verified": "Compared with the text and its sources by a named editor",
    "corrected": "Compared with the text and its sources by a named editor, and corrected",
}
STATUS_SHORT: Final = {
    "proposed": "proposed by a machine",
    "unverified": "draft",
    "verified": "compared",
    "corrected": "corrected",
}
LANGUAGES: Final = {
    "en": "English",
    "ur": "Urdu",
    "ps": "Pashto",
    "bal": "Balochi",
    "fa": "Persian / Dari",
    "ru": "Russian",
    "tg": "Tajik",
    "tr": "Turkish",
    "ar": "Arabic",
}
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "bal", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
"""Languages usually written from right to left."""


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Give the HTML ``dir`` of a language tag: ``rtl`` or ``ltr``; a script in it decides."""
    main, *rest = language.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if script in ("Arab", "Hebr") or (main in RIGHT_TO_LEFT and not script) else "ltr"
