"""All dependencies are under licences that we may use, and what is pinned is pinned by its hash."""

from __future__ import annotations

import pytest

from tests.licences import (
    ALLOWED,
    ALSO_FOR_CHECKS,
    ALSO_FOR_LANGUAGES,
    app_packages,
    is_allowed,
    language_licences,
    npm_licences,
    npm_packages,
    python_licences,
)


def test_the_app_needs_only_packages_under_allowed_licences() -> None:
    found = {name: python_licences()[name] for name in app_packages()}
    assert {name: one for name, one in found.items() if not is_allowed(one)} == {}


def test_the_checks_need_only_packages_under_allowed_licences() -> None:
    allowed = ALLOWED | ALSO_FOR_CHECKS
    found = {**python_licences(), **npm_licences()}
    assert {name: one for name, one in found.items() if not is_allowed(one, allowed)} == {}


def test_other_languages_are_read_by_packages_under_allowed_licences() -> None:
    allowed = ALLOWED | ALSO_FOR_LANGUAGES
    found = language_licences()
    assert {name: one for name, one in found.items() if not is_allowed(one, allowed)} == {}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("MIT AND AGPL-3.0-or-later", False),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT OR Apache-2.0 AND GPL-3.0-only", True),
        ("Apache-2.0 AND GPL-3.0-only OR SSPL-1.0", False),
        ("(MIT OR GPL-3.0-only)", False),
        ("LGPL-3.0-only", False),
        ("", False),
    ],
)
def test_a_forbidden_licence_is_found(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def test_every_npm_package_is_pinned_by_a_hash() -> None:
    marks = {path: str(one.get("integrity", "")) for path, one in npm_packages().items()}
    assert len(marks) > 50
    assert [path for path, mark in marks.items() if not mark.startswith("sha512-")] == []
