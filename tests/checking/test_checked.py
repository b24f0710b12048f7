"""A check tells what only a checked edition must have apart from what every edition must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.storage.check import check_edition
from geodata.storage.load import load_edition

TO_COMPARE = (
    "claims.toml: 5 of 5 claims are not compared with the text by a named person. "
    "Cure: Compare them, set their status, and list them in the log of changes.",
    "mentions.toml: 9 of 10 mentions are not compared with the text by a named person. "
    "Cure: Compare them, set their status, and list them in the log of changes.",
)


def change(folder: Path, file: str, *pairs: tuple[str, str]) -> None:
    """Replace the first occurrence of each stretch in one file."""
    text = (folder / file).read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (folder / file).write_text(text, "utf-8")


def test_a_draft_is_told_what_is_still_to_be_done(
    invented_folder: Path, editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert editions_root == invented_folder.parent
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [f"from-lyon-to-paris: for a checked edition: {one}" for one in TO_COMPARE]
    assert lines[-1] == "from-lyon-to-paris: no faults"


def test_limitations_may_be_left_out_empty_or_alike_in_a_draft(invented_folder: Path) -> None:
    change(
        invented_folder,
        "claims.toml",
        ('limitation = "She does not say which bridge."\n', ""),
        ('limitation = "The newspaper is not named."', 'limitation = "no source is given"'),
        ('limitation = "It is a forecast of the author\'s."', 'limitation = ""'),
    )
    edition = load_edition(invented_folder)
    assert [claim.limitation for claim in edition.claims] == [
        *("No source is given.", "", "no source is given", "It is not said whether anyone asked."),
        "",
    ]
    report = check_edition(invented_folder)
    assert report.faults == ()
    assert [str(one) for one in report.to_do] == [
        "claims.toml: claim inns-open: Its limitation is that of the claim carters-left too. "
        "Cure: Say what is weak about this claim in particular, or leave it empty.",
        *TO_COMPARE,
    ]


def test_a_claim_that_someone_has_checked_must_have_what_a_draft_may_lack(
    invented_folder: Path,
) -> None:
    status = 'From the sentence on May." }\nsaid = { edtf = "2019-22", basis = "inferred", '
    status += 'from = "When the article was written." }\nstatus = "unverified"'
    change(
        invented_folder,
        "claims.toml",
        ('limitation = "It is a forecast of the author\'s."', 'limitation = "No source is given"'),
        ('themes = ["trade", "roads"]', "themes = []"),
        (status, status.replace("unverified", "verified")),
    )
    change(
        invented_folder, "edition.toml", ('["paris-return"]', '["paris-return", "traders-return"]')
    )
    assert load_edition(invented_folder).claim("traders-return").status == "verified"
    assert [str(one) for one in check_edition(invented_folder).faults] == [
        "claims.toml: claim traders-return: It has no theme. "
        "Cure: Name one of the edition's themes.",
        "claims.toml: claim traders-return: Its limitation is that of the claim carters-left too. "
        "Cure: Say what is weak about this claim in particular, or leave it empty.",
    ]


def test_what_a_machine_proposed_is_counted_as_still_to_be_done(invented_folder: Path) -> None:
    path = invented_folder / "claims.toml"
    path.write_text(path.read_text("utf-8").replace("unverified", "proposed", 2), "utf-8")
    report = check_edition(invented_folder)
    assert report.faults == ()
    assert report.to_do[0].fault == (
        "5 of 5 claims are not compared with the text by a named person; "
        "2 of them a machine has proposed."
    )


def test_an_edition_that_cannot_be_loaded_is_told_its_faults_first(invented_folder: Path) -> None:
    (invented_folder / "themes.toml").write_text("[[theme]]\n", "utf-8")
    assert check_edition(invented_folder).to_do == ()
