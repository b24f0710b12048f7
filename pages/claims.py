"""Claims: everything the article states, who says it and through whom, as a table."""

from pages.parts.shell import prose_page
from pages.parts.tables import show_tables

with prose_page("claims") as edition:
    if edition:
        show_tables("claims", edition)
