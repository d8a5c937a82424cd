"""代办: a mandate as a terminal has it from the service, and the forms that a hall prints of it. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.hall.names import HallName


@dataclass(frozen=True)
class Handed:
    """A material that is handed over."""

    name: HallName
    original: bool
    copies: int


@dataclass(frozen=True)
class MandateReceipt:
    """What the service answers to whoever gave it. ``code``: on the receipt, with the end of the card's number it opens the
    progress. ``signed`` False: a draft, which somebody of the staff completes; then there is no ``due_on`` yet."""

    id: str
    number: str
    code: str = field(repr=False)
    signed: bool
    item: HallName
    made_at: datetime
    due_on: date | None
    papers: tuple[Handed, ...] = ()


@dataclass(frozen=True)
class Took:
    """One step of a mandate's course. ``act``: the service's word for it; ``with_whom``: the office or the agent it went to, or
    what carried it; ``outcome``: with what it came back from another hall, the service's word too."""

    at: datetime
    act: str
    who: str
    with_whom: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Place:
    """An office that has it now. ``hall``: one where somebody takes it over by name, ``taken_by``; "" until then."""

    office: str
    hall: bool = False
    taken_by: str = ""


@dataclass(frozen=True)
class Mandate:
    """How far it is, for whoever holds the receipt. ``state``, ``way`` and ``outcome``: the service's words. ``agent``: the id by
    which they are among the staff on show. ``wanted``: what is still missing, and by when; nothing once it has come.
    ``offered``: the result lies before them, and they sign for it. ``places``: where it lies beside its agent."""

    id: str
    number: str
    state: str
    item: HallName
    made_at: datetime
    due_on: date | None
    late: bool
    agent: str
    agent_name: str
    steps: tuple[Took, ...]
    wanted: tuple[str, ...] = ()
    wanted_until: date | None = None
    outcome: str = ""
    way: str = ""
    carrier: str = ""
    tracking: str = field(default="", repr=False)
    offered: bool = False
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Row:
    """``fact``: the service's word for what is filled in; ``name``: what stands before it."""

    fact: str
    name: HallName


@dataclass(frozen=True)
class Form:
    """What a hall prints: ``rows``, what was handed over if ``papers``, then ``words``, each a paragraph."""

    title: HallName
    rows: tuple[Row, ...]
    papers: bool
    words: tuple[HallName, ...]


@dataclass(frozen=True)
class Forms:
    """委托单, whose words are what one agrees to; 回执; 办结单, whose words are signed when the result has come."""

    mandate: Form
    receipt: Form
    closing: Form


@dataclass(frozen=True)
class OnFile:
    """What whoever laid a card need not tell or bring again, if they agree. ``phone_end``: the last four digits of the telephone
    that they left with their last mandate, "" without one; ``papers``: ids of the guide's materials of which a valid copy lies
    there."""

    phone_end: str = field(default="", repr=False)
    papers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """The latest first. ``forms`` None: they could not be had, so nothing can be printed."""

    mandates: tuple[Mandate, ...]
    forms: Forms | None = None
