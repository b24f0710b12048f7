"""Run axe-core on a page and on the frames of the same origin inside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


@dataclass(frozen=True)
class Finding:
    """One thing that axe holds against the page."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]
    """CSS selectors of the elements; one inside a frame begins with the frame's selector."""

    def __str__(self) -> str:
        """Return rule, reason and the first elements, for a test's message."""
        return f"{self.impact} {self.rule}: {self.help} at {'; '.join(self.targets[:5])}"


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def grave_findings(page: Page) -> list[Finding]:
    """Return axe's serious and critical findings, in the page and its same-origin frames.

    Frames are tested from the page (axe talks to itself in them), so that rules about whole
    documents, such as the one for a page's title, are asked of the page and not of the map.
    """
    source = SOURCE.read_text(encoding="utf-8")
    for frame in page.frames:
        if _origin(frame.url) == _origin(page.url) or frame.url.startswith("about:"):
            frame.evaluate(source)
    violations: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
    )
    return [_finding(item) for item in violations if item["impact"] in GRAVE]


def _finding(item: dict[str, Any]) -> Finding:
    # A target is a list: frame selectors, then the element (itself a list inside a shadow tree).
    targets = tuple(
        " > ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])
        for node in item["nodes"]
    )
    return Finding(item["id"], item["impact"], item["help"], targets)
