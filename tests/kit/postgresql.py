"""A PostgreSQL of the tests' own: a server in a folder of its own, reached by a socket in it, gone when the tests are.

Each test gets a database that is copied from one brought up to date once. Nothing is flushed to the disk: who tests durability
kills the service, not the machine.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from central import migrations
from central.db import Database

USER = "bangban"
TEMPLATE = "up_to_date"
PATIENCE = 60.0
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
}


class Server:
    """A running server. ``fresh`` gives the URL of an empty, migrated database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{USER}@/{database}?host={self._folder}"

    def fresh(self, template: str = TEMPLATE) -> str:
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def run(self, statement: str) -> None:
        """As the operator would, in no particular database."""
        with psycopg.connect(host=str(self._folder), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running_postgresql() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="bangban-postgresql-"))
    own = _not_root(folder)
    data = folder / "data"
    process = None
    try:
        _initialise(data, own)
        process = _started(data, folder, own)
        server = Server(folder)
        _wait_for(server, process, folder / "log")
        server.run(f"CREATE DATABASE {TEMPLATE}")
        database = Database(server.url(TEMPLATE))
        database.migrate(migrations.upgrade)
        database.close()
        yield server
    finally:
        if process is not None:
            process.send_signal(signal.SIGINT)  # "fast": whoever is still connected is cut off
            process.wait(PATIENCE)
        shutil.rmtree(folder)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise LookupError("PostgreSQL isn't installed: script/setup --test does it")
    return found[-1].parent


def _not_root(folder: Path) -> list[str]:
    """Words before a command of PostgreSQL's, which refuses to be run by root. The server ends with the tests in any case."""
    if os.getuid() != 0:
        return ["setpriv", "--pdeathsig", "INT"]
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--pdeathsig", "INT"]


def _initialise(data: Path, own: list[str]) -> None:
    options = ["-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
    command = [*own, str(_binaries() / "initdb"), *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=PATIENCE)
    assert done.returncode == 0, done.stderr


def _started(data: Path, folder: Path, own: list[str]) -> subprocess.Popen[bytes]:
    settings = {**SETTINGS, "unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        command = [*own, str(_binaries() / "postgres"), "-D", str(data), *options]
        return subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True)


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            server.run("SELECT 1")
            return
        except psycopg.OperationalError:
            assert process.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
