"""The real service as the real process, looked after as a supervisor would, and what it costs."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0
_TICK = os.sysconf("SC_CLK_TCK")
_DIRECT = build_opener(ProxyHandler({}))  # no proxy stands between a machine and itself


class NotStarted(Exception):
    """The message has the end of what the process said."""


@dataclass
class Process:
    """A server on a port of this machine with all that it started: a process group of its own."""

    argv: list[str]
    log: Path
    port: int
    health: str

    def start(self) -> None:
        with self.log.open("ab") as out:
            self.child = subprocess.Popen(
                self.argv, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )
        try:
            self.wait_until_it_answers()
        except NotStarted:
            self.kill()
            raise

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_S
        while not self.answers():
            if self.child.poll() is not None or time.monotonic() > deadline:
                raise NotStarted(f"{self.argv}:\n{self.log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            with _DIRECT.open(f"http://127.0.0.1:{self.port}{self.health}", timeout=5):
                return True
        except (URLError, OSError):
            return False

    def stop(self) -> None:
        self.child.terminate()
        try:
            self.child.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """SIGKILL to all of it at once."""
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.child.wait()

    def pids(self) -> list[int]:
        return family(self.child.pid)


def central(state: Path, database: str, workers: int) -> Process:
    """``bangban-central`` as an operator starts it."""
    port = free_port()
    argv = [sys.executable, "-m", "central", "--state", str(state), "--database", database]
    argv += ["--port", str(port)] + (["--workers", str(workers)] if workers > 1 else [])
    return Process(argv, state / "service.log", port, "/api/v1/health")


def bare(folder: Path, sample: Path, workers: int) -> Process:
    """The same framework with the same bodies and nothing behind it."""
    port = free_port()
    argv = [sys.executable, "-m", "bench.central.bare", str(sample), "--port", str(port), "--workers", str(workers)]
    return Process(argv, folder / "bare.log", port, "/health")


class Killer(threading.Thread):
    """Kills the service at random instants, whatever it is doing, and starts it again at once."""

    def __init__(self, service: Process, times: int, chance: random.Random) -> None:
        super().__init__(name="killer", daemon=True)
        self.left = times
        self.trouble: Exception | None = None
        self._service = service
        self._chance = chance

    def run(self) -> None:
        try:
            while self.left:
                time.sleep(self._chance.uniform(0.2, 2.0))
                self._service.kill()
                self._service.start()
                self.left -= 1
        except Exception as trouble:  # told by the main thread
            self.trouble = trouble


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    found = [pid]
    for task in _read(f"/proc/{pid}/task", listing=True).split():
        for child in _read(f"/proc/{pid}/task/{task}/children").split():
            found += family(int(child))
    return found


def cpu_s(pids: list[int]) -> float:
    """Processor time of the processes so far, in seconds, user and system."""
    ticks = 0
    for pid in pids:
        fields = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:13]))
    return ticks / _TICK


def memory_mb(pids: list[int]) -> float:
    """Proportional set size: what processes share is counted once."""
    lines = (line for pid in pids for line in _read(f"/proc/{pid}/smaps_rollup").splitlines() if line.startswith("Pss:"))
    return sum(int(line.split()[1]) for line in lines) / 1024


def _read(path: str, listing: bool = False) -> str:
    """Empty when the process has just gone."""
    try:
        return " ".join(os.listdir(path)) if listing else Path(path).read_text()
    except OSError:
        return ""
