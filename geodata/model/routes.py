"""Routes: claims that someone was to go from place to place; schematic, never a path."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from geodata.model.base import Line, Slug, Slugs, Value, refusal


class Leg(Value):
    """One step of a route, between two different places, with the verb of the text."""

    from_: Slug = Field(validation_alias="from")
    to: Slug
    verb: Line
    """What the text says of this step, such as "instructed to travel"."""
    mention: Slug
    """The mention at which the reader stands while on this leg."""

    @model_validator(mode="after")
    def _lead_somewhere(self) -> Leg:
        if self.from_ == self.to:
            raise refusal(f"The leg leads from {self.to!r} to itself.", "Correct `from` or `to`.")
        return self


class Route(Value):
    """A claim that names several places in an order."""

    id: Slug
    title: Line
    claim: Slug
    note: Line
    """What the drawing does not say."""
    notes: Slugs = ()
    """The editors' notes that bear on it, in the order in which they are to be read."""
    legs: Annotated[tuple[Leg, ...], Field(min_length=1, validation_alias="leg")]

    @model_validator(mode="after")
    def _hang_together(self) -> Route:
        for one, following in zip(self.legs, self.legs[1:], strict=False):
            if one.to != following.from_:
                raise refusal(
                    f"A leg ends at {one.to!r}, but the next begins at {following.from_!r}.",
                    "Let each leg begin where the one before ends.",
                )
        return self
