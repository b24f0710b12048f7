"""Editions in other formats: one module a format, each with ``export(edition) -> bytes``.

A format carries everything that the edition knows, with attribution and rights, and nothing of
the text that the edition does not publish. The same edition always gives the same bytes. All of
them, and the page, are registered in ``geodata.publish.formats``.
"""
