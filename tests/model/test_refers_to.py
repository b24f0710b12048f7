"""A claim that speaks of "the attack" belongs to the mention that says where it was."""

from geodata.storage.load import edition_folder, load_edition


def test_a_claim_belongs_to_the_mention_that_its_words_go_back_to() -> None:
    edition = load_edition(edition_folder("taliban-is-k"))
    assert [m.id for m in edition.mentions_of_claim("attack-experts")] == ["russia-attack"]
    assert [c.id for c in edition.claims_of_mention("russia-attack")] == [
        "attack-in-russia",
        "attack-claimed-by-is-k",
        "attack-toll",
        "attack-investigation",
        "attack-experts",
    ]
