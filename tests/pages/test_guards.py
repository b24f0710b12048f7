"""What the door refuses, which component's pages go out, and what a browser may do on our pages."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit as st
from streamlit import file_util

from geodata.reader.bundle import inline
from pages.parts.closed import METRICS
from pages.parts.map_frame import COMPONENT
from pages.parts.policy import FRAMED_BY, framing, map_policy, page_policy
from tests.pages.asking import ask

FRAME = f"/component/{COMPONENT}/index.html"


def directive(policy: str, name: str) -> list[str]:
    """Return the sources of one directive of a policy."""
    found = dict(part.split(" ", 1) for part in policy.split("; "))
    return found[name].split()


@pytest.fixture
def fresh_framing() -> None:
    framing.cache_clear()


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "GET"])
def test_no_file_is_taken(method: str) -> None:
    answer = ask("/_stcore/upload_file/session/1", method=method)
    assert (answer.status, answer.text) == (403, "This app takes no files.")


def test_no_file_is_taken_under_a_path_either(monkeypatch: pytest.MonkeyPatch) -> None:
    own = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: "atlas" if key == "server.baseUrlPath" else own(key)
    )
    assert ask("/atlas/_stcore/upload_file/session/1", method="PUT").status == 403
    assert ask("/atlas/_stcore/health").status == 200


def test_the_servers_figures_are_the_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("/_stcore/metrics").status == 403
    monkeypatch.setenv(METRICS, "open")
    assert ask("/_stcore/metrics").status == 200


@pytest.mark.parametrize(
    "path", [FRAME, f"/component/{COMPONENT}/", f"/component/{COMPONENT}", f"/x/..{FRAME}"]
)
def test_the_maps_frame_begins_with_our_guard(path: str) -> None:
    answer = ask(path)
    first = re.search("<script.*?</script>", answer.text, re.DOTALL)
    assert first
    assert first[0] == f"<script>{inline('atlas/map/parent-only.js')}</script>"
    assert answer.headers["content-security-policy"] == map_policy()
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8", "image/svg+xml", ""])
def test_no_other_page_of_a_component_goes_out(kind: str) -> None:
    assert ask("/component/other.thing/index.html", kind=kind).status == 404


def test_the_components_other_files_go_out_as_they_are() -> None:
    answer = ask(f"/component/{COMPONENT}/static/js/main.js", kind="text/javascript")
    assert (answer.status, answer.text) == (200, "Streamlit’s own")


def test_a_page_runs_its_own_scripts_and_no_other() -> None:
    allowed = directive(page_policy(), "script-src")
    assert allowed[:2] == ["'self'", "blob:"]
    host = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    scripts = re.findall("<script>(.*?)</script>", host, re.DOTALL)
    scripts += [
        inline(f"atlas/page/{name}.js") for name in ("first", "lost", "start", "place-parts")
    ]
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
    assert allowed[2:] == [f"'sha256-{digest}'" for digest in digests]


def test_every_page_has_the_policy_and_no_file_has_it() -> None:
    page = ask("/anything", kind="text/html; charset=utf-8")
    assert page.headers["content-security-policy"] == page_policy()
    assert "content-security-policy" not in ask("/app/static/x.js", kind="text/javascript").headers


@pytest.mark.usefixtures("fresh_framing")
def test_all_may_frame_the_app_unless_the_host_names_who_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "frame-ancestors" not in page_policy()
    framing.cache_clear()
    monkeypatch.setenv(FRAMED_BY, "https://www.example.org 'self'")
    for policy in (page_policy(), map_policy()):
        assert directive(policy, "frame-ancestors") == ["https://www.example.org", "'self'"]
    framing.cache_clear()


@pytest.mark.usefixtures("fresh_framing")
@pytest.mark.parametrize("sites", ["www.example.org;", "*; script-src *", "javascript:x", "a\nb"])
def test_a_setting_that_names_no_site_is_told(monkeypatch: pytest.MonkeyPatch, sites: str) -> None:
    monkeypatch.setenv(FRAMED_BY, sites)
    with pytest.raises(ValueError, match=f"{FRAMED_BY} has .* Cure: write sites such as"):
        framing()
