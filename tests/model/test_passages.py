"""The article cut into pieces: no word lost, no mention cut, nothing shown that is withheld."""

from __future__ import annotations

import pytest

from geodata.model.edition import Edition
from geodata.model.passages import BlockView, Piece, article_blocks, claim_quotes, note_words
from geodata.model.quotes import TextQuote
from tests.export.reading import rebuilt
from tests.invented import TEXT

LEFT, CLOSED = ("carters-left",), ("bridge-closed",)
SILENT, BACK, INNS = ("government-silent",), ("traders-return",), ("inns-open",)
LEFT_AND_CLOSED = (
    Piece("In May 2019 they left ", claims=LEFT),
    Piece("Lyon", mention="lyon-left", claims=LEFT),
    Piece(" for ", claims=LEFT),
    Piece("Paris", mention="paris-for", claims=LEFT),
    Piece(".", claims=LEFT),
    Piece(" "),
    Piece("“", claims=CLOSED),
    Piece("The bridge", mention="bridge", claims=CLOSED),
    Piece(" may be closed,” said Anna Brook, a miller from ", claims=CLOSED),
    Piece("Lyon", mention="lyon-miller", claims=CLOSED),
    Piece(".", claims=CLOSED),
)
OPEN_AND_SILENT = (
    Piece("Some inns ", claims=INNS),
    Piece("near the Alps", mention="alps", claims=INNS),
    Piece(" stayed open, a newspaper notes.", claims=INNS),
    Piece(" "),
    Piece("The ", claims=SILENT),
    Piece("French", mention="french", claims=SILENT),
    Piece(" government was silent", claims=SILENT),
)
RETURN = (
    Piece("Traders could return to ", claims=BACK),
    Piece("Paris", mention="paris-return", claims=BACK),
    Piece(".", claims=BACK),
)
GAP = Piece("", gap=True)


def test_the_whole_article_is_cut_at_mentions_and_quotes(invented: Edition) -> None:
    assert article_blocks(invented) == (
        BlockView(
            "title",
            "title",
            (
                Piece("From "),
                Piece("Lyon", mention="lyon-title"),
                Piece(" to "),
                Piece("Paris", mention="paris-title"),
            ),
        ),
        BlockView(
            "p1",
            "paragraph",
            (
                Piece("The carters", notes=("carters",)),
                Piece(" 🐎🐎 keep to the road. "),
                *LEFT_AND_CLOSED,
            ),
        ),
        BlockView(
            "p2",
            "paragraph",
            (
                *OPEN_AND_SILENT,
                Piece("; "),
                Piece("the\u00a0West", mention="west"),
                Piece(" looked on. "),
                *RETURN,
            ),
        ),
        BlockView("author", "byline", (Piece("Jo Field"),)),
    )


def test_of_excerpts_only_cited_passages_are_left_with_marks_for_the_gaps(
    excerpts: Edition,
) -> None:
    assert article_blocks(excerpts) == (
        BlockView("p1", "paragraph", (GAP, *LEFT_AND_CLOSED)),
        BlockView("p2", "paragraph", (*OPEN_AND_SILENT, GAP, *RETURN)),
    )


def test_no_word_of_a_shown_block_is_lost_or_doubled(first: Edition) -> None:
    views = {
        view.id: "".join(piece.text for piece in view.pieces) for view in article_blocks(first)
    }
    assert views == {
        block.id: block.position.of(first.article.text)
        for block in first.article.blocks
        if not block.repeats
    }


def test_groups_hold_the_same_words_in_the_same_order(first: Edition) -> None:
    for view in article_blocks(first):
        assert "".join(piece.text for group in view.groups for piece in group) == "".join(
            piece.text for piece in view.pieces
        )
        assert [piece.mention for group in view.groups for piece in group if piece.mention] == [
            piece.mention for piece in view.pieces if piece.mention
        ]


def test_a_gap_at_the_end_of_a_block_is_marked(excerpts: Edition) -> None:
    only = excerpts.model_copy(update={"claims": (excerpts.claim("carters-left"),)})
    (view,) = article_blocks(only)
    assert view.pieces == (GAP, *LEFT_AND_CLOSED[:5], GAP)


def test_marks_that_touch_a_mention_are_grouped_with_it(invented: Edition) -> None:
    groups = article_blocks(invented)[1].groups
    assert [[piece.text for piece in group] for group in groups] == [
        ["The carters"],
        [" 🐎🐎 keep to the road. "],
        ["In May 2019 they left "],
        ["Lyon"],
        [" for "],
        ["Paris", "."],
        [" "],
        ["“", "The bridge"],
        [" may be closed,” said Anna Brook, a miller from "],
        ["Lyon", "."],
    ]


@pytest.mark.parametrize(
    ("pieces", "groups"),
    [
        (
            ["in the anti-", "*Lyon", "-led group"],
            [["in the "], ["anti-", "Lyon", "-led"], [" group"]],
        ),
        (["*Lyon", "/", "*Paris", " road"], [["Lyon", "/", "Paris"], [" road"]]),
        (["*Lyon", "*Paris"], [["Lyon", "Paris"]]),
        (["one ", "*Lyon", " two"], [["one "], ["Lyon"], [" two"]]),
        (["nothing ", "named"], [["nothing "], ["named"]]),
        (["(", "*Lyon", "’s inns)"], [["(", "Lyon", "’s"], [" inns)"]]),
        ([], []),
    ],
)
def test_a_word_is_held_together_with_the_mention_inside_it(
    pieces: list[str], groups: list[list[str]]
) -> None:
    view = BlockView(
        "p1",
        "paragraph",
        tuple(
            Piece(text.removeprefix("*"), mention="m" if text.startswith("*") else None)
            for text in pieces
        ),
    )
    assert [[piece.text for piece in group] for group in view.groups] == groups


def test_pieces_keep_their_claims_when_a_word_is_cut_off_for_a_group() -> None:
    view = BlockView(
        "p1", "paragraph", (Piece("Lyon", mention="lyon"), Piece(", then", claims=("a", "b")))
    )
    assert view.groups == (
        (Piece("Lyon", mention="lyon"), Piece(",", claims=("a", "b"))),
        (Piece(" then", claims=("a", "b")),),
    )


def test_a_claims_quotes_mark_its_mentions_and_its_hedges(invented: Edition) -> None:
    assert claim_quotes(invented, invented.claim("bridge-closed")) == (
        (
            Piece("“", claims=CLOSED),
            Piece("The bridge", mention="bridge", claims=CLOSED),
            Piece(" ", claims=CLOSED),
            Piece("may", claims=CLOSED, hedge=True),
            Piece(" be closed,” said Anna Brook, a miller from ", claims=CLOSED),
            Piece("Lyon", mention="lyon-miller", claims=CLOSED),
            Piece(".", claims=CLOSED),
        ),
    )


def test_a_hedge_inside_a_mention_is_marked_and_the_mention_stays_one(
    invented: Edition,
) -> None:
    claim = invented.claim("bridge-closed").model_copy(update={"hedge": ("The", "may")})
    edition = invented.model_copy(
        update={"claims": tuple(claim if c.id == claim.id else c for c in invented.claims)}
    )
    (quote,) = claim_quotes(edition, claim)
    assert quote[1:4] == (
        Piece("The", mention="bridge", claims=CLOSED, hedge=True),
        Piece(" bridge", mention="bridge", claims=CLOSED),
        Piece(" ", claims=CLOSED),
    )
    pieces = [piece for block in article_blocks(edition) for piece in block.pieces]
    assert [piece.text for piece in pieces if piece.mention == "bridge"] == ["The bridge"]


def test_every_quote_of_a_claim_is_given_whole(first: Edition) -> None:
    for claim in first.claims:
        assert ["".join(piece.text for piece in quote) for quote in claim_quotes(first, claim)] == [
            quote.exact for quote in claim.quotes
        ]


def test_a_stretch_that_two_claims_quote_knows_both(invented: Edition) -> None:
    other = invented.claim("carters-left").model_copy(
        update={"id": "carters-again", "quotes": invented.claim("carters-left").quotes}
    )
    edition = invented.model_copy(update={"claims": (*invented.claims, other)})
    assert article_blocks(edition)[1].pieces[2] == Piece(
        "In May 2019 they left ", claims=("carters-left", "carters-again")
    )


def test_a_note_names_its_words_unless_they_are_withheld(
    invented: Edition, excerpts: Edition
) -> None:
    assert "carters" in TEXT
    assert note_words(invented, invented.notes[0]) == "carters"
    assert note_words(excerpts, excerpts.notes[0]) == ""


def test_a_note_on_a_cited_passage_names_its_words_in_excerpts_too(excerpts: Edition) -> None:
    cited = excerpts.notes[0].model_copy(update={"quote": excerpts.mention("alps").quote})
    assert note_words(excerpts, cited) == "near the Alps"
    assert note_words(excerpts, cited.model_copy(update={"quote": None})) == ""


def test_a_mention_that_a_quote_cuts_stays_one_piece_and_the_quote_whole(
    invented: Edition,
) -> None:
    cut = TextQuote(exact="In May 2019 they left Ly")
    claim = invented.claim("carters-left").model_copy(update={"quotes": (cut,), "places": ()})
    edition = rebuilt(invented, claims=(claim, *invented.claims[1:]))
    assert article_blocks(edition)[1].pieces[2:5] == (
        Piece("In May 2019 they left ", claims=LEFT),
        Piece("Lyon", mention="lyon-left"),
        Piece(" for "),
    )
    assert claim_quotes(edition, claim) == (
        (Piece("In May 2019 they left ", claims=LEFT), Piece("Ly", claims=LEFT)),
    )
