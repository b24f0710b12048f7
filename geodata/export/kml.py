"""KML 2.2: a Folder of the places' names, then one for each theme, with its claims and places.

A claim of two themes stands in both Folders. Who says it comes first in every balloon. The names
stand on the map once, at the places' labels, and not at each of their claims.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

from geodata.export.balloon import balloon, edition_words, place_words
from geodata.export.common import NO_THEME, themes_of
from geodata.export.kml_elements import (
    ATOM,
    KML,
    child,
    data,
    geometry,
    look_at,
    paint,
    point,
    time_span,
)
from geodata.export.rows import (
    certainty,
    claim_places,
    claim_row,
    edition_row,
    place_row,
    places_alone,
)
from geodata.model.circle import extent
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.model.themes import Theme
from geodata.wording.claims import according_to_speaker, claim_name, passage
from geodata.wording.editions import NAMES
from geodata.wording.places import credits

SOFT, PLAIN = "40", "ff"
"""Opacity of outlines, 00 to ff: of approximate areas, and of all others."""
_LOOKS = ("exact", "administrative", "approximate")


def export(edition: Edition) -> bytes:
    """Return the edition as a KML document, in UTF-8.

    Coordinates are WGS 84, longitude before latitude. Themes come in their own order, claims in
    the order of the text. A claim without a place is a Placemark without geometry. ``about`` is
    the time of a Placemark; undated ones have none and are always shown. A Placemark of each
    claimed place holds its name, as a point; without claims, one of each place holds all of it.
    """
    ET.register_namespace("", KML)
    ET.register_namespace("atom", ATOM)
    root = ET.Element(f"{{{KML}}}kml")
    document = child(root, "Document")
    _head(document, edition)
    for theme in themes_of(edition):
        for look in _LOOKS:
            _style(document, theme, look)
    _plain_styles(document)
    data(document, {**edition_row(edition), "attribution": "\n".join(credits(edition))})
    _names(document, edition)
    for theme in themes_of(edition):
        folder = child(document, "Folder", id=f"theme-{theme.id}")
        child(folder, "name", theme.title)
        child(folder, "open", "0")
        names: Counter[str] = Counter()
        for claim, place in _of_theme(edition, theme):
            mark = _placemark(folder, edition, theme, claim, place)
            _number(mark, names)
    for place in places_alone(edition):
        _place_alone(document, edition, place)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _of_theme(edition: Edition, theme: Theme) -> Iterator[tuple[Claim, Place | None]]:
    return (
        pair for pair in claim_places(edition) if theme.id in (pair[0].themes or (NO_THEME.id,))
    )


def _head(document: ET.Element, edition: Edition) -> None:
    child(document, "name", edition.article.title)
    child(document, "open", "1")
    author = ET.SubElement(document, f"{{{ATOM}}}author")
    for name in edition.article.authors:
        ET.SubElement(author, f"{{{ATOM}}}name").text = name
    if edition.article.url:
        ET.SubElement(document, f"{{{ATOM}}}link", href=edition.article.url)
    child(document, "Snippet", edition.article.written.notice, maxLines="2")
    child(document, "description", edition_words(edition))
    if edition.places:
        # By their labels: the far ends of a country are not where an article is.
        look_at(document, extent((*place.label, *place.label) for place in edition.places))


def _names(document: ET.Element, edition: Edition) -> None:
    """Add the names of the places that claims are about: programs name no areas by themselves."""
    claimed = {place for claim in edition.claims for place in claim.places}
    if not claimed:
        return
    folder = child(document, "Folder", id="names")
    child(folder, "name", NAMES)
    child(folder, "open", "0")
    for place in edition.places:
        if place.id in claimed:
            mark = child(folder, "Placemark", id=f"name-{place.id}")
            child(mark, "name", place.title)
            child(mark, "description", place_words(edition, place))
            look_at(mark, place.bounds)
            child(mark, "styleUrl", "#name")
            point(mark, *place.label)


def _number(mark: ET.Element, names: Counter[str]) -> None:
    """Tell apart the names of claims that begin with the same words."""
    name = mark[0]
    names[name.text or ""] += 1
    if (number := names[name.text or ""]) > 1:
        name.text = f"{name.text} ({number})"


def _placemark(
    folder: ET.Element, edition: Edition, theme: Theme, claim: Claim, place: Place | None
) -> ET.Element:
    id = f"{theme.id}.{claim.id}.{place.id if place else 'no-place'}"
    mark = child(folder, "Placemark", id=f"claim-{id}")
    child(mark, "name", claim_name(edition, claim, place))
    child(mark, "Snippet", according_to_speaker(edition, claim), maxLines="2")
    child(mark, "description", balloon(edition, claim, place))
    if place:
        look_at(mark, place.bounds)
    if claim.about:
        time_span(mark, claim.about)
    child(mark, "styleUrl", f"#{theme.id}-{_look(place)}" if place else "#no-place")
    data(
        mark,
        {
            **claim_row(edition, claim),
            "passage": passage(claim),
            "certainty": certainty(edition, claim, place),
            **place_row(place),
            **edition_row(edition),
        },
    )
    if place:
        geometry(mark, place.geometry)
    return mark


def _place_alone(document: ET.Element, edition: Edition, place: Place) -> None:
    mark = child(document, "Placemark", id=f"place-{place.id}")
    child(mark, "name", place.title)
    child(mark, "Snippet", place.description, maxLines="2")
    child(mark, "description", place_words(edition, place))
    look_at(mark, place.bounds)
    data(mark, {**place_row(place), **edition_row(edition)})
    geometry(mark, place.geometry, place.label)


def _look(place: Place) -> str:
    return f"{place.precision}-inferred" if place.basis == "inferred" else place.precision


def _plain_styles(document: ET.Element) -> None:
    """Add the styles of claims without a place, and of names: words without an icon."""
    child(child(document, "Style", id="no-place"), "BalloonStyle")
    child(child(child(document, "Style", id="name"), "IconStyle"), "scale", "0")


def _style(document: ET.Element, theme: Theme, look: str) -> None:
    """Add the styles of a theme for one precision: for places in the text, and for inferred ones.

    Areas are outlined, not filled, so that none is painted as guilty. An approximate one has a
    broad, faint edge, for KML knows neither dashes nor blurs. An inferred place is paler.
    """
    soft = look == "approximate"
    for suffix, scale in (("", 1.0), ("-inferred", 0.7)):
        style = child(document, "Style", id=f"{theme.id}-{look}{suffix}")
        opacity = SOFT if soft else ("a0" if suffix else PLAIN)
        icon = child(style, "IconStyle")
        child(icon, "color", paint(theme.colour, opacity))
        child(icon, "scale", f"{scale:g}")
        child(child(style, "LabelStyle"), "scale", "0")
        line = child(style, "LineStyle")
        child(line, "color", paint(theme.colour, opacity))
        child(line, "width", "9" if soft else ("1.5" if suffix else "2.5"))
        fill = child(style, "PolyStyle")
        child(fill, "color", paint(theme.colour, "1a" if soft else "00"))
        child(fill, "fill", "1" if soft else "0")
        child(fill, "outline", "1")
