"""The invented edition with markup for words: what must stay words wherever it is written.

Each word of the edition is replaced by signs of the same length, so that every position, and so
the shape of every page, stays as it was.
"""

from __future__ import annotations

import json
from pathlib import Path

from geodata.model.edition import Edition
from geodata.storage.load import load_edition
from tests.invented import ID, files

IN_TEXT = {
    "Anna Brook": "<script>\"'",
    "Lyon": "</p>",
    "Paris": "&amp;",
    "Alps": "<!--",
    "French": "<a b=c",
    " government ": " {{7*7}}{%x ",
    "Jo Field": "</style>",
}
"""Words of the article and of the edition, and what stands in their stead."""
LIMITATION = "</script><img src=x onerror=alert(1)>\"'`${1}\\ ]]> -->"
"""An editor's words that try to end whatever they are written into."""


def write_hostile(root: Path, publish: str = "full") -> Path:
    """Write the edition into ``root`` and return its folder."""
    folder = root / ID
    folder.mkdir(parents=True)
    for name, content in files().items():
        if name.endswith(".toml"):
            content = content.replace("She does not say which bridge.", _quoted(LIMITATION))
            content = content.replace('publish = "full"', f'publish = "{publish}"')
        for word, signs in IN_TEXT.items():
            content = content.replace(word, signs if name == "article.txt" else _quoted(signs))
        (folder / name).write_bytes(content.encode())
    return folder


def hostile_edition(root: Path, publish: str = "full") -> Edition:
    """Return the edition, loaded as any other."""
    return load_edition(write_hostile(root, publish))


def _quoted(text: str) -> str:
    """Return a text as it stands between the quotes of TOML and of JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]
