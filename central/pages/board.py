"""What the console shows, as plain values: gathered here, drawn by the templates. No person of a ticket is ever read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from central.callers import Caller
from central.halls import service as halls
from central.halls.schemas import HallOut, WindowOut
from central.help.service import RINGING
from central.pages import repository
from central.pages.words import DOING, EVIDENCE, LANGUAGE, OUTCOME, paper_trouble
from central.queue import repository as queue
from central.unit import Unit


@dataclass(frozen=True)
class LineRow:
    id: str
    letter: str
    name: str
    waiting: int
    open: bool
    opens_at: str | None
    mine: bool
    """The window serves it."""


@dataclass(frozen=True)
class Serving:
    """The ticket at the window. Why it goes first is shown, whose it is is not."""

    id: str
    number: str
    line: str
    priority: str | None
    evidence: str | None
    lang: str | None
    calls: int
    called_at: str
    paper: str | None


@dataclass(frozen=True)
class HelpRow:
    id: str
    terminal: str
    doing: str | None
    ringing: bool
    at: str
    helper: str | None
    minutes: int | None


@dataclass(frozen=True)
class WindowCard:
    id: str
    label: str
    name: str
    open: bool
    lines: tuple[str, ...]
    waiting: int
    """How many wait for what this window serves."""


@dataclass(frozen=True)
class Board:
    """A window with everything that its page shows."""

    window: WindowCard
    serving: Serving | None
    lines: tuple[LineRow, ...]
    last: str


def moment(value: datetime) -> str:
    return value.isoformat(timespec="seconds").replace("+00:00", "Z")


def cards(hall: HallOut, caller: Caller) -> list[WindowCard]:
    """The windows at which the caller may work."""
    return [_card(hall, window) for window in hall.windows if caller.may_work_at(window.id)]


def board(unit: Unit, hall: HallOut, window: WindowOut) -> Board:
    lines = tuple(
        LineRow(line.id, line.letter, line.name["zh"], line.waiting, line.open, line.opens_at, line.id in window.lines)
        for line in hall.lines
    )
    return Board(_card(hall, window), _serving(unit, hall, window.id), lines, _last(unit, hall, window.id))


def help_rows(unit: Unit, hall: HallOut) -> list[HelpRow]:
    return [
        HelpRow(
            id=rung.call.id,
            terminal=rung.terminal,
            doing=DOING.get(rung.call.doing),
            ringing=rung.call.state == RINGING,
            at=moment(rung.call.rung_at),
            helper=rung.helper,
            minutes=rung.call.minutes,
        )
        for rung in repository.help_calls(unit.session, hall.id)
    ]


def _card(hall: HallOut, window: WindowOut) -> WindowCard:
    served = [line for line in hall.lines if line.id in window.lines]
    names, waiting = tuple(line.name["zh"] for line in served), sum(line.waiting for line in served)
    return WindowCard(window.id, window.label, window.name["zh"], window.open, names, waiting)


def _serving(unit: Unit, hall: HallOut, window: str) -> Serving | None:
    ticket = queue.called_at(unit.session, hall.id, window)
    if ticket is None:
        return None
    call = queue.open_call(unit.session, ticket)
    paper = queue.last_print(unit.session, ticket.id)
    return Serving(
        id=ticket.id,
        number=ticket.number,
        line=next(line.name["zh"] for line in hall.lines if line.id == ticket.line_id),
        priority=next((each.name["zh"] for each in hall.priorities if each.id == ticket.priority), None),
        evidence=EVIDENCE.get(ticket.evidence or ""),
        lang=LANGUAGE.get(ticket.lang),
        calls=call.recalls + 1,
        called_at=moment(call.called_at),
        paper=None if paper is None else paper_trouble(paper.outcome, paper.fault),
    )


def _last(unit: Unit, hall: HallOut, window: str) -> str:
    closed = repository.last_closed(unit.session, hall.id, window, halls.today(unit, hall.id))
    return "" if closed is None else f"上一个 {closed[0]} {OUTCOME.get(closed[1], '')}"
