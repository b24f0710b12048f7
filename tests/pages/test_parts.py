"""The reader's screen as it is sent: as data of one script, which nothing in it can end."""

from __future__ import annotations

import json
import re

from pages.parts.browser import parts_code

SIGNS = "</script><!--<script>\u2028 & “words”"


def test_parts_come_back_as_they_were_whatever_stands_in_them() -> None:
    parts = [("title", "before", SIGNS), ("text", "after", "<p>x</p>")]
    code = parts_code(parts)  # type: ignore[arg-type]  # literals, seen as words
    assert code.count("<script") == code.count("</script>") == 2
    data = re.search(r'id="atlas-parts">(.*?)</script>', code, re.S)
    assert data
    assert [tuple(part) for part in json.loads(data[1])] == parts
