"""Where somebody is who looks for what they came to do. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.flows.writing import Ink


@dataclass(frozen=True)
class Looking:
    """Any of the places below."""


@dataclass(frozen=True)
class Ways(Looking):
    """How to look: by letters, by writing, by its domain, by what happened or who one is, by what is asked for most,
    what is done at once, or what the village does."""


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
class ByEvent(Looking):
    """Choosing what happened in one's life, of all that the hall has a guide for."""


@dataclass(frozen=True)
class ByPeople(Looking):
    """Choosing who one is, in the same way."""


@dataclass(frozen=True)
class ByVillage(Looking):
    """Choosing a group of what villages handle."""


@dataclass(frozen=True)
class Found(Looking):
    """Items to choose from: all of a ``domain``, those that what was ``sought`` may mean, or those ``among`` which their guides
    stand ("event.birth", "person.elder", "village.relief", "asked", "whole"). ``origin``: where "back" leads."""

    origin: ByLetters | ByWriting | ByDomain | ByEvent | ByPeople | ByVillage | Ways
    sought: str = ""
    domain: str = ""
    among: str = ""


@dataclass(frozen=True)
class Shut(Looking):
    """An item is chosen whose line takes nobody now. ``origin``: where "back" leads."""

    item: str
    origin: Looking
