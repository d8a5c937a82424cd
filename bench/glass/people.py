"""A hall that answers at once, for walks at full speed: its lines, its tickets, and residents who are nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from itertools import count
from typing import Any

from devices.types import CardKind, Holder, PrintOutcome, PrintResult
from kiosk import failure
from kiosk.effects import CallHelper, CheckIn, Effect, IssueTicket, PrintTicket, RefreshHall
from kiosk.events import Event, HallKnown, HelpPlaced, TicketIssued, TicketPrinted
from kiosk.hall.messages import Hall, HallName, Line, PriorityClass, Ticket

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
BEGAN = datetime(2026, 3, 2, 1, 30, tzinfo=timezone.utc)


def _name(zh: str, en: str) -> HallName:
    return HallName((("zh", zh), ("en", en)))


LINES = tuple(
    Line(id, letter, _name(zh, en), _name(zh, en), True, i, ("1", "2"))
    for i, (id, letter, zh, en) in enumerate(
        (
            ("general", "A", "综合业务", "General services"),
            ("social", "B", "医保社保", "Health and social insurance"),
            ("civil", "C", "民政救助", "Civil affairs and relief"),
            ("veterans", "D", "退役军人事务", "Veterans"),
            ("errands", "E", "帮办代办", "Help and errands"),
        )
    )
)
CLASSES = (
    PriorityClass("elderly", _name("老年人", "Older person"), 65),
    PriorityClass("disabled", _name("残疾人", "Person with a disability")),
)
HALL = Hall("bench", _name("量一量便民服务中心", "Bench hall"), "0477-0000000", "Asia/Shanghai", "08:30–17:30", LINES, CLASSES)


def holders() -> Iterator[Holder]:
    """One after the other, each another person."""
    for number in count():
        name = SURNAMES[number % len(SURNAMES)] + chr(0x4E00 + number % 5000) + chr(0x4E00 + number * 7 % 5000)
        born = date(1940 + number % 60, 1 + number % 12, 1 + number % 28)
        yield Holder(CardKind.RESIDENT, name, f"000000{born:%Y%m%d}{number % 10000:04}", born)


class InstantHall:
    """Answers every effect in the caller's thread. ``paper`` draws a ticket, as for the printer."""

    def __init__(self, paper: Callable[[PrintTicket], object]) -> None:
        self._paper = paper
        self._numbers = count(1)

    def performers(self, effects: tuple[type, ...]) -> dict[type, Callable[[Any], Event | None]]:
        own: dict[type, Callable[[Any], Event | None]] = {
            IssueTicket: lambda one: TicketIssued(one.key, self._ticket(one.line)),
            CheckIn: lambda one: TicketIssued(one.key, self._ticket("general")),
            PrintTicket: self._print,
            CallHelper: lambda one: HelpPlaced(one.key, f"help-{next(self._numbers)}", False),
            RefreshHall: lambda one: HallKnown(HALL),
        }
        return {kind: own.get(kind, _nothing_known) for kind in effects}

    def _ticket(self, line: str) -> Ticket:
        number = next(self._numbers)
        of = next((one for one in LINES if one.id == line), LINES[0])
        qr = f"http://192.0.2.1/t/{number:022}"
        return Ticket(f"ticket-{number}", f"{of.letter}{number % 1000:03}", of, number % 9, 420, BEGAN, of.windows, None, qr)

    def _print(self, effect: PrintTicket) -> Event:
        self._paper(effect)
        return TicketPrinted(effect.ticket.id, PrintResult(PrintOutcome.PRINTED))


def _nothing_known(effect: Effect) -> Event | None:
    """What this hall has no answer for it answers as a service that is away."""
    return failure.answer_for(effect)
