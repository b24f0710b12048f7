"""The command line with the geoparser's double, for tests that kill it."""

from __future__ import annotations

import sys

from geodata.__main__ import _run
from geodata.commands import geoparse
from tests.geoparse.double import open_double

if __name__ == "__main__":
    geoparse.opener = lambda own="": open_double
    sys.exit(_run())
