"""Whether the machines of the halls are there: each says once a minute how it is.

That is kept in this process's memory, and written down once a minute for all that said something: no request waits for a write.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from central.terminals import repository
from central.terminals.models import Terminal

if TYPE_CHECKING:
    from central.context import Context

SAID_EVERY = timedelta(minutes=1)
"""How often a machine says that it is there (kiosk/hall/presence.py)."""
AWAY_AFTER = 3 * SAID_EVERY
"""A machine that said nothing for so long isn't there: a lost request or a restart is no absence."""


@dataclass(frozen=True)
class Sighting:
    """``troubles``: what is wrong, by the name that the machine's configuration gives a device."""

    at: datetime
    version: str | None
    troubles: dict[str, str] = field(default_factory=dict)

    def is_there(self, now: datetime) -> bool:
        return now - self.at < AWAY_AFTER


class Presence:
    """May be used from any thread."""

    def __init__(self) -> None:
        self._seen: dict[str, Sighting] = {}
        self._unwritten: set[str] = set()
        self._lock = Lock()

    def note(self, machine: str, sighting: Sighting) -> None:
        with self._lock:
            self._seen[machine] = sighting
            self._unwritten.add(machine)

    def of(self, machine: Terminal) -> Sighting | None:
        """What it said last, to this process or to one that has written it down. None: it never said anything."""
        written = None
        if machine.seen_at is not None:
            written = Sighting(machine.seen_at, machine.version, dict(machine.troubles or {}))
        said = self._seen.get(machine.id)
        return max((each for each in (said, written) if each is not None), key=lambda each: each.at, default=None)

    def unwritten(self) -> dict[str, Sighting]:
        with self._lock:
            return {machine: self._seen[machine] for machine in sorted(self._unwritten)}

    def written(self, sightings: dict[str, Sighting]) -> None:
        with self._lock:
            self._unwritten -= {machine for machine, sighting in sightings.items() if self._seen[machine] is sighting}


def write_down(context: Context) -> None:
    """What was said since the last time, in one unit of work."""
    sightings = context.presence.unwritten()
    if sightings:
        context.database.write(lambda session: repository.write_sightings(session, sightings))
        context.presence.written(sightings)
