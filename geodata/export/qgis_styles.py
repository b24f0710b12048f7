"""Styles for QGIS (QML): precision in the line, theme in colour and shape, names as labels.

A layer holds points, lines and areas, and QGIS shows it as one layer of each. The styles therefore
name no kind of geometry of their own; their rules ask each feature for its kind. Rules for lines
stand only where an edition has some.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from geodata.model.themes import Theme
from geodata.wording import terms

INK = "#3b4350"
_POINT = "geometry_type($geometry) = 'Point'"
_LINE = "geometry_type($geometry) = 'Line'"
_AREA = "geometry_type($geometry) <> 'Point'"
_TRUE_AREA = "geometry_type($geometry) = 'Polygon'"
_SOFT = "\"precision\" = 'approximate'"
_INFERRED = "\"basis\" = 'inferred'"
_MARKERS = {"cross": "cross_fill", "slant": "parallelogram_right"}
"""Shapes of themes that QGIS calls otherwise."""

_Symbol = Literal["marker", "line", "fill"]
_SIMPLE: dict[_Symbol, str] = {
    "marker": "SimpleMarker",
    "line": "SimpleLine",
    "fill": "SimpleFill",
}


@dataclass(frozen=True)
class Rule:
    """One rule: which features it draws, what the legend calls them, and how they look."""

    filter: str
    label: str
    symbol: _Symbol
    colour: str
    shape: str = "circle"
    line: str = "solid"
    width_mm: float = 0.4
    opacity: float = 1.0


def places_style(*, lines: bool = False) -> str:
    """Return the style of the layer ``places``: by precision and basis."""
    return _qml(list(_by_precision("", "", INK, "circle", lines)), "place_title")


def claims_style(themes: Iterable[Theme], *, lines: bool = False) -> str:
    """Return the style of the layer ``claims``: by each claim's first theme, then by precision."""
    rules = [
        rule
        for theme in themes
        for rule in _by_precision(
            f"\"first_theme\" = '{theme.id}'", theme.title, theme.colour, theme.shape, lines
        )
    ]
    return _qml(rules, "place_title")


def mentions_style(*, lines: bool = False) -> str:
    """Return the style of the layer ``mentions``: by how sure it is that a place is meant."""
    looks = {"certain": "solid", "likely": "dash", "less-certain": "dot"}
    rules = []
    area = _TRUE_AREA if lines else _AREA
    for certainty, line in looks.items():
        only, label = f"\"certainty\" = '{certainty}'", terms.CERTAINTY[certainty]
        rules.append(Rule(f"{only} AND {_POINT}", label, "marker", INK, line=line))
        rules.append(Rule(f"{only} AND {area}", label, "fill", INK, line=line, width_mm=0.3))
        if lines:
            rules.append(Rule(f"{only} AND {_LINE}", label, "line", INK, line=line, width_mm=0.5))
    return _qml(rules, "exact")


def _by_precision(only: str, title: str, colour: str, shape: str, lines: bool) -> Iterable[Rule]:
    def rule(filter: str, label: str, symbol: _Symbol, line: str, width: float, see: float) -> Rule:
        whole = " AND ".join(part for part in (only, filter) if part)
        named = f"{title}: {label}" if title else label
        return Rule(whole, named, symbol, colour, shape, line, width, see)

    exact, area = terms.LEGEND["exact"], terms.LEGEND["administrative"]
    soft, inferred = terms.LEGEND["approximate"], terms.LEGEND["inferred"]
    an_area = _TRUE_AREA if lines else _AREA
    yield rule(f"{_POINT} AND NOT {_INFERRED}", exact, "marker", "solid", 0.4, 1.0)
    yield rule(f"{_POINT} AND {_INFERRED}", f"{exact}, {inferred}", "marker", "dot", 0.4, 0.6)
    yield rule(f"{an_area} AND NOT {_SOFT}", area, "fill", "solid", 0.5, 1.0)
    yield rule(f"{an_area} AND {_SOFT}", soft, "fill", "dash", 1.2, 0.45)
    if lines:
        whole, along = terms.LINE_LEGEND["administrative"], terms.LINE_LEGEND["approximate"]
        yield rule(f"{_LINE} AND NOT {_SOFT}", whole, "line", "solid", 0.8, 1.0)
        yield rule(f"{_LINE} AND {_SOFT}", along, "line", "dash", 1.6, 0.45)


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
    about = {"type": rule.symbol, "name": name, "alpha": f"{rule.opacity:g}", "clip_to_extent": "1"}
    symbol = ET.SubElement(parent, "symbol", {**about, "force_rhr": "0"})
    drawn = {"class": _SIMPLE[rule.symbol], "enabled": "1", "locked": "0", "pass": "0"}
    layer = ET.SubElement(symbol, "layer", drawn)
    colour = ",".join(str(int(rule.colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
    if rule.symbol == "line":
        _options(layer, _stroke("line", colour, rule))
        return
    own = {"color": colour, "style": "no"}  # areas are outlined, never filled
    if rule.symbol == "marker":
        filled = "255,255,255,255" if rule.line != "solid" else colour
        shape = _MARKERS.get(rule.shape, rule.shape)
        own = {"name": shape, "color": filled, "size": "3", "size_unit": "MM"}
    _options(layer, _stroke("outline", colour, rule) | own)


def _stroke(name: str, colour: str, rule: Rule) -> dict[str, str]:
    return {
        f"{name}_color": colour,
        f"{name}_style": rule.line,
        f"{name}_width": f"{rule.width_mm:g}",
        f"{name}_width_unit": "MM",
    }


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
