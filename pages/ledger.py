"""All place names: every mention of a place in the text, mapped, merged or not mapped, and why."""

from pages.parts.shell import prose_page
from pages.parts.tables import show_tables

with prose_page("ledger") as edition:
    if edition:
        show_tables("ledger", edition)
