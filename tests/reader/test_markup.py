"""Pages for readers: whatever an edition holds stays words, and never becomes markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from geodata.model.edition import Edition
from geodata.publish.single_page import FileBeside
from geodata.reader.bundle import STATIC
from geodata.reader.markup import TEMPLATES, edition_part, render
from geodata.reader.page_data import reader_view
from tests.export.everything import Page
from tests.hostile import IN_TEXT, LIMITATION, hostile_edition

PARTS = (
    *("article.html", "title.html", "overlay.html", "filters.html", "places.html", "claims.html"),
    *("ledger.html", "about.html", "data.html", "files.html"),
)
"""Templates that show an edition, or a part of one."""
ALONE: dict[str, dict[str, object]] = {
    "header.html": {"page": "read", "query": "{}"},
    "choice.html": {"editions": [{"id": "x", "title": "{}", "lines": ["{}"], "readable": True}]},
    "fault.html": {"heading": "{}"},
    "wrong_edition.html": {"asked": "{}"},
}
"""Templates that show words alone, and where those go in."""
FIRST = {"first.html", "first_head.html", "first_end.html"}
"""Templates of the first response: ``test_first_page.py``."""
OF_NUMBERS = {"full.html"}
"""Templates that nothing from outside goes into: ``tests/pages/test_full.py``."""
INCLUDED = {
    "data_words.html",
    "filters_claims.html",
    "filters_time.html",
    "links.html",
    "overview.html",
    "social.html",
}
DRAFT = "Draft: no named editor has yet compared this with the text and its sources"
SIGNS = "\"><script>alert('x')</script>"


@pytest.fixture
def hostile(tmp_path: Path) -> Edition:
    return hostile_edition(tmp_path / "hostile")


def part(template: str, edition: Edition) -> str:
    view = reader_view(edition)
    more = {"kinds": view["kinds"], "languages": view["languages"], "query": ""}
    more["files"] = [FileBeside("claims.csv", "Claims", 1234)]
    return edition_part(template, edition, **more)


def test_every_template_is_tried_here() -> None:
    names = {path.name for path in TEMPLATES.glob("*.html")}
    assert names == {*PARTS, *ALONE, *INCLUDED, *FIRST, *OF_NUMBERS, "single.html"}


@pytest.mark.parametrize("template", PARTS)
def test_an_edition_full_of_markup_gives_the_same_elements(
    template: str, invented: Edition, hostile: Edition
) -> None:
    wanted, found = Page(part(template, invented)), Page(part(template, hostile))
    assert len(wanted.elements) >= 3
    assert found.elements == wanted.elements


@pytest.mark.parametrize("template", ALONE)
def test_words_full_of_markup_give_the_same_elements(template: str) -> None:
    def page(words: str) -> Page:
        def put(value: object) -> object:
            if isinstance(value, str):
                return value.replace("{}", words)
            if isinstance(value, list):
                return [put(one) for one in value]
            if isinstance(value, bool):
                return value
            assert isinstance(value, dict)
            return {key: put(one) for key, one in value.items()}

        return Page(render(template, **{key: put(one) for key, one in ALONE[template].items()}))

    found = page(SIGNS)
    assert found.elements == page("words").elements
    assert SIGNS[:20] in "".join(found.texts + found.attributes)


def test_the_signs_are_shown_as_they_are_written(hostile: Edition) -> None:
    article = Page(part("article.html", hostile)).whole
    assert "“The bridge may be closed,” said <script>\"', a miller from </p>." in article
    assert "The <a b=c {{7*7}}{%x was silent; the\u00a0West looked on." in article
    claims = Page(part("claims.html", hostile)).whole
    assert LIMITATION in claims
    assert "According to <script>\"', a miller, quoted by the author" in claims
    assert "From </p> to &amp;" in Page(part("title.html", hostile)).whole


def test_signs_in_attributes_stay_in_them(hostile: Edition) -> None:
    titles = Page(part("article.html", hostile)).attributes
    assert IN_TEXT["Lyon"] in titles
    assert "The old bridge (inferred, not in the text); </p>" in titles


def test_every_mention_is_a_button_that_names_itself_and_its_places(invented: Edition) -> None:
    html = part("article.html", invented)
    assert html.count('class="mention outcome-') == 10  # two of them in the headline
    assert (
        '<button type="button" class="mention outcome-mapped" data-mention="bridge" '
        'data-place="old-bridge lyon" data-claims="bridge-closed" '
        'title="The old bridge (inferred, not in the text); Lyon">The bridge</button>'
    ) in html
    assert 'data-mention="west" data-place="" title="Not on the map: too vague to draw"' in html


def test_excerpts_say_where_words_are_left_out(excerpts: Edition) -> None:
    page = Page(part("article.html", excerpts))
    words = page.whole.split("are undated.")[1].split("Editors’ notes")[0]
    assert " ".join(words.split()) == (
        "[…] In May 2019 they left Lyon for Paris. “The bridge may be closed,” said Anna Brook, a "
        "miller from Lyon. Some inns near the Alps stayed open, a newspaper notes. The French "
        "government was silent […] Traders could return to Paris."
    )
    assert "Text left out: this edition publishes excerpts" in page.attributes


def test_a_note_does_not_quote_what_is_withheld(invented: Edition, excerpts: Edition) -> None:
    assert "“carters”: Written with two horses" in Page(part("article.html", invented)).whole
    assert "carters" not in Page(part("article.html", excerpts)).whole


def test_the_ledger_of_excerpts_counts_all_and_shows_what_is_published(excerpts: Edition) -> None:
    page = Page(part("ledger.html", excerpts)).whole
    assert (
        "10 mentions: 5 on the map, 2 other names for places on the map, 3 not on the map." in page
    )
    assert page.count("in a passage that this edition does not publish") == 3
    assert "the\u00a0West" not in page


def test_what_was_not_supplied_is_said(invented: Edition) -> None:
    for template in ("article.html", "about.html"):
        page = Page(part(template, invented)).whole
        assert "Publisher: not supplied. Date: not supplied. Web address: not supplied." in page


def test_claims_that_nobody_checked_are_called_so_at_once(invented: Edition) -> None:
    for template in ("title.html", "claims.html", "ledger.html", "about.html"):
        assert f"{DRAFT}." in Page(part(template, invented)).whole
    checked = invented.claims[0].model_copy(update={"status": "verified"})
    edition = invented.model_copy(update={"claims": (checked, *invented.claims[1:])})
    page = Page(part("title.html", edition)).whole
    assert "1 of 5 claims compared with the text and its sources by a named editor." in page
    assert DRAFT not in page


def test_about_names_the_source_and_licence_of_every_outline(invented: Edition) -> None:
    page = Page(part("about.html", invented)).whole
    assert page.count("Source: drawn by hand. Licence: public domain.") == 5
    assert "Inferred from: A map of 2018." in page
    assert "Disputed: A dispute invented for tests." in page


def test_a_value_that_a_template_lacks_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        render("fault.html")


def test_what_to_know_of_an_article_as_a_whole_comes_from_the_edition(invented: Edition) -> None:
    limits = ("Nobody from Lyon is <b>asked</b>.", "Most of it is of Paris.")
    article = invented.article.model_copy(update={"limits": limits})
    markup = part("about.html", invented.model_copy(update={"article": article}))
    page = Page(markup).whole
    assert "Nobody from Lyon is <b>asked</b>." in page
    assert "Most of it is of Paris." in page
    assert "<b>asked" not in markup
    assert "Lyon is" not in part("about.html", invented)


def test_nothing_of_the_first_edition_stands_before_readers_of_another(
    invented: Edition, first: Edition
) -> None:
    own = {first.article.title, "IS-K", "Taliban", "op-ed", "opinion piece"}
    own |= {place.title for place in first.places} | {one.name for one in first.speakers}
    pages = {name: part(name, invented) for name in PARTS}
    scripts = {
        path.name: path.read_text("utf-8")
        for path in (STATIC / "atlas").rglob("*.js")
        if path.parent.name != "bundle"
    }
    assert len(scripts) > 50
    found = {
        (name, word) for name, text in (pages | scripts).items() for word in own if word in text
    }
    assert found == set()


def test_a_claim_on_its_page_leads_to_the_notes_that_bear_on_it(noted: Edition) -> None:
    page = part("claims.html", noted)
    link = '<a href="./#note-carters" target="_self" data-note="carters">'
    assert f"The newspaper is not named ({link}see the editors’ note</a>)." in page
    assert f"{link}Editors’ note, 1 February 2020</a>" in page
    assert page.count("data-note") == 2
    article = part("article.html", noted)
    assert (
        'The carters<a class="note-sign" href="#note-carters" data-note="carters" '
        'data-number="1" aria-label="Editors’ note 1"></a> 🐎🐎 keep'
    ) in article
    back = (
        '<button type="button" class="note-back" data-sign="carters" '
        'aria-label="Note 1: go to its passage">1</button>'
    )
    assert f'<li id="note-carters" tabindex="-1">{back} <time' in article


def test_a_note_that_the_editors_infer_is_called_so(noted: Edition) -> None:
    inferred = noted.notes[0].model_copy(update={"inference": True})
    edition = noted.model_copy(update={"notes": (inferred,)})
    assert "Editors’ note (their inference), 1 February 2020" in part("claims.html", edition)
    assert "1 February 2020, the editors’ inference:" in Page(part("article.html", edition)).whole
    assert "inference" not in part("article.html", noted)


def test_pages_say_what_they_hold_as_it_is(invented: Edition) -> None:
    claims = Page(part("claims.html", invented)).whole
    assert "Every claim of “From Lyon to Paris”, those without a place too" in claims
    places = Page(part("places.html", invented)).whole
    assert "on the map; 1 of them is inferred, not named in the article." in places
    assert "All times, 2 undated" in Page(part("filters_time.html", invented)).whole
