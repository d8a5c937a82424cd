"""Codes that nobody has, typed at a machine: a few a minute are mistakes of the fingers, many are a search.

Kept in this process's memory: an attempt is not worth a write, and where several workers share a machine's requests each allows
as many. A code counts once, however often it is typed: who tries the same one again learns nothing new.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock

from central.errors import TooManyCodes

WITHIN = timedelta(minutes=1)
MOST = 5
"""Wrong codes of one machine within that time. Of 10^6 codes a search that keeps to it tries 0.7 % in a day."""


class Tries:
    """May be used from any thread; a unit of work that runs twice counts once."""

    def __init__(self) -> None:
        self._wrong: dict[str, dict[str, datetime]] = {}
        self._lock = Lock()

    def check(self, caller: str, now: datetime) -> None:
        """Raises ``TooManyCodes`` until a minute has passed since the first of too many."""
        with self._lock:
            if len(self._recent(caller, now)) >= MOST:
                raise TooManyCodes("many codes that nobody has were tried here: it may go on in a minute", "code")

    def wrong(self, caller: str, mark: str, now: datetime) -> None:
        """Nobody has the code with this keyed mark."""
        with self._lock:
            self._wrong[caller] = self._recent(caller, now) | {mark: now}

    def _recent(self, caller: str, now: datetime) -> dict[str, datetime]:
        return {mark: at for mark, at in self._wrong.get(caller, {}).items() if timedelta(0) <= now - at < WITHIN}
