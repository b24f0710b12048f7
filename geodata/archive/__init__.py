"""Many texts at once: JSON lines to records, gone on with after a death, on one machine or more.

docs/archive.md says how to run it, what it writes, and what ten million articles cost.
"""
