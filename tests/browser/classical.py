"""Streamlit's command line as it was before it knew `st.App`: `python -m tests.browser.classical`.

Other hosts may start the script in this way; then nothing of ours stands around Streamlit.
"""

import sys
from pathlib import Path

from streamlit.web import cli
from streamlit.web.server import app_discovery


def _find_nothing(path: Path, app_name: str | None = None) -> app_discovery.AppDiscoveryResult:
    return app_discovery.AppDiscoveryResult(is_asgi_app=False, app_name=None, import_string=None)


if __name__ == "__main__":
    app_discovery.discover_asgi_app = _find_nothing
    sys.exit(cli.main())
