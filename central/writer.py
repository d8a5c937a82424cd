"""Group commit: one thread does all the writing of a process, and what waits together is committed together.

Measured (spec/performance.md): a commit for each ticket is what a slow disk allows, some 100 a second; 32 to a commit are 1,200.
A unit that is refused or fails after it changed something makes its whole group be undone and run again one by one, so that the
usual case needs no savepoints. A unit is therefore a function that may run twice.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from central.errors import Refusal
from central.transaction import Clash, Later, Line, Transaction

MOST = 64  # units to a commit: the last of them waits for the first
Work = Callable[[Transaction], Any]


class WritingLine(Line, Protocol):
    patient: bool
    """``hold`` waits for what another process holds; else it raises ``Later``."""

    @property
    def changes(self) -> int: ...

    @property
    def broken(self) -> bool: ...

    def begin(self) -> None: ...

    def commit(self, news: set[str]) -> None: ...

    def rollback(self) -> None: ...

    def close(self) -> None: ...


class _Undo(Exception):
    """The group must be undone."""


@dataclass(eq=False, slots=True)
class Job:
    """A unit of work that waits for its turn, and then what came of it."""

    work: Work
    future: Future[Any] | asyncio.Future[Any]
    ahead: Callable[[Transaction], None] | None = None
    """Says what the work will hold and ask for, before anything of its group is done. It asks for nothing itself."""
    value: Any = None
    error: BaseException | None = None
    rung: set[str] = field(default_factory=set)


class Writer:
    def __init__(self, line: WritingLine, undone: Callable[[], None]) -> None:
        """``undone`` is called when changes were taken back that other units may have seen."""
        self._line = line
        self._undone = undone
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="central-writer")
        self._thread.start()

    def take(self, job: Job) -> None:
        with self._lock:
            if self._closed:
                raise RuntimeError("the database is closed")
            self._jobs.put(job)

    def close(self) -> None:
        """Waits for the work already handed over."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()
        self._line.close()

    def _serve(self) -> None:
        later: list[Job] = []
        ended = False
        while later or not ended:
            jobs = later
            if not ended:
                ended = self._gather(jobs)
            if jobs:
                later = self._together(jobs)

    def _gather(self, jobs: list[Job]) -> bool:
        """Adds what waits, or else what comes first; whether that was the end."""
        try:
            job = self._jobs.get(block=not jobs)
            while job is not None:
                jobs.append(job)
                if len(jobs) >= MOST:
                    return False
                job = self._jobs.get_nowait()
        except Empty:
            return False
        return True

    def _together(self, jobs: Sequence[Job]) -> list[Job]:
        """Runs and commits a group; whose turn has yet to come."""
        done: list[Job] = []
        later: list[Job] = []
        try:
            self._line.begin()
            for group in (jobs[:1], jobs[1:]):
                self._look_ahead(group)
                for job in group:
                    (done if self._run(job) else later).append(job)
                self._line.patient = False
            self._line.commit({hall for job in done for hall in job.rung})
        except _Undo:
            self._undo()
            return self._alone(jobs)
        except Clash as clash:
            self._undo()
            if len(jobs) > 1:
                return self._alone(jobs)
            jobs[0].error, done, later = clash.__cause__, list(jobs), []
        except Exception as trouble:
            self._undo()
            for job in jobs:
                job.error = trouble
            done, later = list(jobs), []
        _answer(done)
        return later

    def _look_ahead(self, jobs: Sequence[Job]) -> None:
        """The first comes alone: until it holds what it needs nothing else may be held, or two would wait in a circle."""
        for job in jobs:
            if job.ahead is not None:
                job.ahead(Transaction(self._line))

    def _alone(self, jobs: Sequence[Job]) -> list[Job]:
        """One by one after the group was undone: then it's clear whose trouble it was."""
        if len(jobs) > 1:
            return [later for job in jobs for later in self._together([job])]
        if jobs[0].error is None:
            return list(jobs)
        _answer(jobs)
        return []

    def _run(self, job: Job) -> bool:
        """Whether it ran: False when its turn comes later."""
        before = self._line.changes
        transaction = Transaction(self._line)
        job.value, job.error, job.rung = None, None, transaction.rung
        try:
            job.value = job.work(transaction)
            transaction.done()
        except Later:
            if self._line.changes != before:
                raise _Undo from None
            return False
        except Exception as error:
            job.error = error
            self._after(error, transaction, before)
        finally:
            transaction.close()
        return True

    def _after(self, error: Exception, transaction: Transaction, before: int) -> None:
        if isinstance(error, Refusal) and error.kept:
            transaction.done()
            return
        transaction.rung.clear()
        if self._line.broken or self._line.changes != before:
            raise _Undo

    def _undo(self) -> None:
        self._line.rollback()
        self._undone()


def _answer(jobs: Sequence[Job]) -> None:
    """Hands out the results, with one awakening for each event loop."""
    waiting: dict[asyncio.AbstractEventLoop, list[Job]] = {}
    for job in jobs:
        if isinstance(job.future, Future):
            _settle([job])
        else:
            waiting.setdefault(job.future.get_loop(), []).append(job)
    for loop, its in waiting.items():
        try:
            loop.call_soon_threadsafe(_settle, its)
        except RuntimeError:
            pass  # the loop is closed: nobody waits any more


def _settle(jobs: Sequence[Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue  # whoever asked has gone away
        if job.error is None:
            job.future.set_result(job.value)
        else:
            job.future.set_exception(job.error)
