"""The reader's page inside a frame of another page: acted on as if it stood alone."""

from typing import cast

from playwright.sync_api import Frame, Page

from tests.browser.atlas_page import AtlasPage
from tests.browser.recorder import Recorder


class FramedAtlas(AtlasPage):
    """The app in the frame ``#app`` of ``outer``; ``page`` is the document inside."""

    def __init__(self, outer: Page, recorder: Recorder) -> None:
        super().__init__(cast(Page, self._inside(outer)), recorder)
        self.outer = outer

    @staticmethod
    def _inside(outer: Page) -> Frame:
        element = outer.wait_for_selector("#app", state="attached")
        frame = element.content_frame() if element else None
        if frame is None:
            raise AssertionError("the outer page frames nothing")
        return frame

    def click_place(self, place_id: str) -> None:
        """Click on a place with the outer page's mouse, where it can really be hit."""
        self.outer.mouse.click(*self.hit_point(place_id))

    def scrolled(self) -> float:
        """Return by how many CSS pixels the outer page is scrolled down."""
        return float(self.outer.evaluate("() => scrollY"))

    def selected_link(self) -> str:
        """Return what stands selected in the focused field of the link box."""
        link: str = self.page.evaluate(
            """() => {
                 const field = document.activeElement;
                 return field.id === "atlas-link"
                   ? field.value.slice(field.selectionStart, field.selectionEnd) : "";
               }"""
        )
        return link
