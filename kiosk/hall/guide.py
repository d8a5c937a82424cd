"""办事指南: what a resident reads about an item, as a terminal has it from the service. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.hall.names import HallName


@dataclass(frozen=True)
class Question:
    """Answered with yes or no; what is answered decides which materials are needed."""

    id: str
    text: HallName


@dataclass(frozen=True)
class Material:
    """申请材料. ``source``: who issues it. ``how``: how and where it is had. ``needed_if``: the question and the answer to it with
    which it is needed; None: by everybody. ``on_the_spot``: what can be done about it in the hall. ``promise``: a signed promise
    may stand in for it (告知承诺). ``deadline_days``: working days within which it may follow. ``picture``: the service's word for
    a drawing of it. ``on_phone``: an electronic licence shown on a telephone counts as well."""

    id: str
    name: HallName
    original: bool = True
    copies: int = 0
    source: HallName | None = None
    how: HallName | None = None
    needed_if: tuple[str, bool] | None = None
    on_the_spot: HallName | None = None
    promise: bool = False
    deadline_days: int | None = None
    picture: str = "paper"
    on_phone: bool = False


@dataclass(frozen=True)
class Stage:
    """One step of the way (办理流程). ``days``: working days that it takes at most."""

    name: HallName
    place: HallName | None = None
    days: int | None = None


@dataclass(frozen=True)
class Fee:
    free: bool
    text: HallName
    basis: HallName | None = None


@dataclass(frozen=True)
class Place:
    name: HallName
    hours: HallName | None = None
    phone: str = ""


@dataclass(frozen=True)
class Asked:
    """常见问题."""

    question: HallName
    answer: HallName


@dataclass(frozen=True)
class Part:
    """An item that a bundle takes in, by the ``version`` of its guide."""

    item: str
    name: HallName
    version: int


@dataclass(frozen=True)
class Online:
    """Where it is filed online: the official ``address``, what that is called, and what to do there."""

    address: str
    name: HallName
    text: HallName | None = None


@dataclass(frozen=True)
class Guide:
    """One version of the guide of an item. Days are working days. ``events`` and ``people``: the service's words for when in a
    life, and by whom, it is looked for. ``asked``: 1 is what is asked for most; 0: not ranked. ``entrusted``: an agent
    may do it for a resident (代办). ``sample``: written for
    demonstration, and no office stands behind it. ``parts``: 一件事, the items that are done with it at once; ``questions`` and
    ``materials`` are those of all of them, each once. ``ones``: the service's words for what of it is one (一表申请, 一套材料 ...).
    ``village``: the group of what villages handle that it belongs to; "": they do not."""

    item: str
    name: HallName
    version: int
    effective_from: date
    summary: HallName
    result: HallName
    fee: Fee
    sample: bool = False
    immediate: bool = False
    regional: bool = False
    conditions: tuple[HallName, ...] = ()
    questions: tuple[Question, ...] = ()
    materials: tuple[Material, ...] = ()
    steps: tuple[Stage, ...] = ()
    statutory_days: int | None = None
    promised_days: int | None = None
    procedures: tuple[HallName, ...] = ()
    delivery: tuple[str, ...] = ()
    visits: int = 1
    places: tuple[Place, ...] = ()
    enquiry: str = ""
    complaints: str = ""
    faq: tuple[Asked, ...] = ()
    events: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    asked: int = 0
    entrusted: bool = False
    online: Online | None = None
    parts: tuple[Part, ...] = ()
    ones: tuple[str, ...] = ()
    village: str = ""
