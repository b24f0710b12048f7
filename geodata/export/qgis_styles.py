"""Styles for QGIS (QML): precision in the line, theme in colour and shape, names as labels.

A layer holds points and areas, and QGIS shows it as one layer of each. The styles therefore name
no kind of geometry of their own; their rules ask each feature for its kind.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.model.themes import Theme
from geodata.wording import terms

INK = "#3b4350"
_POINT = "geometry_type($geometry) = 'Point'"
_AREA = "geometry_type($geometry) <> 'Point'"
_SOFT = "\"precision\" = 'approximate'"
_INFERRED = "\"basis\" = 'inferred'"
_MARKERS = {"cross": "cross_fill"}
"""Shapes of themes that QGIS calls otherwise."""


@dataclass(frozen=True)
class Rule:
    """One rule: which features it draws, what the legend calls them, and how they look."""

    filter: str
    label: str
    marker: bool
    colour: str
    shape: str = "circle"
    line: str = "solid"
    width_mm: float = 0.4
    opacity: float = 1.0


def places_style() -> str:
    """Return the style of the layer ``places``: by precision and basis."""
    return _qml(list(_by_precision("", "", INK, "circle")), "place_title")


def claims_style(themes: Iterable[Theme]) -> str:
    """Return the style of the layer ``claims``: by each claim's first theme, then by precision."""
    rules = [
        rule
        for theme in themes
        for rule in _by_precision(
            f"\"first_theme\" = '{theme.id}'", theme.title, theme.colour, theme.shape
        )
    ]
    return _qml(rules, "place_title")


def mentions_style() -> str:
    """Return the style of the layer ``mentions``: by how sure it is that a place is meant."""
    looks = {"certain": "solid", "likely": "dash", "less-certain": "dot"}
    rules = []
    for certainty, line in looks.items():
        only, label = f"\"certainty\" = '{certainty}'", terms.CERTAINTY[certainty]
        rules.append(Rule(f"{only} AND {_POINT}", label, True, INK, line=line))
        rules.append(Rule(f"{only} AND {_AREA}", label, False, INK, line=line, width_mm=0.3))
    return _qml(rules, "exact")


def _by_precision(only: str, title: str, colour: str, shape: str) -> Iterable[Rule]:
    def rule(filter: str, label: str, marker: bool, line: str, width: float, see: float) -> Rule:
        whole = " AND ".join(part for part in (only, filter) if part)
        named = f"{title}: {label}" if title else label
        return Rule(whole, named, marker, colour, shape, line, width, see)

    exact, area = terms.LEGEND["exact"], terms.LEGEND["administrative"]
    soft, inferred = terms.LEGEND["approximate"], terms.LEGEND["inferred"]
    yield rule(f"{_POINT} AND NOT {_INFERRED}", exact, True, "solid", 0.4, 1.0)
    yield rule(f"{_POINT} AND {_INFERRED}", f"{exact}, {inferred}", True, "dot", 0.4, 0.6)
    yield rule(f"{_AREA} AND NOT {_SOFT}", area, False, "solid", 0.5, 1.0)
    yield rule(f"{_AREA} AND {_SOFT}", soft, False, "dash", 1.2, 0.45)


def _qml(rules: list[Rule], label: str) -> str:
    root = ET.Element("qgis", version="3.22.0", styleCategories="Symbology|Labeling")
    attributes = {"type": "RuleRenderer", "symbollevels": "0", "forceraster": "0"}
    renderer = ET.SubElement(root, "renderer-v2", attributes)
    tree = ET.SubElement(renderer, "rules", key="root")
    symbols = ET.SubElement(renderer, "symbols")
    for number, rule in enumerate(rules):
        about = {"key": f"rule-{number}", "symbol": str(number), "label": rule.label}
        ET.SubElement(tree, "rule", {**about, "filter": rule.filter})
        _symbol(symbols, str(number), rule)
    _labels(root, label)
    ET.SubElement(root, "blendMode").text = "0"
    return "<!DOCTYPE qgis>\n" + ET.tostring(root, encoding="unicode")


def _symbol(parent: ET.Element, name: str, rule: Rule) -> None:
    kind = "marker" if rule.marker else "fill"
    about = {"type": kind, "name": name, "alpha": f"{rule.opacity:g}", "clip_to_extent": "1"}
    symbol = ET.SubElement(parent, "symbol", {**about, "force_rhr": "0"})
    simple = "SimpleMarker" if rule.marker else "SimpleFill"
    layer = ET.SubElement(
        symbol, "layer", {"class": simple, "enabled": "1", "locked": "0", "pass": "0"}
    )
    colour = ",".join(str(int(rule.colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
    common = {
        "outline_color": colour,
        "outline_style": rule.line,
        "outline_width": f"{rule.width_mm:g}",
        "outline_width_unit": "MM",
    }
    own = {"color": colour, "style": "no"}  # areas are outlined, never filled
    if rule.marker:
        filled = "255,255,255,255" if rule.line != "solid" else colour
        shape = _MARKERS.get(rule.shape, rule.shape)
        own = {"name": shape, "color": filled, "size": "3", "size_unit": "MM"}
    _options(layer, common | own)


def _options(parent: ET.Element, values: Mapping[str, str]) -> None:
    options = ET.SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        ET.SubElement(options, "Option", name=name, type="QString", value=value)


def _labels(root: ET.Element, field: str) -> None:
    """Label the features by a field, where the edition puts a place's name: never in the middle
    of an approximate area. Nothing overlaps, so that a place of many claims has one name.
    """
    labeling = ET.SubElement(root, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="simple")
    about = {"fieldName": field, "isExpression": "0", "fontSize": "8", "fontFamily": "Sans Serif"}
    style = ET.SubElement(settings, "text-style", {**about, "textColor": "40,46,56,255"})
    ET.SubElement(
        style,
        "text-buffer",
        {"bufferDraw": "1", "bufferSize": "0.8", "bufferColor": "255,255,255,255"},
    )
    ET.SubElement(settings, "placement", placement="0", dist="1", distUnits="MM")
    ET.SubElement(settings, "rendering", obstacle="0", displayAll="0", drawLabels="1")
    properties = ET.SubElement(settings, "dd_properties")
    pinned = ET.SubElement(ET.SubElement(properties, "Option", type="Map"), "Option")
    pinned.attrib.update(name="properties", type="Map")
    for axis, source in (("PositionX", "label_lon"), ("PositionY", "label_lat")):
        one = ET.SubElement(pinned, "Option", name=axis, type="Map")
        ET.SubElement(one, "Option", name="active", type="bool", value="true")
        ET.SubElement(one, "Option", name="field", type="QString", value=source)
        ET.SubElement(one, "Option", name="type", type="int", value="2")
