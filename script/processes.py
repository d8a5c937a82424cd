"""Child processes of a hall in a box: started in order, watched, stopped in reverse."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


class NotStarted(Exception):
    """A part of the hall did not come up; the message names it and the log to read."""


@dataclass(frozen=True)
class Part:
    """``argv`` and ``env``: what it was started with, to be started so again."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    argv: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)

    def dead(self) -> bool:
        return self.process.poll() is not None

    def tail(self, lines: int = 15) -> str:
        try:
            return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-lines:])
        except OSError:
            return ""


class Processes:
    """Every part has a session of its own, so that stopping it also stops what it started."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.parts: list[Part] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, name: str, argv: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Part:
        log = self.logs / f"{name}.log"
        words = tuple(str(word) for word in argv)
        with log.open("ab") as out:
            process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(env or {})},
                start_new_session=True,
            )
        part = Part(name, process, log, words, dict(env or {}))
        self.parts.append(part)
        return part

    def run(self, name: str, argv: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
        """Run to the end; raises NotStarted with what it printed unless it ends well."""
        part = self.start(name, argv, env)
        if part.process.wait(timeout=120):
            raise NotStarted(f"{name} failed:\n{part.tail()}")
        self.parts.remove(part)

    def stop(self, part: Part, patience_s: float = 5.0) -> None:
        if part in self.parts:
            self.parts.remove(part)
        _signal(part, signal.SIGTERM)
        try:
            part.process.wait(timeout=patience_s)
        except subprocess.TimeoutExpired:
            _signal(part, signal.SIGKILL)
            part.process.wait()

    def stop_all(self) -> None:
        for part in reversed(list(self.parts)):
            self.stop(part)

    def first_dead(self) -> Part | None:
        return next((part for part in self.parts if part.dead()), None)


def until(what: str, ready: Callable[[], bool], part: Part, limit_s: float = 60.0) -> None:
    """Wait for a condition; raises NotStarted when the part dies first or the time is up."""
    end = time.monotonic() + limit_s
    while not ready():
        if part.dead():
            raise NotStarted(f"{part.name} ended before {what}; {part.log} says:\n{part.tail()}")
        if time.monotonic() > end:
            raise NotStarted(f"no {what} within {limit_s:.0f} s; {part.log} says:\n{part.tail()}")
        time.sleep(0.05)


def answers(url: str) -> bool:
    """True when the address answers with success."""
    try:
        with urlopen(url, timeout=2) as reply:
            return bool(reply.status < 300)
    except (URLError, OSError):
        return False


def own_program(name: str) -> Path:
    """One of the product's commands, beside the interpreter that runs us."""
    return Path(sys.executable).with_name(name)


def _signal(part: Part, number: signal.Signals) -> None:
    try:
        os.killpg(part.process.pid, number)
    except ProcessLookupError:
        pass
