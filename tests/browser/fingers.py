"""Fingers on a touch screen: dragging with one or two, which Playwright's own taps cannot do."""

from playwright.sync_api import Page

# A screen reports fingers once a frame; a busy machine draws frames late, and so must they come.
NEXT_FRAME = "() => new Promise((resolve) => requestAnimationFrame(resolve))"


class Fingers:
    """Touches the screen of a page as fingers do."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def drag(
        self, starts: list[tuple[float, float]], by: list[tuple[float, float]], steps: int = 10
    ) -> None:
        """Put one finger at each of ``starts`` and move each by its (x, y), CSS pixels, evenly."""
        self._send("touchStart", starts)
        for step in range(1, steps + 1):
            part = step / steps
            moved = [
                (x + dx * part, y + dy * part) for (x, y), (dx, dy) in zip(starts, by, strict=True)
            ]
            self._send("touchMove", moved)
            self._page.evaluate(NEXT_FRAME)
        self._send("touchEnd", [])

    def _send(self, kind: str, points: list[tuple[float, float]]) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
