"""The kinds of place that an edition can hold: the one table that all else asks.

A row ties a plain word to GeoNames' feature class and code, and to a type of the Getty's Art &
Architecture Thesaurus (AAT) as the Linked Places format lists them. Where that list has no type of
the kind's own, the row has a broader one, so that no place is called what it is not. GeoNames calls
towns and villages alike ``PPL``, and has no code for a border or a front line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, Literal

Group = Literal[
    "country",
    "province",
    "city",
    "building",
    "former-area",
    "informal-area",
    "transport",
    "water",
    "relief",
    "border",
]
"""Kinds that share a layer, and a sign in their points' marks."""
FeatureClass = Literal["A", "H", "L", "P", "R", "S", "T", "V"]
"""GeoNames' classes: units, water, areas, towns, ways, sites, relief, plants."""


@dataclass(frozen=True)
class Kind:
    """One kind of place."""

    id: str
    """As the edition's files have it, in ``class``."""
    words: str
    """Its plain word, singular, for readers."""
    feature_class: FeatureClass
    feature_code: str
    """GeoNames' code within the class; "" where it has none."""
    aat: str
    """The number of the AAT's type."""
    aat_label: str
    group: Group
    shapes: str
    """What can stand for it: ``p`` for an exactly known point, ``l`` for lines, ``a`` for areas."""
    frame_km: float | None = None
    """How much of its surroundings a click shows, in kilometres across the narrower side of the
    map; ``None`` where the map goes by the place's extent alone, or by its usual zoom for points.
    """

    @property
    def is_signed(self) -> bool:
        """Whether its points carry their group's sign; towns and buildings are plain dots."""
        return self.group not in _PLAIN and self.id != "building"


_PLAIN: Final = ("country", "province", "city", "former-area", "informal-area")
_ROWS: Final = (
    Kind("country", "country", "A", "PCLI", "300128207", "nation", "country", "a"),
    Kind("province", "province", "A", "ADM1", "300000774", "province", "province", "a"),
    Kind("city", "city", "P", "PPL", "300008389", "city", "city", "pa"),
    Kind("building", "building", "S", "BLDG", "300004790", "single built work", "building", "pa"),
    Kind(
        *("former-area", "former area", "A", "ADM1H", "300387178", "historical region"),
        *("former-area", "la"),
    ),
    Kind(
        *("informal-area", "informal area", "L", "AREA", "300182722", "region (geographic)"),
        *("informal-area", "la"),
    ),
    Kind("continent", "continent", "L", "CONT", "300128176", "continent", "province", "a", 8000),
    Kind("region", "region", "L", "RGN", "300182722", "region (geographic)", "province", "a", 300),
    Kind("territory", "territory", "A", "TERR", "300135982", "territory", "country", "pa", 100),
    Kind("district", "district", "A", "ADM2", "300000705", "district", "province", "pa", 80),
    Kind("village", "village", "P", "PPL", "300008372", "village", "city", "pa", 15),
    Kind(
        *("neighbourhood", "neighbourhood", "P", "PPLX", "300000745", "neighborhood"),
        *("city", "pa", 6),
    ),
    Kind("camp", "camp", "S", "CMP", "300000809", "site", "building", "pa", 10),
    Kind("street", "street", "R", "ST", "300008217", "road", "transport", "pla", 1),
    Kind("road", "road", "R", "RD", "300008217", "road", "transport", "la", 5),
    Kind("railway", "railway", "R", "RR", "300008591", "railroad", "transport", "la", 5),
    Kind("square", "square", "S", "SQR", "300008304", "square", "transport", "pa", 1),
    Kind("bridge", "bridge", "S", "BDG", "300007836", "bridge", "transport", "pla", 3),
    Kind("airport", "airport", "S", "AIRP", "300000681", "airport", "transport", "pa", 15),
    Kind("port", "port", "L", "PRT", "300120599", "port", "transport", "pa", 10),
    Kind(
        *("station", "railway station", "S", "RSTN", "300000678", "transportation complex"),
        *("transport", "pa", 3),
    ),
    Kind(
        "border-crossing", "border crossing", "S", "PSTB", "300000809", "site", "border", "pa", 20
    ),
    Kind(
        *("military-base", "military base", "L", "MILB", "300000455", "military base"),
        *("building", "pa", 10),
    ),
    Kind("hospital", "hospital", "S", "HSP", "300004790", "single built work", "building", "pa", 2),
    Kind("school", "school", "S", "SCH", "300004790", "single built work", "building", "pa", 2),
    Kind(
        *("power-station", "power station", "S", "PS", "300000202"),
        *("complexes (buildings and sites)", "building", "pa", 10),
    ),
    Kind("dam", "dam", "S", "DAM", "300006073", "hydraulic structure", "water", "pla", 10),
    Kind("mine", "mine", "S", "MN", "300000390", "mine", "building", "pa", 10),
    Kind("park", "park", "L", "PRK", "300008187", "park", "relief", "pa", 5),
    Kind("river", "river", "H", "STM", "300008707", "river", "water", "la", 20),
    Kind("canal", "canal", "H", "CNL", "300006075", "canal", "water", "la", 5),
    Kind("lake", "lake", "H", "LK", "300008680", "lake", "water", "pa", 20),
    Kind("reservoir", "reservoir", "H", "RSV", "300006191", "reservoir", "water", "pa", 20),
    Kind("sea", "sea", "H", "SEA", "300008694", "sea", "water", "a", 500),
    Kind("ocean", "ocean", "H", "OCN", "300008687", "ocean", "water", "a", 6000),
    Kind("gulf", "gulf", "H", "GULF", "300132315", "gulf", "water", "pa", 200),
    Kind("bay", "bay", "H", "BAY", "300132316", "bay", "water", "pa", 60),
    Kind(
        *("strait", "strait", "H", "STRT", "300266059", "body of water (natural)"),
        *("water", "pla", 100),
    ),
    Kind("island", "island", "T", "ISL", "300008791", "island", "relief", "pa", 30),
    Kind("islands", "islands", "T", "ISLS", "300386853", "island group", "relief", "pa", 200),
    Kind("mountain", "mountain", "T", "MT", "300008795", "mountain", "relief", "pa", 40),
    Kind(
        *("mountain-range", "mountain range", "T", "MTS", "300386831", "mountain range"),
        *("relief", "la", 100),
    ),
    Kind("volcano", "volcano", "T", "VLC", "300008795", "mountain", "relief", "pa", 40),
    Kind("pass", "mountain pass", "T", "PASS", "300259572", "pass", "relief", "pla", 20),
    Kind("valley", "valley", "T", "VAL", "300008761", "valley", "relief", "pla", 40),
    Kind("desert", "desert", "T", "DSRT", "300008916", "desert", "relief", "pa", 200),
    Kind("peninsula", "peninsula", "T", "PEN", "300008804", "peninsula", "relief", "pa", 100),
    Kind("cape", "cape", "T", "CAPE", "300008850", "cape", "relief", "pa", 40),
    Kind(
        *("forest", "forest", "V", "FRST", "300132294", "natural landscape"),
        *("relief", "pa", 30),
    ),
    Kind("border", "border", "L", "", "300387143", "borderland", "border", "l", 20),
    Kind("front-line", "front line", "L", "", "300000835", "battlefield", "border", "l", 20),
)
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.id: kind for kind in _ROWS})
"""Every kind by its id; the first six were there before the others."""
_NEAREST: Final = 4


def nearest(id: str) -> list[str]:
    """Return the kinds whose ids or words are most like an id that is none, the likest first.

    Examples
    --------
    >>> nearest("rivers")[0]
    'river'
    """
    by_words = {kind.words: kind.id for kind in _ROWS} | {kind.id: kind.id for kind in _ROWS}
    wanted = id[:80].casefold().replace("_", "-")
    found = get_close_matches(wanted, by_words, n=_NEAREST + 2, cutoff=0.5)
    return list(dict.fromkeys(by_words[one] for one in found))[:_NEAREST]


def listed(shape: str) -> str:
    """Name in words the kinds that a shape (``p``, ``l`` or ``a``) can stand for."""
    return ", ".join(kind.words for kind in _ROWS if shape in kind.shapes)
