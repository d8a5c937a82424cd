"""How many opinions there were, about what, and how they were answered. Pure; about the hall, not about its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, tzinfo

from central.opinions.rules import KINDS, TOPICS
from central.opinions.schemas import FiguresOut, OpinionRow

RIGHT = ("founded", "partly", "adopted")
Keys = Callable[[OpinionRow], Iterable[str]]


def figures(key: str, rows: list[OpinionRow], zone: tzinfo) -> FiguresOut:
    late = sum(row.urgency == "late" for row in rows)
    owed = [row for row in rows if row.due_on is not None and row.answered_at is not None]
    in_time = sum(_day(row, zone) <= row.due_on for row in owed if row.due_on is not None)
    return FiguresOut(
        key=key,
        told=len(rows),
        open=sum(row.state == "received" for row in rows),
        late=late,
        answered=sum(row.answered_at is not None for row in rows),
        in_time=in_time / (len(owed) + late) if owed or late else None,
        founded=sum(row.result in RIGHT for row in rows),
    )


def by(keys: Keys, rows: Iterable[OpinionRow], zone: tzinfo) -> list[FiguresOut]:
    """One for each key that there is, in the order of ``ORDER`` and then by name."""
    found: dict[str, list[OpinionRow]] = {}
    for row in rows:
        for key in keys(row):
            found.setdefault(key, []).append(row)
    return [figures(key, found[key], zone) for key in sorted(found, key=lambda key: (ORDER.get(key, len(ORDER)), key))]


ORDER: dict[str, int] = {
    key: place
    for place, key in enumerate(dict.fromkeys([*KINDS, *(each for kind in KINDS for each in TOPICS[kind])]))
}


def month(zone: tzinfo) -> Keys:
    return lambda row: (f"{row.told_at.astimezone(zone):%Y-%m}",)


def _day(row: OpinionRow, zone: tzinfo) -> date:
    assert row.answered_at is not None
    return row.answered_at.astimezone(zone).date()
