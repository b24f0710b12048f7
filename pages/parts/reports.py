"""Where the host lets readers report errors; nothing is shown to them where none is set."""

import os
from typing import Final

from geodata.reader.reports import reports_to

ERRORS_VARIABLE: Final = "ARTICLE_ATLAS_ERRORS_TO"


def errors_to() -> str:
    """Return the address that the host has set, looked into; "" where none is set.

    Raises
    ------
    ValueError
        If what is set is no ``mailto:`` or ``https:`` address.
    """
    try:
        return reports_to(os.environ.get(ERRORS_VARIABLE, ""))
    except ValueError as error:
        raise ValueError(f"{ERRORS_VARIABLE}: {error}") from None
