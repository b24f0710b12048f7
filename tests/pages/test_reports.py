"""The address for errors that a host sets is looked into at the start."""

import pytest

from pages.parts.reports import ERRORS_VARIABLE, errors_to


def test_what_the_host_sets_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ERRORS_VARIABLE, "mailto:editors@example.org")
    assert errors_to() == "mailto:editors@example.org"
    monkeypatch.delenv(ERRORS_VARIABLE)
    assert errors_to() == ""


def test_what_is_no_address_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ERRORS_VARIABLE, "javascript:alert(1)")
    with pytest.raises(ValueError, match="ARTICLE_ATLAS_ERRORS_TO: errors to: 'javascript"):
        errors_to()
