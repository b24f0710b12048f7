"""Which rules the layers in QGIS are drawn by: precision in the line, theme in colour and shape.

A layer holds points, lines or areas, and its rules are of these alone. The claims' rules stand in a
group for each theme, which can be switched off as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from geodata.export.geojson_layers import Shape
from geodata.model.themes import Theme
from geodata.wording import terms

INK = "#3b4350"
_SOFT = "\"precision\" = 'approximate'"
_INFERRED = "\"basis\" = 'inferred'"

Symbol = Literal["marker", "line", "fill"]
SYMBOLS: dict[Shape, Symbol] = {"points": "marker", "lines": "line", "areas": "fill"}


@dataclass(frozen=True)
class Rule:
    """One rule: which features it draws, what the legend calls them, and how they look."""

    filter: str
    label: str
    symbol: Symbol
    colour: str = INK
    shape: str = "circle"
    line: str = "solid"
    width_mm: float = 0.4
    opacity: float = 1.0


@dataclass(frozen=True)
class Group:
    """Rules under one title; with no title they stand for themselves."""

    title: str
    filter: str
    rules: Sequence[Rule]


def places_rules(shape: Shape) -> list[Group]:
    """Return the rules of places: by precision and basis."""
    return [Group("", "", _by_precision(shape))]


def claims_rules(themes: Iterable[Theme], shape: Shape) -> list[Group]:
    """Return the rules of claims: by each claim's first theme, then by precision."""
    return [
        Group(
            theme.title,
            f"\"first_theme\" = '{theme.id}'",
            [replace(one, colour=theme.colour, shape=theme.shape) for one in _by_precision(shape)],
        )
        for theme in themes
    ]


def mentions_rules(shape: Shape) -> list[Group]:
    """Return the rules of mentions: by how sure it is that a place is meant."""
    looks = {"certain": "solid", "likely": "dash", "less-certain": "dot"}
    width = {"points": 0.4, "lines": 0.5, "areas": 0.3}[shape]
    rules = [
        Rule(
            f"\"certainty\" = '{certainty}'",
            terms.CERTAINTY[certainty],
            SYMBOLS[shape],
            line=line,
            width_mm=width,
        )
        for certainty, line in looks.items()
    ]
    return [Group("", "", rules)]


def _by_precision(shape: Shape) -> list[Rule]:
    symbol = SYMBOLS[shape]
    if shape == "points":
        exact, inferred = terms.LEGEND["exact"], terms.LEGEND["inferred"]
        return [
            Rule(f"NOT {_INFERRED}", exact, symbol),
            Rule(_INFERRED, f"{exact}, {inferred}", symbol, line="dot", opacity=0.6),
        ]
    words = terms.LINE_LEGEND if shape == "lines" else terms.LEGEND
    plain, soft = (0.8, 1.6) if shape == "lines" else (0.5, 1.2)
    return [
        Rule(f"NOT {_SOFT}", words["administrative"], symbol, width_mm=plain),
        Rule(_SOFT, words["approximate"], symbol, line="dash", width_mm=soft, opacity=0.45),
    ]
