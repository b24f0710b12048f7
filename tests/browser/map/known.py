"""What the map's tests know of the world: their edition, and where some of its places lie."""

from tests.browser.server import ROOT

EDITION = ROOT / "geodata" / "editions" / "taliban-is-k"

# Longitude and latitude, WGS 84.
QUETTA = (67.00141, 30.18414)
INSIDE_BALOCHISTAN = (65.0, 28.0)
INSIDE_PUNJAB = (72.2, 29.9)
DESERT = (57.0, 33.0)  # in Iran, far from lines and names
ARABIAN_SEA = (63.0, 22.0)
