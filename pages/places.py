"""Places: every place of the edition as a table, the map's equal for those who cannot see it."""

from pages.parts.shell import prose_page
from pages.parts.tables import show_tables

with prose_page("places") as edition:
    if edition:
        show_tables("places", edition)
