"""What the calls of a day say about the people who were called. Pure.

- A wait ends with a ticket's first call, and again with the first call after a transfer; the second begins with the transfer.
  Who comes back after a no-show, or from a pause for a paper (parked), isn't kept waiting by the hall: that is no wait.
  It counts where the ticket was called, and at the hour in which it began.
- A service is the time at one line's windows from call to close; its parts before and after a parking are one, counted where it
  ended. A transfer ends one service and begins another. A service that was only closed when its day was over has no length:
  nobody pressed the key.
- Served is who was finished, once, at the line and window of that call. A ticket that was transferred is served once.
- A no-show is a ticket whose last call found nobody, at that call. Who came after all is none.
- A call that was undone never was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    WAITED = "waited"
    SERVICE = "service"
    SERVED = "served"
    TRANSFERRED = "transferred"
    NO_SHOW = "no_show"


class DayTicket(NamedTuple):
    """A ticket as stored. ``line``: where it waited at last; ``issued_line``: whose number it bears."""

    id: str
    issued_line: str
    line: str
    priority: str | None
    issued_at: datetime
    state: str


class DayCall(NamedTuple):
    """A call as stored."""

    ticket: str
    line: str
    window: str
    called_at: datetime
    closed_at: datetime | None
    outcome: str | None
    waited_s: int


class Fact(NamedTuple):
    """``seconds``: of a wait or a service."""

    kind: Kind
    ticket: str
    line: str
    window: str
    at: datetime
    seconds: int = 0


def facts(calls: Iterable[DayCall]) -> Iterator[Fact]:
    """Of one day's calls, by growing moment."""
    of_ticket: dict[str, list[DayCall]] = {}
    for call in calls:
        if call.outcome != "undone":
            of_ticket.setdefault(call.ticket, []).append(call)
    for one in of_ticket.values():
        yield from _waits(one)
        yield from _services(one)
        if one[-1].outcome == "no_show":
            yield _fact(Kind.NO_SHOW, one[-1], one[-1].called_at)


def _waits(calls: list[DayCall]) -> Iterator[Fact]:
    first = calls[0]
    yield _fact(Kind.WAITED, first, first.called_at - timedelta(seconds=first.waited_s), first.waited_s)
    for before, call in zip(calls, calls[1:]):
        if before.outcome == "transferred" and before.closed_at is not None:
            yield _fact(Kind.WAITED, call, before.closed_at, _seconds(before.closed_at, call.called_at))


def _services(calls: list[DayCall]) -> Iterator[Fact]:
    so_far, whole = 0, True
    for call in calls:
        if call.closed_at is None or call.outcome == "no_show":
            continue
        whole = whole and call.outcome != "day_end"
        so_far += _seconds(call.called_at, call.closed_at)
        if call.outcome == "parked":
            continue
        if whole:
            yield _fact(Kind.SERVICE, call, call.called_at, so_far)
        yield _fact(Kind.TRANSFERRED if call.outcome == "transferred" else Kind.SERVED, call, call.called_at)
        so_far, whole = 0, True


def _fact(kind: Kind, call: DayCall, at: datetime, seconds: int = 0) -> Fact:
    return Fact(kind, call.ticket, call.line, call.window, at, seconds)


def _seconds(begins: datetime, ends: datetime) -> int:
    return max(0, round((ends - begins).total_seconds()))
