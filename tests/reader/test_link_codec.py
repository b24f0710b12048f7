"""The link's codec: any choices give a link that restores them, rubbish opens."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from geodata.reader.page_data import reader_view
from geodata.storage.load import edition_folder, load_edition
from tests.reader.codec_in_node import Codec

VIEW: dict[str, Any] = {**reader_view(load_edition(edition_folder("taliban-is-k")))}
START = {
    **dict.fromkeys(("themes", "speakers", "kinds", "place", "mention", "claim")),
    **dict.fromkeys(("fromMonth", "toMonth")),
    **dict.fromkeys(("route", "leg", "at")),
    "undated": True,
    "onlyInView": False,
    "follow": False,
    "tiles": False,
    "language": "en",
}
IDS = {
    "themes": [theme["id"] for theme in VIEW["themes"]],
    "speakers": [speaker["id"] for speaker in VIEW["speakers"]],
    "kinds": [option["id"] for group in VIEW["kinds"] for option in group["options"]],
}
MONTHS = [f"{year}-{month:02}" for year in range(2015, 2025) for month in range(1, 13)]
# A batch at a time goes to node, since each journey there costs more than the work itself.
# What fails in a batch is told by name, so that nothing need be shrunk.
BATCHES = settings(
    max_examples=8,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)

THERE_AND_BACK = """
(states) => states.map((state) => {
  const link = toQuery(state, atlas);
  return {link, ...fromQuery(link, atlas)};
})
"""
FROM_RUBBISH = """
(texts) => texts.map((text) => {
  const {state, notices} = fromQuery(text, atlas);
  const link = toQuery(state, atlas);
  const again = fromQuery(link, atlas);
  return {state, notices, link, noticesAgain: again.notices,
          linkAgain: toQuery(again.state, atlas)};
})
"""


@pytest.fixture(scope="module")
def codec() -> Iterator[Codec]:
    """Return the codec with the first edition's data."""
    started = Codec(VIEW)
    yield started
    started.close()


def filters(name: str) -> st.SearchStrategy[list[str] | None]:
    """Give what a filter can hold: None for all, or some of its ids in their order."""
    ids = IDS[name]
    some = st.sets(st.sampled_from(ids), max_size=len(ids) - 1)
    return st.none() | some.map(lambda chosen: [one for one in ids if one in chosen])


def selections() -> st.SearchStrategy[dict[str, str | None]]:
    """Give what can be selected: a place at a mention, a mention off the map, a claim."""
    named = [(p["id"], m) for p in VIEW["places"] for m in p["mentions"]]
    off = [(None, m["id"]) for m in VIEW["mentions"] if not m["places"]]
    at = st.sampled_from(named + off).map(lambda pair: {"place": pair[0], "mention": pair[1]})
    claims = st.sampled_from([claim["id"] for claim in VIEW["claims"]])
    return st.just({}) | at | claims.map(lambda claim: {"claim": claim})


def views() -> st.SearchStrategy[dict[str, float] | None]:
    """Give where the map can stand: degrees as the map rounds them, zoom in its quarters."""
    return st.none() | st.fixed_dictionaries(
        {
            "lat": st.integers(-850_000, 850_000).map(lambda n: n / 10_000),
            "lon": st.integers(-1_800_000, 1_800_000).map(lambda n: n / 10_000),
            "zoom": st.integers(8, 44).map(lambda n: n / 4),
        }
    )


@st.composite
def states(draw: st.DrawFn) -> dict[str, Any]:
    """Give any choices that a reader can make."""
    months = sorted(draw(st.lists(st.sampled_from(MONTHS), min_size=2, max_size=2)))
    legs = [(None, None)] + [("recruits", leg) for leg in (None, 0, 1, 2)]
    route, leg = draw(st.sampled_from(legs))
    return {
        **START,
        **{name: draw(filters(name)) for name in IDS},
        "fromMonth": draw(st.sampled_from([None, months[0]])),
        "toMonth": draw(st.sampled_from([None, months[1]])),
        "undated": draw(st.booleans()),
        **draw(selections()),
        "route": route,
        "leg": leg,
        "at": draw(views()),
        "tiles": draw(st.booleans()),
        "language": draw(st.sampled_from([language["id"] for language in VIEW["languages"]])),
    }


@BATCHES
@given(batch=st.lists(states(), min_size=30, max_size=50))
def test_any_choices_make_a_link_that_gives_them_back(
    codec: Codec, batch: list[dict[str, Any]]
) -> None:
    for state, back in zip(batch, codec.evaluate(THERE_AND_BACK, batch), strict=True):
        assert back["state"] == state, back["link"]
        assert back["notices"] == []
        assert len(back["link"]) < 900


NAMES = ["themes", "speakers", "kinds", "from", "to", "undated", "place", "mention", "claim"]
NAMES += ["route", "at", "map", "names", "edition", "__proto__", "constructor", "", "Place", "x"]
KNOWN = [*IDS["themes"], *IDS["speakers"], *IDS["kinds"], "none", "no", "tiles", "ur", "recruits"]
KNOWN += ["quetta", "quetta-training", "sadat-on-balochistan", "2015-01", "1999-13", "35,66,5"]
KNOWN += ["__proto__", "toString", "NaN", "Infinity", "-1", "1e999", "0x1F", "%", "%00", "%FF"]
WORDS = st.text(max_size=30) | st.sampled_from(KNOWN) | st.floats().map(str)
VALUES = st.lists(WORDS, max_size=5).flatmap(
    lambda words: st.sampled_from([".", ",", "", "..", "&", "="]).map(lambda sign: sign.join(words))
)
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=8)
RUBBISH = st.text(max_size=200) | PAIRS.map(
    lambda pairs: "?" + "&".join(f"{name}={value}" for name, value in pairs)
)


@BATCHES
@given(batch=st.lists(RUBBISH, min_size=40, max_size=80))
def test_any_rubbish_gives_choices_and_a_link_that_needs_no_more_notices(
    codec: Codec, batch: list[str]
) -> None:
    for text, got in zip(batch, codec.evaluate(FROM_RUBBISH, batch), strict=True):
        assert set(got["state"]) == set(START), text
        assert all(isinstance(notice, str) and len(notice) < 200 for notice in got["notices"])
        assert got["linkAgain"] == got["link"], text
        assert got["noticesAgain"] == [], text
        assert got["state"]["place"] in [None, *(place["id"] for place in VIEW["places"])]


def test_what_other_parts_of_the_address_say_stays(codec: Codec) -> None:
    kept = codec.evaluate(
        """([state, kept]) => toQuery(state, atlas, kept)""",
        [
            {**START, "place": "quetta", "mention": "quetta-training"},
            "?edition=taliban-is-k&embed=true&place=turkey&from=2016-01",
        ],
    )
    assert kept == "edition=taliban-is-k&embed=true&place=quetta&mention=quetta-training"


def test_a_link_reads_as_what_it_holds(codec: Codec) -> None:
    state = {
        **START,
        "themes": [],
        "kinds": ["forecast", "recommendation"],
        "fromMonth": "2016-02",
        "undated": False,
        "claim": "hersh-on-pakistan",
        "route": "recruits",
        "leg": 2,
        "at": {"lat": 33.50001, "lon": -60.25, "zoom": 4.5},
        "tiles": True,
        "language": "fa",
    }
    assert codec.evaluate(THERE_AND_BACK, [state])[0]["link"] == (
        "themes=none&kinds=forecast.recommendation&from=2016-02&undated=no&claim=hersh-on-pakistan"
        "&route=recruits.3&at=33.5,-60.25,4.5&map=tiles&names=fa"
    )


def test_nothing_at_all_is_told_from_no_source_given_alone(codec: Codec) -> None:
    states = [{**START, "kinds": []}, {**START, "kinds": ["none"]}]
    back = codec.evaluate(THERE_AND_BACK, states)
    assert [one["link"] for one in back] == ["kinds=none", "kinds=none.none"]
    assert [one["state"] for one in back] == states


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("at=NaN,1e999,5", "map view, “NaN,1e999,5”"),
        ("at=1,2", "map view, “1,2”"),
        ("from=2024-13", "month, “2024-13”"),
        ("to=March", "month, “March”"),
        ("kinds=rumour", "kind of claim, “rumour”"),
        ("speakers=nobody", "speaker, “nobody”"),
        ("place=كويته\u202e🗺", "place, “كويته\u202e🗺”"),
        ("names=" + "x" * 60, "language, “" + "x" * 40 + "…”"),
    ],
)
def test_what_is_unknown_is_named_and_left_out(codec: Codec, text: str, unknown: str) -> None:
    got = codec.evaluate(FROM_RUBBISH, [text])[0]
    assert got["notices"] == [f"This link names an unknown {unknown}; it was ignored."]
    assert got["state"] == START


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("themes=&place=&from=&at=", {}),
        ("themes=bases.bases.attacks.bases", {"themes": ["bases", "attacks"]}),
        ("themes=attacks.bases", {"themes": ["bases", "attacks"]}),
        ("themes=" + ".".join(IDS["themes"]), {}),
        ("from=2024-03&to=2015-02", {"fromMonth": "2015-02", "toMonth": "2024-03"}),
        ("undated=NO&map=TILES&names=EN", {}),
        ("at=90,181,1", {"at": {"lat": 85, "lon": 180, "zoom": 2}}),
        ("route=recruits.0", {"route": "recruits"}),
        ("place=quetta&place=turkey", {"place": "quetta", "mention": "quetta-training"}),
        ("mention=turkey-travel", {"place": "turkey", "mention": "turkey-travel"}),
        (
            "place=quetta&mention=turkey-travel",
            {"place": "quetta", "mention": "quetta-training"},
        ),
    ],
)
def test_what_is_forgiven_and_how(codec: Codec, text: str, changes: dict[str, Any]) -> None:
    assert codec.evaluate(FROM_RUBBISH, [text])[0]["state"] == {**START, **changes}
