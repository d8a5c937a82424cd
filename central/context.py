"""What lives as long as the service does."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

from central import cores, migrations
from central.appointments.tries import Tries
from central.audit import repository as audit
from central.config import Settings
from central.db import Database
from central.events.bell import Bell
from central.events.stream import reading
from central.halls.plan import Plans
from central.statistics.days import PastDays
from central.statistics.paces import Paces
from central.terminals.presence import Presence
from central.vault import Vault, VaultTrouble, open_vault
from central.voices.service import Voices

T = TypeVar("T")
JUDGES = 2  # each Argon2 run takes 64 MiB and a core


class AlreadyRunning(RuntimeError):
    """Another process serves this state directory; a hall's queue has one owner."""


@dataclass(frozen=True)
class Context:
    settings: Settings
    database: Database
    vault: Vault
    bell: Bell
    lock: TextIOWrapper | None
    judges: ThreadPoolExecutor
    paces: Paces
    voices: Voices
    plans: Plans = field(default_factory=Plans)
    """How each hall is set up, as it was last read."""
    past: PastDays = field(default_factory=PastDays)
    """Days that were counted for the statistics."""
    tries: Tries = field(default_factory=Tries)
    """Codes of appointments that nobody has, by the machine where they were typed."""
    presence: Presence = field(default_factory=Presence)
    """What the machines said last of themselves."""

    async def judged(self, work: Callable[[], T]) -> T:
        """Runs what judges a password, in threads of its own: a flood of logins holds up nobody who has a session."""
        return await asyncio.get_running_loop().run_in_executor(self.judges, work)

    def close(self) -> None:
        self.bell.close()
        self.voices.close()
        self.judges.shutdown(wait=True)
        self.paces.close()
        self.database.close()
        if self.lock is not None:
            self.lock.close()


def open_context(settings: Settings, worker: bool = False) -> Context:
    """Takes the state directory for itself, brings the database up to date and checks that the key file belongs to it. A
    ``worker`` is one of several processes whose parent has done all that."""
    vault = open_vault(settings.state_dir)
    lock = None if worker else locked(settings.state_dir)
    try:
        database = Database(settings.database_url)
        try:
            if not worker:
                database.migrate(migrations.upgrade)
                _check_key(database, vault)
        except BaseException:
            database.close()
            raise
    except BaseException:
        if lock is not None:
            lock.close()
        raise
    judges = ThreadPoolExecutor(JUDGES, thread_name_prefix="central-judge", initializer=cores.roam)
    bell = Bell(reading(database))
    database.listen(bell.ring, bell.ring_all)
    voices = Voices(settings.state_dir / "voices", settings.voice)
    context = Context(settings, database, vault, bell, lock, judges, Paces(database.read), voices)
    database.when_undone(context.plans.forget)
    return context


def _check_key(database: Database, vault: Vault) -> None:
    known = database.write(lambda session: audit.key_fingerprint(session, vault.fingerprint))
    if known != vault.fingerprint:
        raise VaultTrouble("this database was encrypted with another key file")


def locked(state_dir: Path) -> TextIOWrapper:
    """The state directory's lock; it ends with the file that is returned. Raises ``AlreadyRunning``."""
    lock = (state_dir / "central.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another process is serving {state_dir}") from None
    return lock
