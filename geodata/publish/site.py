"""Publish an edition as a folder that any web server, or a USB stick, can hold."""

import re
from pathlib import Path

from geodata.model.edition import Edition
from geodata.model.errors import AddressError
from geodata.publish.formats import FORMATS
from geodata.publish.preview import preview_png
from geodata.publish.single_page import single_page
from geodata.reader.reports import reports_to
from geodata.writing.whole_folders import write_folder


def publish(
    edition: Edition, folder: Path, address: str = "", errors_to: str = ""
) -> tuple[Path, ...]:
    """Write the edition's page, its data in every format, and its preview picture.

    Parameters
    ----------
    edition
        The edition; with ``publish = "excerpts"`` only cited passages are written.
    folder
        Where to write; made if it is not there. Files of the same names are replaced, all of
        them or none.
    address
        Where the folder will stand on the web, for the previews of other sites; "" if not known.
    errors_to
        Where readers report errors: a ``mailto:`` or ``https:`` address; "" for nowhere.

    Returns
    -------
    files
        What was written.

    Raises
    ------
    OSError
        If the folder cannot be written.
    AddressError
        If the address is not one of the web, or errors cannot be reported to the other one.
    """
    if address and not re.fullmatch(r"https?://[^\s/]\S*", address):
        fault = f"address: {address!r} does not begin with https:// or http://."
        raise AddressError(f"{fault} Cure: Write it as https://www.example.org/atlas/.")
    whole = address.rstrip("/") + "/" if address else ""
    page = {"html": single_page(edition, whole, reports_to(errors_to)).encode()}
    contents = {
        format.file: page.get(format.id) or format.write(edition) for format in FORMATS.values()
    }
    contents["preview.png"] = preview_png(edition)
    write_folder(folder, contents)
    return tuple(folder / name for name in contents)
