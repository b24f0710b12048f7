"""Settings of Hypothesis: no deadline, since the first example of a test imports libraries."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")
