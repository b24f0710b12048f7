"""Data inside a page: any text comes back as it was, and none ends the element that holds it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.reader.folium_map import escaped_json
from geodata.reader.script_json import script_json
from tests.export.everything import Page

SIGNS = st.text(
    st.sampled_from('</script>{}%#&_!-"\\\u2028\u2029ab') | st.characters(exclude_categories=["Cs"])
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | SIGNS,
    lambda inner: st.lists(inner) | st.dictionaries(SIGNS, inner),
)


@pytest.mark.parametrize("write", [script_json, escaped_json])
@given(VALUES)
def test_a_value_inside_a_script_comes_back_and_ends_nothing(write, value) -> None:  # type: ignore[no-untyped-def]
    written = write(value)
    assert json.loads(written) == value
    assert not re.search("[<>&\u2028\u2029]", written)
    page = Page(f'<script type="application/json">{written}</script><p>after</p>')
    assert [name for name, _ in page.elements] == ["script", "p"]


@given(VALUES)
def test_nothing_in_the_maps_config_runs_as_a_template(value) -> None:  # type: ignore[no-untyped-def]
    written = escaped_json(value)
    assert not re.search(r"\{[{%#]", written)
    assert "_" not in written
