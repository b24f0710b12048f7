"""The front door of the geoparser: its parts put together; not built in this version yet."""

from __future__ import annotations

from geodata.geoparse.contracts import Setting
from geodata.geoparse.errors import MissingModelError
from geodata.geoparse.values import Parse


class Geoparser:
    """Reads English texts."""

    version: str = "none"
    """Another one whenever results may be others: of the model, the gazetteer, the code."""

    def parse(self, text: str, setting: Setting = Setting()) -> Parse:
        """Propose what a text's names mean and who says what of them."""
        raise NotImplementedError


def open_geoparser(*, quotations: bool = True) -> Geoparser:
    """Load what a geoparser needs; without ``quotations`` it proposes no speakers."""
    raise MissingModelError("The geoparser is not built yet. Cure: Take a version that has it.")
