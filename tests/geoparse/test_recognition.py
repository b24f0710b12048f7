"""Which names are taken for places, and of what kind; without a model, and with what one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from geodata.geoparse.recognition.names import find_names
from geodata.geoparse.recognition.recogniser import NameRecogniser
from geodata.geoparse.values import Entity, Toponym
from tests.geoparse.made_up import made_up_lookup

LOOKUP = made_up_lookup()
RECOGNISER = NameRecogniser(None, LOOKUP)


def entities(text: str, **labels: str) -> list[Entity]:
    """Return a model's names: each word with its label, ``_`` for a blank."""
    found = []
    for word, label in labels.items():
        name = word.replace("_", " ")
        found.append(Entity(text.index(name), text.index(name) + len(name), label))
    return sorted(found, key=lambda one: one.start)


def kinds(text: str, **labels: str) -> dict[str, str]:
    """Return the names that are found, and their kinds."""
    return {one.text: one.kind for one in find_names(text, entities(text, **labels), LOOKUP)}


def flat(toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
    for one in toponyms:
        yield one
        yield from flat(one.parts)


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        ("Bombs fell on Quetta.", {"Quetta": "GPE"}, {"Quetta": "name"}),
        # Strong names are found without a model; weak ones need a word that says where.
        ("Trade with Pakistan grew.", {}, {"Pakistan": "name"}),
        ("Sales at Barton fell.", {}, {}),
        ("A fire near Barton burned.", {}, {"Barton": "name"}),
        ("Residents of Barton left.", {}, {"Barton": "name"}),
        ("The Barton police came.", {}, {"Barton": "name"}),
        # People and their titles.
        ("Mr. Barton said no.", {"Barton": "PERSON"}, {}),
        ("Near Barton, Barton said, it rained.", {"Barton": "GPE"}, {"Barton": "name"}),
        ("Ann Paris ran. Paris won.", {"Ann_Paris": "PERSON"}, {}),
        # A surname of the text is not a place, unless it is said where.
        ("Ann Barton ran. Barton won.", {"Ann_Barton": "PERSON"}, {}),
        # Demonyms, alone, before a body, and inside an organisation's name.
        ("Afghan farmers left.", {"Afghan": "NORP"}, {"Afghan": "adjective"}),
        ("The Afghan Army left.", {"The_Afghan_Army": "ORG"}, {"Afghan": "adjective"}),
        (
            "The Free Afghan Army left.",
            {"Free_Afghan_Army": "ORG"},
            {"Afghan": "organisation"},
        ),
        # Names inside other names.
        (
            "the University of Texas said",
            {"University_of_Texas": "ORG"},
            {"Texas": "organisation"},
        ),
        ("the Texas Tribune wrote", {"Texas_Tribune": "ORG"}, {}),
        # A list, and what a comma puts behind a name.
        (
            "from Paris, Barton and Quetta.",
            {"Paris": "GPE", "Quetta": "GPE"},
            {"Paris": "name", "Barton": "name", "Quetta": "name"},
        ),
        ("Ann Lee of Paris, Texas, won.", {}, {"Paris": "name", "Texas": "name"}),
        # Abbreviations are taken as they are written.
        ("moved to Paris, Tex. last May", {}, {"Paris": "name", "Tex.": "name"}),
        ("US troops left; let us go.", {}, {"US": "name"}),
        # Illnesses and common words.
        ("West Nile virus came.", {"West_Nile": "LOC"}, {}),
        ("Reading is good.", {}, {}),
        ("May came to Pakistan in March.", {"March": "DATE"}, {"Pakistan": "name"}),
        # A word behind a name may belong to it without a capital.
        ("beyond the Arab world", {}, {"Arab world": "name"}),
        # "County" belongs to a name that the gazetteer knows with it.
        ("the Henderson County clerk", {}, {"Henderson County": "name"}),
        # What the model calls a place and the gazetteer lacks stays, where the text agrees.
        ("floods in Zzyx and rain", {"Zzyx": "GPE"}, {"Zzyx": "name"}),
        ("Zzyx rose by 3 points", {"Zzyx": "GPE"}, {}),
        # Nor is it taken twice where the gazetteer knows it with what stands before it.
        ("in Henderson County Zzyx", {"County_Zzyx": "GPE"}, {"Henderson County": "name"}),
    ],
)
def test_a_name_is_judged_by_what_stands_around_it(
    text: str, labels: dict[str, str], found: dict[str, str]
) -> None:
    assert kinds(text, **labels) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BANTAM — A man was held.", {"BANTAM": "dateline"}),
        ("PARIS, Tex. (AP) - Rain fell.", {"PARIS": "dateline", "Tex.": "name"}),
        ("where Islamabad has never ruled", {"Islamabad": "metonym"}),
        ("Islamabad denied it.", {"Islamabad": "metonym"}),
        ("He lives in Islamabad now.", {"Islamabad": "name"}),
        ("ISIS Khorasan grew.", {"Khorasan": "organisation"}),
        ("the Khorasan branch of the group", {"Khorasan": "organisation"}),
        (
            "in southern Tajikistan",
            {"southern Tajikistan": "description", "Tajikistan": "name"},
        ),
        (
            "the southern part of Tajikistan",
            {"southern part of Tajikistan": "description", "Tajikistan": "name"},
        ),
        (
            "in the Afghan-Pakistani border region",
            {
                "Afghan-Pakistani border region": "description",
                "Afghan": "adjective",
                "Pakistani": "adjective",
            },
        ),
        (
            "along the border between Pakistan and Tajikistan",
            {
                "along the border between Pakistan and Tajikistan": "description",
                "Pakistan": "name",
                "Tajikistan": "name",
            },
        ),
        ("some western provinces", {"some western provinces": "description"}),
        (
            "Western Pakistani provinces",
            {"Western Pakistani provinces": "description", "Pakistani": "adjective"},
        ),
        ("presence in the region grew", {"region": "vague"}),
        ("the West and East", {"West and East": "vague"}),
        ("the region of Quetta", {"region of Quetta": "description", "Quetta": "name"}),
    ],
)
def test_a_use_and_a_description_have_their_kinds(text: str, found: dict[str, str]) -> None:
    assert {one.text: one.kind for one in flat(RECOGNISER.recognise(text))} == found


def test_spans_are_where_the_names_stand_in_the_text_as_it_is() -> None:
    text = "A\r\nb\x00 Quetta’s mayor, e\u0301 and 🌍 Pakistan"
    found = [(one.span.start, one.span.end, one.text) for one in RECOGNISER.recognise(text)]
    assert [text[start:end] for start, end, _ in found] == ["Quetta", "Pakistan"]
