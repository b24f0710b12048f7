"""Which place a name is given, what speaks for it, and how sure that is."""

from __future__ import annotations

import tracemalloc

import pytest

from geodata.geoparse.contracts import Setting
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.recognition.recogniser import NameRecogniser
from geodata.geoparse.resolution.resolver import NOT_KNOWN, GazetteerResolver
from geodata.geoparse.values import Mention, Span, Toponym
from tests.geoparse.made_up import made_up_lookup, sense

LOOKUP = made_up_lookup()
RECOGNISER = NameRecogniser(None, LOOKUP)
RESOLVER = GazetteerResolver(LOOKUP)


def resolved(text: str, **setting: str) -> dict[str, Mention]:
    """Return the mentions of a text by their names."""
    mentions = RESOLVER.resolve(text, RECOGNISER.recognise(text), Setting(**setting))
    return {part.toponym.text: part for one in mentions for part in (one, *one.parts)}


@pytest.mark.parametrize(
    ("text", "home", "place", "why"),
    [
        ("It rained in Paris.", "", "geonames:10", "best known"),
        ("It rained in Paris, Texas.", "", "geonames:11", "together with Texas"),
        ("It rained in Paris, Tex. on Monday", "", "geonames:11", "together with Texas"),
        ("It rained in Paris and in all of Kentucky.", "", "geonames:12", "Kentucky"),
        # Another place nearby decides.
        ("From Paris to Henderson County it rained.", "", "geonames:11", "Henderson County"),
        # The outlet's home decides where the text says nothing.
        ("It rained in Paris.", "Paris, Texas", "geonames:11", "outlet’s home"),
    ],
)
def test_a_name_of_many_places_goes_to_the_one_that_the_text_speaks_for(
    text: str, home: str, place: str, why: str
) -> None:
    found = resolved(text, home=home)["Paris"]
    assert found.place is not None
    assert found.place.id == place
    assert why in found.why


def test_alternatives_are_ranked_and_their_shares_are_one() -> None:
    found = resolved("It rained in Paris, Texas.")["Paris"]
    assert next(one.place.id for one in found.candidates) == "geonames:11"
    shares = [one.score for one in found.candidates]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=0.01)


def test_one_sense_is_kept_through_a_text() -> None:
    text = "Paris, Texas, votes. Later in Paris a man said no."
    mentions = RESOLVER.resolve(text, RECOGNISER.recognise(text), Setting())
    places = {one.place.id for one in mentions if one.place and one.toponym.text == "Paris"}
    assert places == {"geonames:11"}


def test_a_name_that_could_as_well_be_another_says_so() -> None:
    text = "It rained in Paris, in Texas and in Kentucky."
    found = resolved(text)["Paris"]
    assert found.cannot_choose or found.confidence < 0.9


def test_a_demonym_leads_to_its_country() -> None:
    found = resolved("Pakistani farmers")["Pakistani"]
    assert found.place is not None
    assert (found.place.name, found.toponym.kind) == ("Pakistan", "adjective")


def test_a_description_has_no_place_of_its_own_and_its_parts_have() -> None:
    found = resolved("in southern Tajikistan")
    whole, part = found["southern Tajikistan"], found["Tajikistan"]
    assert whole.place is None
    assert whole.none_of_these
    assert "Tajikistan" in whole.why
    assert part.place is not None
    assert part.place.id == "geonames:8"


def test_what_the_gazetteer_lacks_is_said_and_not_guessed() -> None:
    unknown = Toponym(Span(0, 4), "Zzyx", "name", ("Zzyx",))
    (found,) = RESOLVER.resolve("Zzyx", [unknown], Setting())
    assert (found.place, found.confidence, found.none_of_these, found.why) == (
        *(None, 0.0, True),
        NOT_KNOWN,
    )


def test_a_list_of_names_is_weighed_in_bounded_memory() -> None:
    """Weighed all together, two thousand names of five senses each took gigabytes."""
    senses = [sense(n, "Aa", "city", "FR", 40 + n, n, importance=600 - 10 * n) for n in range(1, 6)]
    names = [
        f"Aa{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(2000)
    ]
    toponyms = [Toponym(Span(6 * n, 6 * n + 5), one, "name", (one,)) for n, one in enumerate(names)]
    resolver = GazetteerResolver(Lookup(lambda key, most: senses[:most]))
    tracemalloc.start()
    found = resolver.resolve(" ".join(names), toponyms, Setting())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [one.place and one.place.id for one in found] == ["geonames:1"] * 2000
    assert peak < 200_000_000


def test_nothing_gives_nothing() -> None:
    assert RESOLVER.resolve("", (), Setting()) == ()
