"""What lives as long as the service does."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import TypeVar

from central import migrations
from central.audit import repository as audit
from central.config import Settings
from central.db import Database
from central.events.bell import Bell
from central.events.stream import reading
from central.halls.plan import Plans
from central.statistics.paces import Paces
from central.vault import Vault, VaultTrouble, open_vault

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
    lock: TextIOWrapper
    judges: ThreadPoolExecutor
    paces: Paces
    plans: Plans = field(default_factory=Plans)
    """How each hall is set up, as it was last read."""

    async def judged(self, work: Callable[[], T]) -> T:
        """Runs what judges a password, in threads of its own: a flood of logins holds up nobody who has a session."""
        return await asyncio.get_running_loop().run_in_executor(self.judges, work)

    def close(self) -> None:
        self.bell.close()
        self.judges.shutdown(wait=True)
        self.paces.close()
        self.database.close()
        self.lock.close()


def open_context(settings: Settings) -> Context:
    """Takes the state directory for itself, brings the database up to date and checks that the key file belongs to it."""
    vault = open_vault(settings.state_dir)
    lock = _locked(settings)
    database = Database(settings.database_url)
    try:
        database.migrate(migrations.upgrade)
        known = database.write(lambda session: audit.key_fingerprint(session, vault.fingerprint))
        if known != vault.fingerprint:
            raise VaultTrouble("this database was encrypted with another key file")
    except BaseException:
        database.close()
        lock.close()
        raise
    judges = ThreadPoolExecutor(JUDGES, thread_name_prefix="central-judge")
    bell = Bell(reading(database))
    database.when_told(bell.ring)
    context = Context(settings, database, vault, bell, lock, judges, Paces(database.read))
    database.when_undone(context.plans.forget)
    return context


def _locked(settings: Settings) -> TextIOWrapper:
    lock = (settings.state_dir / "central.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another process is serving {settings.state_dir}") from None
    return lock
