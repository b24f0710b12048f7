"""The first response of an address: what it holds of which edition, and what never gets into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.model.edition import Edition
from geodata.reader.addresses import TITLES
from geodata.reader.first_card import Asked
from geodata.reader.first_page import FirstPage, first_page, first_words
from geodata.reader.first_text import MOST_TEXT, first_text
from geodata.reader.markup import render
from tests.export.everything import Page
from tests.export.reading import rebuilt
from tests.hostile import IN_TEXT, hostile_edition

AT = "https://www.example.org/atlas/"


def written(edition: Edition, asked: Asked | None = None, *words: str) -> FirstPage:
    return first_page(edition, first_text(edition), asked or Asked(), words)


def shown(first: FirstPage) -> str:
    """Return what a reader can read of it."""
    texts = Page(first.before).texts
    return " ".join(" ".join(texts).split())


def card(first: FirstPage) -> dict[str, str]:
    """Return what it tells other sites, by name."""
    lines = [line.split('content="') for line in first.head.splitlines() if "content=" in line]
    return {line[0].split('"')[1]: line[1].removesuffix('">') for line in lines}


@pytest.mark.parametrize("page", list(TITLES))
def test_every_page_says_that_the_map_is_loading_and_holds_the_article(
    invented: Edition, page: str
) -> None:
    words = shown(written(invented, Asked(page=page)))
    assert "the map is loading" in words.lower()
    assert "From Lyon to Paris" in words
    assert "In May 2019 they left Lyon for Paris. “The bridge may be closed,” said Anna" in words
    assert "the\u00a0West looked on. Traders could return to Paris." in " ".join(
        Page(written(invented, Asked(page=page)).before).texts
    )
    assert "Written in summer 2019 (inferred)." in words
    assert "Draft: no named editor has yet compared this with the text and its sources." in words


def test_an_edition_says_how_much_of_it_has_been_checked(invented: Edition) -> None:
    claims = (invented.claims[0].model_copy(update={"status": "verified"}), *invented.claims[1:])
    words = shown(written(rebuilt(invented, claims=claims)))
    assert "1 of 5 claims compared with the text and its sources by a named editor." in words
    assert "Draft" not in words


def test_a_repeated_block_stands_there_once(invented: Edition) -> None:
    assert shown(written(invented)).count("keep to the road") == 1


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (Asked(), "From Lyon to Paris – Article Atlas"),
        (Asked(page="claims"), "Claims: From Lyon to Paris – Article Atlas"),
        (Asked(place="lyon"), "Lyon: From Lyon to Paris – Article Atlas"),
        (Asked(page="places", place="lyon"), "Places: Lyon: From Lyon to Paris – Article Atlas"),
        (Asked(place="atlantis"), "From Lyon to Paris – Article Atlas"),
        (Asked(mention="atlantis"), "From Lyon to Paris – Article Atlas"),
    ],
)
def test_the_title_names_the_page_and_a_known_place(
    invented: Edition, asked: Asked, wanted: str
) -> None:
    assert f"<title>{wanted}</title>" in written(invented, asked).head


def test_other_sites_learn_of_the_edition(invented: Edition) -> None:
    found = card(written(invented, Asked(address=AT)))
    assert found["og:title"] == "From Lyon to Paris: the article on its map"
    assert found["og:type"] == "article"
    assert found["og:url"] == AT
    assert found["og:image"] == f"{AT}previews/from-lyon-to-paris.png"
    assert found["twitter:image"] == found["og:image"]
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:description"] == found["description"]
    assert found["description"].startswith(
        "By Jo Field. 10 mentions of places: 5 on the map, 2 other names for places on the map, "
        "3 not on the map; 5 claims"
    )
    assert found["description"].endswith("The map shows claims, not facts.")


def test_other_sites_learn_of_the_place_that_the_address_names(first: Edition) -> None:
    found = card(written(first, Asked(place="quetta", address=AT, several=True)))
    assert found["og:title"] == (
        "Quetta on the map of “The Taliban can contribute to the fight against IS-K”"
    )
    assert found["og:description"] == (
        "Capital of the Pakistani province of Balochistan. 1 claim by 1 speaker, 0 compared "
        "by a named editor, in “The Taliban can contribute to the fight against IS-K” by "
        "Georgi Asatrian. The map shows claims, not facts."
    )
    assert found["og:image"] == f"{AT}previews/taliban-is-k/quetta.png"
    assert found["og:url"] == f"{AT}?edition=taliban-is-k&amp;place=quetta"


def test_a_mention_stands_for_its_place(first: Edition) -> None:
    found = card(written(first, Asked(mention="quetta-training", address=AT)))
    assert found["og:image"] == f"{AT}previews/taliban-is-k/quetta.png"


def test_without_a_known_address_there_is_no_picture(invented: Edition) -> None:
    found = card(written(invented))
    assert found["twitter:card"] == "summary"
    assert not {"og:image", "og:url", "twitter:image"} & found.keys()


def test_links_name_the_edition_where_there_are_several(invented: Edition) -> None:
    assert 'href="./claims"' in written(invented).before
    several = written(invented, Asked(several=True)).before
    assert 'href="./claims?edition=from-lyon-to-paris"' in several


def test_inside_another_page_it_is_marked_as_such(invented: Edition) -> None:
    assert 'class="first first-read">' in written(invented).before
    embedded = written(invented, Asked(embedded=True)).before
    assert 'class="first first-read first-embedded">' in embedded
    map_only = written(invented, Asked(embedded=True, map_only=True)).before
    assert 'class="first first-read first-embedded first-map-only">' in map_only


def test_excerpts_show_the_cited_passages_and_nothing_else(excerpts: Edition) -> None:
    first = written(excerpts, Asked(place="lyon", address=AT))
    whole = first.head + first.before + first.after
    for withheld in ("keep to the", "the road", "looked on", "the\u00a0West", "🐎"):
        assert withheld not in whole
    words = shown(first)
    assert "[…] In May 2019 they left Lyon for Paris." in words
    assert "The French government was silent […] Traders could return to Paris." in words
    assert "This edition publishes excerpts" in words


def test_signs_stay_words(invented: Edition, tmp_path: Path) -> None:
    asked = Asked(address=AT, place="lyon")
    wanted, found = (
        written(invented, asked),
        written(hostile_edition(tmp_path / "hostile"), asked),
    )
    for part in ("head", "before", "after"):
        assert Page(getattr(found, part)).elements == Page(getattr(wanted, part)).elements
    assert IN_TEXT["Anna Brook"] in " ".join(Page(found.before).texts)
    assert "</p> on the map of “From </p> to &amp;”" in " ".join(Page(found.head).attributes)


def test_a_hostile_title_stays_in_its_tag(invented: Edition) -> None:
    signs = '"><script>alert(1)</script></title>'
    article = invented.article.model_copy(update={"title": signs})
    first = written(rebuilt(invented, article=article), Asked(page="about", address=AT))
    assert "<script>alert" not in first.head + first.before
    assert Page(first.head).elements == Page(written(invented, Asked(address=AT)).head).elements


def test_a_long_text_ends_after_a_whole_block_and_says_so(invented: Edition) -> None:
    text = "word " * (MOST_TEXT // 5 - 20)
    start = len(invented.article.text) + 2
    block = invented.article.blocks[2].model_copy(
        update={"id": "long", "start": start, "end": start + len(text)}
    )
    article = invented.article.model_copy(
        update={
            "text": f"{invented.article.text}\n\n{text}\n\n{text}",
            "blocks": (
                *invented.article.blocks,
                block,
                block.model_copy(
                    update={
                        "id": "longer",
                        "start": start + len(text) + 2,
                        "end": start + 2 * len(text) + 2,
                    }
                ),
            ),
        }
    )
    found = first_text(rebuilt(invented, article=article))
    assert not found.whole
    assert sum(len(words) for _, words in found.blocks) <= MOST_TEXT
    assert "The rest of the text comes with the map." in shown(
        first_page(invented, found, Asked(), ())
    )
    assert "The rest of the text" not in shown(written(invented))


def test_titles_and_descriptions_are_bounded(invented: Edition) -> None:
    article = invented.article.model_copy(
        update={"title": "long " * 400, "authors": ("Somebody " * 200,)}
    )
    found = card(written(rebuilt(invented, article=article), Asked(place="lyon", address=AT)))
    assert 190 < len(found["og:title"]) <= 200
    assert 295 < len(found["description"]) <= 300
    assert found["description"].endswith("…")


def test_it_has_one_id_its_own_and_nothing_that_the_app_looks_for(invented: Edition) -> None:
    html = written(invented).before
    assert html.count(" id=") == html.count(' id="atlas-first"') == 1
    for own in ("data-mention", "data-place", "data-block", "masthead", "st-key-", "atlas-page"):
        assert own not in html


def test_without_an_edition_it_shows_what_readers_are_told(invented: Edition) -> None:
    choice = render(
        "choice.html", editions=[{"id": "x", "title": "<b>One</b>", "readable": True, "lines": []}]
    )
    first = first_words(Asked(address=AT), (choice,))
    assert "Articles beside their maps. Choose one to read:" in shown(first)
    assert "&lt;b&gt;One&lt;/b&gt;" in first.before
    assert "the map is loading" in shown(first)
    assert card(first)["og:title"] == "Article Atlas"
    assert "og:image" not in card(first)


def test_a_notice_stands_above_the_article(invented: Edition) -> None:
    words = shown(written(invented, None, render("wrong_edition.html", asked="<i>")))
    assert words.index("unknown edition, “<i>”") < words.index("In May 2019")


def test_script_and_styles_can_stand_inside_the_page(invented: Edition) -> None:
    first = written(invented)
    assert [name for name, _ in Page(first.after).elements] == ["script", "script"]
    assert first.head.count("</style>") == 2  # its own, and the one for browsers without scripts
