"""The contract with the browser: every field of the page's data and of the map's data.

``static/atlas/data.d.ts`` is derived from its modules (``make contract``), so that the browser code
is checked against the same words. Keys are written as the browser writes names. A field that ends
in ``Words`` is to be read by people; an id never is. A list named after records holds their ids.
Positions are [longitude, latitude] and boxes [west, south, east, north], in degrees, WGS 84.
"""

from geodata.reader.contract.common import Look, Theme
from geodata.reader.contract.map import (
    Feature,
    FeatureProperties,
    Frame,
    MapConfig,
    MapData,
    MapPlace,
    MapRoute,
    Padding,
    Signs,
)
from geodata.reader.contract.page import KindField, KindGroup, KindOption, Language, PageData
from geodata.reader.contract.records import Claim, Dating, Mention, PagePlace, PageRoute, Piece

__all__ = [
    "Claim",
    "Dating",
    "Feature",
    "FeatureProperties",
    "Frame",
    "KindField",
    "KindGroup",
    "KindOption",
    "Language",
    "Look",
    "MapConfig",
    "MapData",
    "MapPlace",
    "MapRoute",
    "Mention",
    "Padding",
    "PageData",
    "PagePlace",
    "PageRoute",
    "Piece",
    "Signs",
    "Theme",
]
