"""What an article says, and where: a few lines that are made from its edition's records."""

from __future__ import annotations

from typing import Any

from geodata.model.edition import Edition
from geodata.storage.load import edition_folder, load_edition
from geodata.wording.overview import Overview, overview


def lines(made: Overview) -> list[str]:
    most = ", ".join(f"{place.title} ({count})" for place, count in made.most)
    return [made.whose, most, made.places, made.undated, made.unplaced]


def with_claims(edition: Edition, **changes: Any) -> Edition:
    claims = tuple(claim.model_copy(update=changes) for claim in edition.claims)
    return edition.model_copy(update={"claims": claims})


def test_the_first_edition_in_a_few_lines() -> None:
    made = overview(load_edition(edition_folder("taliban-is-k")))
    assert made.title == "What this article says, and where"
    assert made.editors == ""
    assert made.label == "The author recommends"
    assert [claim.id for claim in made.claims] == ["pressurize-the-taliban", "ease-some-sanctions"]
    assert lines(made) == [
        "37 of 46 claims are the author’s own, with no source given; 3 are of 3 named speakers; "
        "6 are of 6 unnamed speakers, who may be the same source.",
        "Afghanistan (14 claims), Pakistan (12 claims), Russia (6 claims)",
        "10 places named in the article, 1 inferred from outside.",
        "31 of 46 claims are undated.",
        "18 of 46 claims are without a place.",
    ]


def test_a_forecast_is_expected_where_nothing_is_recommended(invented: Edition) -> None:
    forecasts = with_claims(invented, form="authors-words", mode="forecast")
    made = overview(forecasts)
    assert made.label == "The author expects"
    assert [one.id for one in made.claims] == [c.id for c in forecasts.claims_in_text_order][:2]
    plain = overview(with_claims(invented, mode="statement"))
    assert (plain.label, plain.claims) == ("", ())


def test_several_authors_speak_in_the_plural(invented: Edition) -> None:
    article = invented.article.model_copy(update={"authors": ("Jo Field", "Kim Hill")})
    own = with_claims(invented, form="authors-words", mode="recommendation", source="none")
    made = overview(own.model_copy(update={"article": article}))
    assert made.label == "The authors recommend"
    assert made.whose == "5 of 5 claims are the authors’ own, with no source given."


def test_a_source_that_some_claims_have_is_not_denied(invented: Edition) -> None:
    made = overview(with_claims(invented, form="authors-words", source="named"))
    assert made.whose == "5 of 5 claims are the author’s own."


def test_what_the_editors_infer_is_counted_as_theirs(invented: Edition) -> None:
    made = overview(with_claims(invented, form="editors-inference"))
    assert made.whose == "0 of 5 claims are the author’s own; 5 are inferred by the editors."


def test_an_edition_without_claims_tells_of_its_places_alone(invented: Edition) -> None:
    made = overview(invented.model_copy(update={"claims": ()}))
    assert made.title == "What this article names, and where"
    assert (made.whose, made.undated, made.unplaced) == ("", "", "")
    place, count = made.most[0]
    assert (place.title, count) == ("Lyon", "3 mentions")


def test_the_editors_own_sentence_is_taken_over(invented: Edition) -> None:
    article = invented.article.model_copy(update={"overview": "On roads and bridges."})
    assert overview(invented.model_copy(update={"article": article})).editors == (
        "On roads and bridges."
    )
