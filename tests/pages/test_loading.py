"""What was made of an edition is not shown with another loading of it."""

from pathlib import Path

from geodata.storage.load import load_edition
from pages.parts.first import first_text_of
from pages.parts.loading import loading


def test_an_edition_that_is_read_again_has_another_number(invented_folder: Path) -> None:
    one, again = load_edition(invented_folder), load_edition(invented_folder)
    assert loading(one) == loading(one)
    assert loading(one) != loading(again)


def test_the_first_response_is_that_of_the_edition_read_last(invented_folder: Path) -> None:
    before = load_edition(invented_folder)
    after = before.model_copy(update={"article": before.article.model_copy(update={"authors": ()})})
    texts = [first_text_of(loading(one), one).description for one in (before, after)]
    assert texts[0].startswith("By ")
    assert not texts[1].startswith("By ")
