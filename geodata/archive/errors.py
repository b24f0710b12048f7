"""What stops a run over many texts; a bad line does not, it is told and set aside."""

from geodata import AtlasError


class ArchiveError(AtlasError):
    """A run over many texts cannot begin or go on; the message says why, and the cure."""


class InputError(ArchiveError):
    """The file of the texts cannot be read, or changed meanwhile."""


class ResumeError(ArchiveError):
    """What was begun there was begun with something else, and must not be mixed with it."""


class MissingPackagesError(ArchiveError):
    """A package is not installed that only archives need."""


class WorkersError(ArchiveError):
    """The workers cannot be had, were lost, or do not have this version."""


class LineError(ArchiveError):
    """A line, or what a command is told of a text, does not say what it must."""

    def __init__(self, fault: str, cure: str) -> None:
        """Keep what is wrong, and what to do about it."""
        super().__init__(f"{fault} Cure: {cure}")
        self.fault, self.cure = fault, cure
