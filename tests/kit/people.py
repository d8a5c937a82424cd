"""A hall, its lines and tickets, and invented residents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone

from devices.types import CardKind, Holder, Sex
from kiosk.hall.messages import Call, Hall, HallName, Line, PriorityClass, Ticket

ELDER = Holder(CardKind.RESIDENT, "张三丰", "152601195001020019", date(1950, 1, 2), Sex.MALE)
YOUNG = Holder(CardKind.RESIDENT, "欧阳翠花", "152602199003040026", date(1990, 3, 4), Sex.FEMALE)


def name(zh: str) -> HallName:
    return HallName((("zh", zh),))


GENERAL = Line("general", "A", name("综合"), name("各种证明"), True, 3, ("1", "2"))
SOCIAL = Line("social", "B", name("社保"), name("养老和医保"), True, 0, ("3",))
CIVIL = Line("civil", "C", name("民政"), name("低保和补贴"), False, 0, (), "14:30")

HALL = Hall(
    id="heelun",
    name=name("诃额伦街道便民服务中心"),
    phone="0470-0000000",
    zone="Asia/Shanghai",
    hours_today="08:30–12:00 14:30–17:30",
    lines=(GENERAL, SOCIAL, CIVIL),
    priorities=(
        PriorityClass("elderly", name("老年人"), 65),
        PriorityClass("soldier", name("军人")),
        PriorityClass("disabled", name("残疾人")),
    ),
)


def closed(hall: Hall) -> Hall:
    return replace(hall, hours_today="", lines=tuple(replace(line, open=False, opens_at=None) for line in hall.lines))


def ticket(number: str = "A023", line: Line = GENERAL, priority: str | None = None, ahead: int = 2) -> Ticket:
    return Ticket(
        id=f"ticket-{number}",
        number=number,
        line=line,
        ahead=ahead,
        estimated_wait_s=420,
        issued_at=datetime(2025, 3, 3, 1, 30, tzinfo=timezone.utc),
        windows=line.windows,
        priority=priority,
        qr=f"http://hall.example/t/{number}",
    )


def call(number: str, window: str = "2", at: datetime | None = None, recall: int = 0) -> Call:
    at = at or datetime(2025, 3, 3, 1, 30, tzinfo=timezone.utc)
    return Call(f"ticket-{number}", number, f"w{window}", window, name("综合窗口"), at, recall)
