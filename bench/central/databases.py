"""Where a run keeps its tables: a file, or a throw-away PostgreSQL of its own, as durable as a real one."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.central.service import family, free_port

KINDS = ("sqlite", "postgresql")
SERVER_USER = "postgres"  # PostgreSQL refuses to run as root
START_S = 30.0


@dataclass(frozen=True)
class Place:
    """``server``: the process of the database; None where the service itself writes."""

    url: str
    server: int | None = None

    def pids(self) -> list[int]:
        return [] if self.server is None else family(self.server)


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    if kind == "sqlite":
        yield Place(f"sqlite:///{folder / 'central.sqlite'}")
    else:
        with _postgresql() as found:
            yield found


@contextmanager
def _postgresql() -> Iterator[Place]:
    """Its own settings but for the place and the log: fsync and synchronous_commit are on."""
    data, user = Path(tempfile.mkdtemp(prefix="bangban-bench-postgresql-")), SERVER_USER if os.getuid() == 0 else None
    if user:
        shutil.chown(data, user)
    try:
        _as(user, ["initdb", "-D", str(data), "-A", "trust", "-U", "bangban", "-E", "UTF8", "--no-locale"]).communicate()
        port = free_port()
        server = _as(user, ["postgres", "-D", str(data), "-h", "127.0.0.1", "-p", str(port), "-k", str(data)])
        try:
            _await(server, port)
            _as(user, ["createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "bangban", "bangban"]).communicate()
            yield Place(f"postgresql+psycopg://bangban@127.0.0.1:{port}/bangban", server.pid)
        finally:
            server.send_signal(signal.SIGINT)  # "fast": what is open is broken off
            server.wait()
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _as(user: str | None, argv: Sequence[str]) -> subprocess.Popen[bytes]:
    home = pwd.getpwnam(user) if user else None
    return subprocess.Popen(
        [str(_programs() / argv[0]), *argv[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=home.pw_uid if home else None,
        group=home.pw_gid if home else None,
        extra_groups=[] if home else None,
        cwd="/",
    )


def _programs() -> Path:
    """The newest there is; Debian keeps them outside PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found:
        return found[-1]
    elsewhere = shutil.which("initdb")
    if elsewhere is None:
        raise FileNotFoundError("there is no PostgreSQL: install the package postgresql")
    return Path(elsewhere).parent


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_S
    while _as(None, ["pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]).wait() != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("PostgreSQL did not start")
        time.sleep(0.05)
