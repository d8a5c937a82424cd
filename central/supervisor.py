"""Several worker processes under one parent that binds the port, starts them, restarts one that dies, and stops them together.

Each worker listens on a socket of its own (SO_REUSEPORT): the kernel shares connections out by their addresses. With one socket
for all, the worker that wakes first takes every connection that waits, and keep-alive connections stay where they are.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

WATCHED = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGCHLD})
PATIENCE_S = 15.0  # for a worker to end its requests
PAUSE_S = 1.0  # before a worker that died young is started again

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Station:
    """What a worker is given: its socket, the end of its parent's pipe, and how it says that it serves."""

    turn: int
    """Which of the workers it is, from 0."""
    socket: socket.socket
    parent: int
    """A file descriptor that is readable, and at its end, when the parent is gone."""
    ready: Callable[[], None]


Work = Callable[[Station], None]


@dataclass
class _Worker:
    turn: int
    process: BaseProcess
    started: float
    listening: int
    """Becomes readable when the worker serves."""


class Supervisor:
    def __init__(self, work: Work, workers: int, host: str, port: int, scheme: str = "http") -> None:
        """Binds the port (0: a free one). Raises ``OSError``."""
        self._work = work
        self._scheme = scheme
        self._count = workers
        self._processes = multiprocessing.get_context("fork")
        self._place = _bound(host, port)  # never listens: it keeps the port for the workers
        self._pipe = os.pipe()
        self._workers: list[_Worker] = []

    def run(self) -> int:
        """Until SIGTERM or SIGINT comes. 0, or 1 when a worker could not start at all."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        try:
            self._workers = [self._start(turn) for turn in range(self._count)]
            if not all(_served(worker) for worker in self._workers):
                log.error("a worker could not start; its own words are above")
                return 1
            host, port = self._place.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            log.info("%d workers running on %s://%s:%d", self._count, self._scheme, shown, port)
            while signal.sigwait(WATCHED) == signal.SIGCHLD:
                self._workers = [worker if worker.process.is_alive() else self._restarted(worker) for worker in self._workers]
            return 0
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _start(self, turn: int) -> _Worker:
        listening, said = os.pipe()
        process = self._processes.Process(target=self._child, args=(turn, listening, said))
        process.start()
        os.close(said)
        return _Worker(turn, process, time.monotonic(), listening)

    def _restarted(self, worker: _Worker) -> _Worker:
        log.error("worker %s ended with status %s; another takes its place", worker.process.pid, worker.process.exitcode)
        os.close(worker.listening)
        if time.monotonic() - worker.started < PAUSE_S:
            time.sleep(PAUSE_S)
        return self._start(worker.turn)

    def _child(self, turn: int, listening: int, said: int) -> None:
        os.close(self._pipe[1])  # only the parent holds it: its end is the parent's end
        for descriptor in [listening, *(worker.listening for worker in self._workers)]:
            os.close(descriptor)
        own = _bound(*self._place.getsockname()[:2])
        self._place.close()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
        try:
            self._work(Station(turn, own, self._pipe[0], lambda: os.close(said)))
        except KeyboardInterrupt:
            pass  # from the terminal, which tells parent and workers alike

    def _stop(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        end = time.monotonic() + PATIENCE_S
        for worker in self._workers:
            worker.process.join(max(0.0, end - time.monotonic()))
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            os.close(worker.listening)
        for descriptor in self._pipe:
            os.close(descriptor)
        self._place.close()


def _served(worker: _Worker) -> bool:
    """Waits until the worker serves, or has ended."""
    os.read(worker.listening, 1)  # at its end when the other side is closed, by the worker's word or by its end
    return worker.process.is_alive()


def _bound(host: str, port: int) -> socket.socket:
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    bound.bind(address)
    return bound
