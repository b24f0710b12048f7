"""The parts of the app's door: what stands around Streamlit, in the order that requests meet it."""

from typing import Final

from starlette.middleware import Middleware

from pages.parts.address import set_address
from pages.parts.closed import Closed
from pages.parts.descriptors import most_readers
from pages.parts.first import FirstResponse
from pages.parts.full import Full
from pages.parts.headers import OwnHeaders
from pages.parts.log import set_up_log
from pages.parts.map_frame import MapFrame
from pages.parts.policy import framing
from pages.parts.previews import PREVIEW_ROUTES
from pages.parts.reports import errors_to
from pages.parts.streets import STREETS_ROUTES, streets_file
from pages.parts.turns import Turns
from pages.parts.warm import warmed

__all__ = ["MIDDLEWARE", "ROUTES", "warmed"]

set_up_log()
# What is set wrongly is told at the start, not to the first reader.
set_address()
framing()
most_readers(0)
streets_file()
errors_to()

ROUTES: Final = (*PREVIEW_ROUTES, *STREETS_ROUTES)

MIDDLEWARE: Final = (
    Middleware(OwnHeaders),
    Middleware(Closed),
    Middleware(Full),
    Middleware(Turns),
    Middleware(MapFrame),
    Middleware(FirstResponse),
)
