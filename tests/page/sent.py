"""Read what a page sends to the browser, out of a page that was run by the tests."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def component_arguments(app: AppTest) -> list[dict[str, Any]]:
    """Return what the page sends to its components (the map): one dict each, in page order."""
    return [json.loads(one.proto.json_args) for one in app.get("component_instance")]


def component_data(app: AppTest) -> list[Any]:
    """Return what the page sends to its v2 components (the reader code), in page order."""
    return [json.loads(one.proto.json or "null") for one in app.get("bidi_component")]


def html(app: AppTest) -> str:
    """Return all HTML that the page sends by ``st.html``, in page order."""
    return "\n".join(one.proto.body for one in app.get("html"))
