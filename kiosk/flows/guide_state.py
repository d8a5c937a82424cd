"""Where somebody is who reads about an item, or finds out what they still need for it. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from devices.types import PrintResult
from kiosk.flows.find_state import ByLetters, Found, Looking
from kiosk.guide_pieces import Section
from kiosk.hall.guide import Guide


@dataclass(frozen=True)
class Paper:
    """A paper that was asked for. ``result`` is None while it is on its way."""

    id: str
    result: PrintResult | None = None


@dataclass(frozen=True)
class Guiding(Looking):
    """Any of the places below."""


@dataclass(frozen=True)
class GuideRead(Guiding):
    """``origin``: where the item was found. The guide is looked up anew for every view, so a change is seen at once."""

    item: str
    origin: ByLetters | Found
    section: Section = Section.SUMMARY
    paper: Paper | None = None


@dataclass(frozen=True)
class Checking(Guiding):
    """One question after the other, then one material after the other. ``guide`` is the version that it began with. ``held``: for
    each material so far, whether it is there. ``entrust``: somebody is to do it for them, once nothing is missing."""

    guide: Guide
    origin: GuideRead
    answers: tuple[tuple[str, bool], ...] = ()
    held: tuple[tuple[str, bool], ...] = ()
    entrust: bool = False


@dataclass(frozen=True)
class Record:
    """What became of the notice at the service. ``kept`` None: not known yet. ``number`` "": it waits to be sent."""

    key: str
    kept: bool | None = None
    number: str = ""
    second: bool = False


@dataclass(frozen=True)
class Noticed(Guiding):
    """All is answered: what is missing. ``record`` is None where nothing is, for then there is nothing to tell anybody."""

    checked: Checking
    record: Record | None = None
    paper: Paper | None = None
