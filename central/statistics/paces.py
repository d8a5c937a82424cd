"""The paces of all halls, in this process's memory, learned beside the hot path.

Who asks gets what is known and never waits for it: a look that is due begins in a thread of its own and serves the next one.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.orm import Session

from central.halls import repository as halls
from central.halls.rules import Rules
from central.queue.estimate import SLOT_S, Pace
from central.queue.order import NORMAL
from central.statistics import repository
from central.statistics.capacity import capacities
from central.statistics.learning import Habits, habits, waits_of

HISTORY = timedelta(days=56)
MOST = 15_000
"""Calls that are learned from, the latest: 0.3 s of work."""
LOOK_EVERY_S = 60
PAUSES = 3
"""Times as long as a look takes: what is learned at the start takes a quarter of a processor."""

log = logging.getLogger(__name__)


@dataclass(repr=False)
class _Known:
    """Of one hall. It holds for as many seconds as calls it was learned from: what a hall costs is the same however busy it is,
    and a new hall's first hours count at once."""

    zone: ZoneInfo
    habits: Habits
    calls: int
    learned_at: datetime
    paces: dict[tuple[str, int, int, int], Pace | None] = field(default_factory=dict)

    def holds(self, now: datetime) -> bool:
        return timedelta(0) <= now - self.learned_at < timedelta(seconds=max(LOOK_EVERY_S, self.calls))

    def pace(self, line: str, rank: int, now: datetime) -> Pace | None:
        local = now.astimezone(self.zone)
        slot, into_s = divmod(local.hour * 3600 + local.minute * 60 + local.second, SLOT_S)
        key = (line, rank, local.isoweekday(), slot)
        if key not in self.paces:
            self.paces[key] = self.habits.pace(line, rank, local)
        usual = self.paces[key]
        return None if usual is None else replace(usual, into_s=float(into_s))


class Paces:
    """``read`` runs a work on a session that changes nothing: ``Database.read``."""

    def __init__(self, read: Callable[[Callable[[Session], Any]], Any]) -> None:
        self._read = read
        self._known: dict[str, _Known] = {}
        self._under_way: set[str] = set()
        self._learner = ThreadPoolExecutor(max_workers=1, thread_name_prefix="central-paces")

    def of(self, hall: str, line: str, now: datetime, rank: int = NORMAL) -> Pace | None:
        """The pace of a line for a ticket of ``rank`` (queue.order) at this time of day. None while too little is known of it."""
        known = self._known.get(hall)
        if known is None or not known.holds(now):
            self._look_soon(hall, now)
        return None if known is None else known.pace(line, rank, now)

    def look(self, hall: str, now: datetime) -> None:
        """Learns from the past of a hall at once, when that is due."""
        known = self._known.get(hall)
        if known is None or not known.holds(now):
            self._known[hall] = self._read(lambda session: _learned(session, hall, now))

    async def acquaint(self, halls: Sequence[str], clock: Callable[[], datetime]) -> None:
        """Learns from the past of all halls when the service begins, one after the other and with pauses that leave most of the
        time to whoever asks meanwhile, so that the day's first numbers are told their wait."""
        for hall in halls:
            begun = time.monotonic()
            await run_in_threadpool(self._looked, hall, clock())
            await asyncio.sleep(PAUSES * (time.monotonic() - begun))

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
    row = halls.hall(session, hall)
    zone, rules = ZoneInfo(row.zone), Rules.model_validate(row.rules or {})
    since = now - HISTORY
    calls = repository.latest_calls(session, hall, since, now, MOST)
    at_work = {window.id: window.open and window.paused is None for window in halls.windows(session, hall)}
    changes = repository.window_changes(session, hall, since, now)
    capacity = capacities(changes, at_work, halls.window_lines(session, hall))
    return _Known(zone, habits(waits_of(calls, capacity, zone, rules), capacity, zone), len(calls), now)
