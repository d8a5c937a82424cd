"""The paces of all halls, in this process's memory, learned beside the hot path.

Who asks gets what is known and never waits for it: a look that is due begins in a thread of its own and serves the next one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from central.halls import repository as halls
from central.queue.estimate import Pace
from central.statistics import repository
from central.statistics.learning import Habits, Waited, habits, today_against, waits_of

LOOK_EVERY = timedelta(minutes=1)
LEARN_EVERY = timedelta(hours=1)
SMALL = 500
"""Calls; as long as a hall has fewer, all is learned again at each look."""
HISTORY = timedelta(days=56)
MOST = 5000
"""Calls that are learned from, the latest: 0.1 s of work."""
LATELY = timedelta(hours=2)
LATEST = 60
"""Calls that tell how today goes."""
IN_LINE = 15
"""Of these, waits of one line that count."""

log = logging.getLogger(__name__)


@dataclass(repr=False)
class _Known:
    """Of one hall."""

    zone: ZoneInfo
    habits: Habits
    calls: int
    learned_at: datetime
    looked_at: datetime
    lately: dict[str, list[Waited]]
    paces: dict[tuple[str, int, int], Pace | None] = field(default_factory=dict)

    def pace(self, line: str, now: datetime) -> Pace | None:
        local = now.astimezone(self.zone)
        key = (line, local.isoweekday(), local.hour)
        if key not in self.paces:
            usual = self.habits.pace(line, local)
            self.paces[key] = usual and Pace(usual.knots, today_against(usual, self.lately.get(line, ())))
        return self.paces[key]


class Paces:
    """``read`` runs a work on a session that changes nothing: ``Database.read``."""

    def __init__(self, read: Callable[[Callable[[Session], Any]], Any]) -> None:
        self._read = read
        self._known: dict[str, _Known] = {}
        self._under_way: set[str] = set()
        self._learner = ThreadPoolExecutor(max_workers=1, thread_name_prefix="central-paces")

    def of(self, hall: str, line: str, now: datetime) -> Pace | None:
        """The pace of a line at this time of day. None while too little is known of it."""
        known = self._known.get(hall)
        if known is None or not timedelta(0) <= now - known.looked_at < LOOK_EVERY:
            self._look_soon(hall, now)
        return None if known is None else known.pace(line, now)

    def look(self, hall: str, now: datetime) -> None:
        """Reads what is new of a hall, and learns from all of it when that is due."""
        before = self._known.get(hall)
        if before is None or before.calls < SMALL or not timedelta(0) <= now - before.learned_at < LEARN_EVERY:
            self._known[hall] = self._read(lambda session: _learned(session, hall, now))
        else:
            lately = self._read(lambda session: _lately(session, hall, now, before.zone))
            self._known[hall] = _Known(before.zone, before.habits, before.calls, before.learned_at, now, lately)

    def _look_soon(self, hall: str, now: datetime) -> None:
        if hall in self._under_way:
            return
        self._under_way.add(hall)
        try:
            self._learner.submit(self._looked, hall, now)
        except RuntimeError:  # closing: nobody needs it any more
            self._under_way.discard(hall)

    def _looked(self, hall: str, now: datetime) -> None:
        try:
            self.look(hall, now)
        except Exception:
            log.exception("the pace of a hall could not be learned; it is tried again")
        finally:
            self._under_way.discard(hall)

    def close(self) -> None:
        self._learner.shutdown(wait=True, cancel_futures=True)


def _learned(session: Session, hall: str, now: datetime) -> _Known:
    zone = ZoneInfo(halls.hall(session, hall).zone)
    calls = repository.latest_calls(session, hall, now - HISTORY, now, MOST)
    return _Known(zone, habits(waits_of(calls, zone)), len(calls), now, now, _lately(session, hall, now, zone))


def _lately(session: Session, hall: str, now: datetime, zone: ZoneInfo) -> dict[str, list[Waited]]:
    """The latest waits of each line, of those who had somebody before them."""
    found: dict[str, list[Waited]] = {}
    for wait in waits_of(repository.latest_calls(session, hall, now - LATELY, now, LATEST), zone):
        if wait.places > 1:
            found.setdefault(wait.line, []).append(wait)
    return {line: waits[-IN_LINE:] for line, waits in found.items()}
