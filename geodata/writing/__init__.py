"""The one room that writes to disk: whole or not at all, one writer at a time in a folder.

Killed, interrupted, out of disk or run twice at once, what stood there before still stands, or
what was to stand there does (docs/design/2026-11-26-writes.md).
"""
