"""JSON that can stand inside a script element."""

import json
from typing import Any


def script_json(value: Any) -> str:
    """Write compact JSON in which nothing can end a script element or begin markup.

    ``<``, ``>``, ``&`` and the two line separators that are no JSON white space are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
