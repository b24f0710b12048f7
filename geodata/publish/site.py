"""Publish an edition as a folder that any web server, or a USB stick, can hold."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from geodata.model.edition import Edition
from geodata.model.errors import AddressError
from geodata.publish.formats import FORMATS, formats_of
from geodata.publish.preview import preview_png
from geodata.publish.single_page import PICTURE, FileBeside, single_page
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
    whole = folder_address(address) if address else ""
    reports = reports_to(errors_to)
    files = {
        format.file: (format.button, format.write(edition))
        for format in formats_of(edition)
        if format.id != "html"
    }
    beside = [FileBeside(name, title, len(data)) for name, (title, data) in files.items()]
    contents = {
        FORMATS["html"].file: single_page(edition, whole, beside, reports).encode(),
        **{name: data for name, (_, data) in files.items()},
        PICTURE: preview_png(edition),
    }
    write_folder(folder, contents)
    return tuple(folder / name for name in contents)


def folder_address(address: str) -> str:
    """Return the address of the folder that a page or a folder of the web stands for.

    Raises
    ------
    AddressError
        If it is none of the web.

    Examples
    --------
    >>> folder_address("https://www.example.org/atlas/index.html?edition=x#top")
    'https://www.example.org/atlas/'
    """
    if not re.fullmatch(r"https?://[^\s/]\S*", address.strip()):
        fault = f"address: {address!r} does not begin with https:// or http://."
        raise AddressError(f"{fault} Cure: Write it as https://www.example.org/atlas/.")
    parts = urlsplit(address.strip())
    folder, _, last = parts.path.rpartition("/")
    path = folder if re.search(r"\.html?$", last, re.IGNORECASE) else f"{folder}/{last}"
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/"
