"""Where readers report an error: the address that a host sets, and what a report says at first."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from geodata.model.errors import AddressError

LONGEST: Final = 500
"""How many signs an address may have."""
_MAIL: Final = re.compile(r"mailto:[^\s@?&#<>\"'%]+@[A-Za-z0-9.-]+")
_WEB: Final = re.compile(r"https://[^\s<>\"'\\#]+")


def reports_to(given: str) -> str:
    """Return an address to which errors can be reported, looked into; "" where none is given.

    Raises
    ------
    AddressError
        If it is neither ``mailto:`` with one mailbox nor an ``https:`` address.

    Examples
    --------
    >>> reports_to(" mailto:editors@example.org ")
    'mailto:editors@example.org'
    """
    address = given.strip()
    if not address:
        return ""
    if len(address) <= LONGEST and (_MAIL.fullmatch(address) or _is_web(address)):
        return address
    fault = f"errors to: {address[:80]!r} is no address that errors can be reported to."
    raise AddressError(
        f"{fault} Cure: Write it as mailto:editors@example.org or https://example.org/report."
    )


def report_address(to: str, edition: str) -> str:
    """Return the address of a report on an edition as a whole, by its id.

    Examples
    --------
    >>> report_address("mailto:editors@example.org", "from-lyon-to-paris")
    'mailto:editors@example.org?subject=Error%20in%20from-lyon-to-paris'
    >>> report_address("https://example.org/report?form=1", "from-lyon-to-paris")
    'https://example.org/report?form=1&edition=from-lyon-to-paris'
    """
    if to.startswith("mailto:"):
        return f"{to}?subject={quote(f'Error in {edition}')}"
    return f"{to}{'&' if '?' in to else '?'}edition={quote(edition)}"


def _is_web(address: str) -> bool:
    if not _WEB.fullmatch(address):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
