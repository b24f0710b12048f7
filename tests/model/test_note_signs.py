"""Editors' notes are marked where they belong in the text, in its order."""

from geodata.model.article import Note
from geodata.model.cutting import Piece
from geodata.model.edition import Edition
from geodata.model.note_signs import note_marks, signed
from geodata.model.passages import article_blocks, note_numbers, notes_in_order
from geodata.model.quotes import TextQuote


def note(id: str, exact: str = "", prefix: str = "", suffix: str = "") -> Note:
    quote = TextQuote(exact=exact, prefix=prefix, suffix=suffix) if exact else None
    return Note(id=id, date="2020-02-01", text="Invented.", source="", quote=quote)


def with_notes(edition: Edition, *notes: Note) -> Edition:
    return edition.model_copy(update={"notes": notes})


def test_notes_are_numbered_as_they_stand_in_the_text_and_those_without_a_passage_come_last(
    invented: Edition,
) -> None:
    edition = with_notes(
        invented,
        note("whole"),
        note("inns", "Some inns"),
        note("carters", "carters", prefix="road.\n\nThe "),
    )
    assert note_numbers(edition) == {"carters": 1, "inns": 2}
    assert [one.id for one in notes_in_order(edition)] == ["carters", "inns", "whole"]
    assert note_marks(invented) == ((65, "carters"),)


def test_a_sign_stands_behind_a_mention_that_its_passage_ends_in(invented: Edition) -> None:
    edition = with_notes(invented, note("near", "stayed open"), note("alps", "inns near the"))
    signs = [piece for block in article_blocks(edition) for piece in block.pieces if piece.notes]
    assert [(piece.text, piece.notes) for piece in signs] == [
        ("near the Alps", ("alps",)),
        (" stayed open", ("near",)),
    ]


def test_what_a_note_cuts_keeps_its_claims_and_one_sign_for_each_note() -> None:
    pieces = [Piece("One two", claims=("a",)), Piece("three", mention="m")]
    marks = ((13, "first"), (13, "second"), (15, "inside"), (17, "later"), (18, "end"))
    assert list(signed(pieces, 10, marks)) == [
        Piece("One", claims=("a",), notes=("first", "second")),
        Piece(" t", claims=("a",), notes=("inside",)),
        Piece("wo", claims=("a",), notes=("later",)),
        Piece("three", mention="m", notes=("end",)),
    ]


def test_a_word_beside_a_mention_takes_the_sign_along_once(invented: Edition) -> None:
    edition = with_notes(invented, note("for", "left Lyon for"))
    groups = article_blocks(edition)[1].groups
    signs = [(p.text, p.notes) for group in groups for p in group if p.notes]
    assert signs == [(" for", ("for",))]


def test_what_is_withheld_has_no_sign(excerpts: Edition) -> None:
    assert note_numbers(excerpts) == {}
    assert [one.id for one in notes_in_order(excerpts)] == ["carters"]
