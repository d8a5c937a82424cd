"""Where somebody is who looks for what they came to do. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.flows.writing import Ink


@dataclass(frozen=True)
class Looking:
    """Any of the places below."""


@dataclass(frozen=True)
class Ways(Looking):
    """How to look: by letters, by writing, or by its domain."""


@dataclass(frozen=True)
class ByLetters(Looking):
    """``typed``: letters so far."""

    typed: str = ""


@dataclass(frozen=True)
class ByWriting(Looking):
    """``written``: the characters before the one that is being written."""

    ink: Ink = Ink()
    written: str = ""


@dataclass(frozen=True)
class ByDomain(Looking):
    """Choosing one of the domains that the hall has something in."""


@dataclass(frozen=True)
class Found(Looking):
    """Items to choose from: all of a ``domain``, or those that what was ``sought`` may mean. ``origin``: where "back" leads."""

    origin: ByLetters | ByWriting | ByDomain
    sought: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Shut(Looking):
    """An item is chosen whose line takes nobody now. ``origin``: where "back" leads."""

    item: str
    origin: ByLetters | Found
