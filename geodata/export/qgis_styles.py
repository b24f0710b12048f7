"""Styles for QGIS (QML): rules, places' names as labels, names of columns, map tips.

Mentions have no labels: their words are no names of the places that they mean.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from geodata.export.qgis_forms import Kind, add_forms
from geodata.export.qgis_rules import Group, Rule, Symbol

_MARKERS = {"cross": "cross_fill", "slant": "parallelogram_right"}
"""Shapes of themes that QGIS calls otherwise."""
_SIMPLE: dict[Symbol, str] = {
    "marker": "SimpleMarker",
    "line": "SimpleLine",
    "fill": "SimpleFill",
}
_CATEGORIES = "LayerConfiguration|Symbology|Labeling|Fields|MapTips"


def layer_style(kind: Kind, groups: Iterable[Group], columns: Iterable[str]) -> str:
    """Return the style of a layer of one kind of geometry."""
    root = ET.Element("qgis", version="3.22.0", styleCategories=_CATEGORIES)
    add_forms(root, kind, columns)
    attributes = {"type": "RuleRenderer", "symbollevels": "0", "forceraster": "0"}
    renderer = ET.SubElement(root, "renderer-v2", attributes)
    tree = ET.SubElement(renderer, "rules", key="root")
    symbols = ET.SubElement(renderer, "symbols")
    for group in groups:
        _group(tree, symbols, group)
    if kind != "mentions":
        _labels(root, "place_title")
    ET.SubElement(root, "blendMode").text = "0"
    return _text(root)


def table_style(kind: Kind, columns: Iterable[str]) -> str:
    """Return the style of a table without geometry: what its columns and rows are called."""
    root = ET.Element("qgis", version="3.22.0", styleCategories="LayerConfiguration|Fields")
    add_forms(root, kind, columns)
    return _text(root)


def _text(root: ET.Element) -> str:
    return "<!DOCTYPE qgis>\n" + ET.tostring(root, encoding="unicode")


def _group(tree: ET.Element, symbols: ET.Element, group: Group) -> None:
    """Add rules, and what they look like; a rule without a symbol is a group."""
    parent = tree
    if group.title:
        about = {"key": f"group-{len(tree)}", "label": group.title, "filter": group.filter}
        parent = ET.SubElement(tree, "rule", about)
    for rule in group.rules:
        number = str(len(symbols))
        about = {"key": f"rule-{number}", "symbol": number, "label": rule.label}
        ET.SubElement(parent, "rule", {**about, "filter": rule.filter})
        _symbol(symbols, number, rule)


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
    style = ET.SubElement(
        settings, "text-style", {**about, "textColor": "40,46,56,255", "textOpacity": "1"}
    )
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
