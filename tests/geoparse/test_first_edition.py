"""What the geoparser proposes for the first edition's article, against its hand-made mentions."""

from __future__ import annotations

import pytest
from shapely import Point

from geodata import Edition, edition_folder, load_edition
from geodata.geoparse.geoparser import open_geoparser
from geodata.geoparse.values import Mention, Span
from geodata.model.mentions import Mention as HandMade

NEAR_DEG = 0.5


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(edition_folder("taliban-is-k"))


@pytest.fixture(scope="module")
def pairs(edition: Edition) -> list[tuple[HandMade, Mention | None]]:
    """Each hand-made mention, and the proposed one that covers it best."""
    proposed = open_geoparser(quotations=False).parse(edition.article.text).mentions
    return [
        (one, _best(Span(edition.position(one).start, edition.position(one).end), proposed))
        for one in edition.mentions
    ]


def _best(span: Span, proposed: tuple[Mention, ...]) -> Mention | None:
    near = [one for one in proposed if one.toponym.span.overlaps(span)]
    return max(near, key=lambda one: _common(span, one.toponym.span), default=None)


def _common(one: Span, other: Span) -> float:
    """Return the share of the code points of either that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def test_nine_of_ten_mentions_are_found(pairs: list[tuple[HandMade, Mention | None]]) -> None:
    found = [one for one, proposed in pairs if proposed is not None]
    assert len(found) / len(pairs) >= 0.9


def test_nine_of_ten_have_the_kind_that_a_person_gave_them(
    pairs: list[tuple[HandMade, Mention | None]],
) -> None:
    found = [(one.kind, proposed.toponym.kind) for one, proposed in pairs if proposed]
    assert sum(one == other for one, other in found) / len(found) >= 0.9


def test_no_place_is_wrong_that_the_machine_is_sure_of(
    edition: Edition, pairs: list[tuple[HandMade, Mention | None]]
) -> None:
    sure = [
        (one, proposed.place)
        for one, proposed in pairs
        if proposed and proposed.place and proposed.level == "high" and one.places
    ]
    wrong = [
        (one.id, place.name)
        for one, place in sure
        if not any(
            edition.place(ref.id).geometry.buffer(NEAR_DEG).contains(Point(place.lon, place.lat))
            for ref in one.places
        )
    ]
    assert len(sure) >= 20
    assert wrong == []
