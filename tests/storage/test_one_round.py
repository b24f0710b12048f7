"""However many things are wrong with an edition, one check tells all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.storage.check import check_edition

Break = tuple[str, str, str, str]
"""A file, a stretch of it, what is put in its place, and what must then be said."""

BREAKS: tuple[Break, ...] = (
    ("claims.toml", 'said_by = "newspaper"\n', "", "inns-open: The key `said_by` is missing."),
    ("claims.toml", "Alps stayed", "Alps stay", "claim inns-open: The quote 'Some inns near"),
    ("claims.toml", '["Some"]', '["Some", "Never"]', "inns-open: The hedge 'Never' does not stand"),
    ("claims.toml", '["france"]', '["france", "gaul"]', "government-silent: It names the place 'g"),
    ("claims.toml", '"forecast"', '"guess"', "claim traders-return: `mode` is 'guess'."),
    ("claims.toml", '["trade", "roads"]', '["road"]', "traders-return: It names the theme 'road'"),
    (
        "claims.toml",
        'hedge = ["may"]',
        'hedge = ["new"]',
        "bridge-closed: The hedge 'new' does not",
    ),
    (
        "claims.toml",
        '["old-bridge", "lyon"]',
        '["lyon"]',
        "place old-bridge: No claim is about it.",
    ),
    ("mentions.toml", '"French"', '"Frensh"', "mention french: The quote 'Frensh' does not occur"),
    ("mentions.toml", '"less-certain"', '"perhaps"', "mention alps: `places[1].certainty` is 'per"),
    (
        "mentions.toml",
        'places = []\noutcome = "not-mapped"\nreading = "No d',
        'places = [{ id = "lyon", certainty = "likely" }]\noutcome = "not-mapped"\nreading = "No d',
        "mention west: The outcome is not-mapped, but it names the place 'lyon'.",
    ),
    (
        "mentions.toml",
        'reason = "too-vague"',
        'reason = ""',
        "west: The outcome is not-mapped, but",
    ),
    (
        "mentions.toml",
        'reading = "The city of Lyon."\nstatus = "unverified"',
        'reading = "The city of Lyon."\nstatus = "verified"',
        "mention lyon-left: Its status is verified, but no entry",
    ),
    ("edition.toml", 'publish = "full"', 'publish = "some"', "edition.toml: `publish` is 'some'."),
    ("edition.toml", 'exact = "carters"', 'exact = "cartes"', "note carters: The quote"),
    ("edition.toml", 'kind = "byline"', 'kind = "line"', "block author: `kind` is 'line'."),
    ("edition.toml", "end = 18", "end = 17", "No block holds the text 's'."),
    ("themes.toml", '"circle"', '"star"', "`shape` is 'star'."),
    ("route.toml", "verb =", "verbs =", "The key `leg[1].verbs` is not known."),
    ("places.geojson", '"Q90"', '"90"', "place paris: `wikidata` is '90'."),
    ("places.geojson", "[2.35, 48.86]", "[12.35, 48.86]", "place paris: It lies"),
)


def broken(folder: Path, breaks: tuple[Break, ...]) -> Path:
    """Break an edition in several ways at once."""
    for file, old, new, _ in breaks:
        content = (folder / file).read_bytes().decode()
        assert old in content, old
        (folder / file).write_bytes(content.replace(old, new, 1).encode())
    return folder


def test_all_that_is_wrong_is_told_in_one_round(invented_folder: Path) -> None:
    lines = check_edition(broken(invented_folder, BREAKS)).lines()
    hidden = [said for *_, said in BREAKS if not any(said in line for line in lines)]
    assert hidden == []


def test_only_what_is_wrong_is_told(invented_folder: Path) -> None:
    report = check_edition(broken(invented_folder, BREAKS))
    told = [str(fault) for fault in report.faults]
    beside = [one for one in told if not any(said in one for *_, said in BREAKS)]
    assert beside == [
        "route.toml: route carters: The key `leg[1].verb` is missing. Cure: Add `leg[1].verb`."
    ]


@pytest.mark.parametrize(
    ("cause", "hidden"),
    [
        # A slip of the pen in one record; what is wrong with the others is still told.
        (
            ("claims.toml", '"No source is given."', '"No source is given.', "It is not TOML"),
            ("claims.toml", 'hedge = ["could"]', 'hedge = ["would"]', "traders-return: The hedge"),
        ),
        (
            ("claims.toml", '"No source is given."', '"No source is given.', "It is not TOML"),
            ("claims.toml", "left Lyon for", "left Lyons for", "claim carters-left: The quote"),
        ),
        (
            ("mentions.toml", 'id = "french"', 'id = "alps"', "mention alps: The id stands twice."),
            ("claims.toml", '["paris"]', '["paris", "lyon"]', "It names the place lyon, which no"),
        ),
        (
            ("edition.toml", "publish = ", "publish ", "edition.toml: It is not TOML"),
            ("claims.toml", 'hedge = ["could"]', 'hedge = ["would"]', "traders-return: The hedge"),
        ),
        (
            ("places.geojson", '"Point"', '"Circle"', "The geometry is 'Circle'"),
            ("claims.toml", '["alpine-inns"]', "[]", "place alpine-inns: No claim is about it."),
        ),
    ],
)
def test_a_fault_does_not_hide_another(invented_folder: Path, cause: Break, hidden: Break) -> None:
    lines = check_edition(broken(invented_folder, (cause, hidden))).lines()
    assert [one[3] for one in (cause, hidden) if not any(one[3] in line for line in lines)] == []


@pytest.mark.parametrize(
    "cause",
    [
        ("claims.toml", '"No source is given."', '"No source is given.', "It is not TOML"),
        ("claims.toml", 'quotes = [{ exact = "In', 'quotes = { exact = "In', "It is not TOML"),
        ("mentions.toml", 'kind = "adjective"', 'kind = "adjective', "It is not TOML"),
        ("mentions.toml", 'quote = { exact = "Fr', 'quote = exact = "Fr', "It is not TOML"),
        ("route.toml", "verb =", "verb", "It is not TOML"),
        ("themes.toml", "title =", "title", "It is not TOML"),
        ("edition.toml", 'date = "2020-02-01"', "date = 2020-02-", "It is not TOML"),
    ],
)
def test_a_slip_of_the_pen_is_the_only_thing_told(invented_folder: Path, cause: Break) -> None:
    (fault,) = check_edition(broken(invented_folder, (cause,))).faults
    assert fault.file == cause[0]
    assert fault.fault.startswith("It is not TOML")


def test_warnings_are_told_beside_faults(invented_folder: Path) -> None:
    path = invented_folder / "places.geojson"
    collection = json.loads(path.read_text("utf-8"))
    for feature in collection["features"]:
        if feature["properties"]["id"] == "lyon":
            feature["properties"]["label_lat"] = 48.76
    path.write_text(json.dumps(collection), encoding="utf-8")
    report = check_edition(broken(invented_folder, (BREAKS[0],)))
    assert [fault.record for fault in report.faults] == ["claim inns-open"]
    assert [warning.record for warning in report.warnings] == ["place lyon"]
    assert report.ledger is None
