"""Under which address the app stands: the operator's word, or the host that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.parts.address import address_of, set_address
from tests.invented import ID
from tests.pages.asking import ask, scope_of

pytestmark = pytest.mark.usefixtures("forgotten")


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ("www.example.org", "https://www.example.org/"),
        ("localhost:8501", "https://localhost:8501/"),
        ("[::1]:8501", "https://[::1]:8501/"),
        ('x"><script>', ""),
        ("example.org/evil", ""),
        ("user@example.org", ""),
        ("example.org:port", ""),
        ("", ""),
        ("n" * 300, ""),
    ],
)
def test_without_the_operators_word_it_is_the_host_that_was_asked(host: str, wanted: str) -> None:
    assert address_of(scope_of("/", headers={"host": host})) == wanted


def test_nobody_else_says_which_host_it_is() -> None:
    headers = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}
    assert address_of(scope_of("/", headers=headers)) == "https://www.example.org/"
    twice = scope_of("/")
    twice["headers"].append((b"host", b"evil.example"))
    assert address_of(twice) == ""


def test_a_path_that_the_app_is_mounted_under_belongs_to_it() -> None:
    assert address_of(scope_of("/m/", root_path="/m")) == "https://www.example.org/m/"


@pytest.mark.parametrize(
    "given", ["https://maps.example.com/atlas", "https://maps.example.com/atlas/"]
)
def test_the_operators_word_counts(
    editions_root: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_ADDRESS", given)
    text = ask(headers={"host": "evil.example"}).text
    assert f"https://maps.example.com/atlas/previews/{ID}.png" in text
    assert "evil.example" not in text


@pytest.mark.parametrize(
    "given", ["www.example.org", "javascript:alert(1)", "https://", 'https://x"y']
)
def test_a_wrong_word_is_refused_with_its_cure(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_ADDRESS", given)
    with pytest.raises(ValueError, match="is no address of the web"):
        set_address()
