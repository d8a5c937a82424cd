"""What the console shows, as plain values: gathered here, put into words by the templates. No person of a ticket is ever read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from central.callers import Caller
from central.halls import service as halls
from central.halls.schemas import HallOut, LineOut, WindowOut
from central.help.service import RINGING
from central.pages import repository
from central.pages.moments import stamped
from central.queue import repository as queue
from central.unit import Unit

Names = Mapping[str, str]


@dataclass(frozen=True)
class Serving:
    """The ticket at the window. Why it goes first is shown, whose it is is not."""

    id: str
    number: str
    line: Names
    priority: Names | None
    evidence: str | None
    lang: str
    calls: int
    called_at: str
    paper: str | None
    paper_fault: str | None


@dataclass(frozen=True)
class HelpRow:
    id: str
    terminal: str
    doing: str
    ringing: bool
    at: str
    helper: str | None
    minutes: int | None


@dataclass(frozen=True)
class WindowCard:
    id: str
    label: str
    name: Names
    open: bool
    paused: str | None
    lines: tuple[LineOut, ...]

    @property
    def waiting(self) -> int:
        """How many wait for what this window serves."""
        return sum(line.waiting for line in self.lines)


@dataclass(frozen=True)
class Left:
    """The ticket that left the window last."""

    number: str
    outcome: str


@dataclass(frozen=True)
class Board:
    """A window with everything that its page shows."""

    window: WindowCard
    serving: Serving | None
    left: Left | None


def cards(hall: HallOut, caller: Caller) -> list[WindowCard]:
    """The windows at which the caller may work."""
    return [_card(hall, window) for window in hall.windows if caller.may_work_at(window.id)]


def board(unit: Unit, hall: HallOut, window: WindowOut) -> Board:
    return Board(_card(hall, window), _serving(unit, hall, window.id), _left(unit, hall, window.id))


def help_rows(unit: Unit, hall: HallOut) -> list[HelpRow]:
    return [
        HelpRow(
            id=rung.call.id,
            terminal=rung.terminal,
            doing=rung.call.doing,
            ringing=rung.call.state == RINGING,
            at=stamped(rung.call.rung_at),
            helper=rung.helper,
            minutes=rung.call.minutes,
        )
        for rung in repository.help_calls(unit.session, hall.id)
    ]


def _card(hall: HallOut, window: WindowOut) -> WindowCard:
    served = tuple(line for line in hall.lines if line.id in window.lines)
    return WindowCard(window.id, window.label, window.name, window.open, None, served)


def _serving(unit: Unit, hall: HallOut, window: str) -> Serving | None:
    ticket = queue.called_at(unit.session, hall.id, window)
    if ticket is None:
        return None
    call = queue.open_call(unit.session, ticket)
    paper = queue.last_print(unit.session, ticket.id)
    return Serving(
        id=ticket.id,
        number=ticket.number,
        line=next(line.name for line in hall.lines if line.id == ticket.line_id),
        priority=next((each.name for each in hall.priorities if each.id == ticket.priority), None),
        evidence=ticket.evidence,
        lang=ticket.lang,
        calls=call.recalls + 1,
        called_at=stamped(call.called_at),
        paper=None if paper is None else paper.outcome,
        paper_fault=None if paper is None else paper.fault,
    )


def _left(unit: Unit, hall: HallOut, window: str) -> Left | None:
    closed = repository.last_closed(unit.session, hall.id, window, halls.today(unit, hall.id))
    return None if closed is None else Left(*closed)
