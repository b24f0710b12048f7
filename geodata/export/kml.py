"""KML 2.2: a Folder for each theme, in it a Placemark for each claim and place.

A claim of two themes stands in both Folders. Who says it comes first in every balloon.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from geodata.export.balloon import balloon, edition_words, place_words
from geodata.export.common import NO_THEME, themes_of
from geodata.export.kml_elements import ATOM, KML, child, data, geometry, look_at, paint, time_span
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
from geodata.wording.claims import NO_PLACE, according_to_speaker, passage
from geodata.wording.places import credits

SOFT, PLAIN = "40", "ff"
"""Opacity of outlines, 00 to ff: of approximate areas, and of all others."""
_LOOKS = ("exact", "administrative", "approximate")


def export(edition: Edition) -> bytes:
    """Return the edition as a KML document, in UTF-8.

    Coordinates are WGS 84, longitude before latitude. Themes come in their own order, claims in
    the order of the text. A claim without a place is a Placemark without geometry. ``about`` is
    the time of a Placemark; undated ones have none and are always shown. An edition without claims
    gives a Placemark for each place.
    """
    ET.register_namespace("", KML)
    ET.register_namespace("atom", ATOM)
    root = ET.Element(f"{{{KML}}}kml")
    document = child(root, "Document")
    _head(document, edition)
    for theme in themes_of(edition):
        for look in _LOOKS:
            _style(document, theme, look)
    child(child(document, "Style", id="no-place"), "BalloonStyle")
    data(document, {**edition_row(edition), "attribution": "\n".join(credits(edition))})
    for theme in themes_of(edition):
        folder = child(document, "Folder", id=f"theme-{theme.id}")
        child(folder, "name", theme.title)
        child(folder, "open", "0")
        for claim, place in _of_theme(edition, theme):
            _placemark(folder, edition, theme, claim, place)
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


def _placemark(
    folder: ET.Element, edition: Edition, theme: Theme, claim: Claim, place: Place | None
) -> None:
    id = f"{theme.id}.{claim.id}.{place.id if place else 'no-place'}"
    mark = child(folder, "Placemark", id=f"claim-{id}")
    child(mark, "name", place.title if place else NO_PLACE)
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
        geometry(mark, place.geometry, place.label)


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
        line = child(style, "LineStyle")
        child(line, "color", paint(theme.colour, opacity))
        child(line, "width", "9" if soft else ("1.5" if suffix else "2.5"))
        fill = child(style, "PolyStyle")
        child(fill, "color", paint(theme.colour, "1a" if soft else "00"))
        child(fill, "fill", "1" if soft else "0")
        child(fill, "outline", "1")
