"""A pcscd of the test's own, on a socket of its own, with the virtual reader on a port of its own.

Its library asks for the socket's name once in the life of a process, so each process of tests has one place, which is set before
any test (``tests/conftest.py``), and one pcscd at a time (``script.card_service``).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from script import virtual_reader
from script.card_service import answers

SOCKET = Path(tempfile.gettempdir()) / f"pcscd-{os.getpid()}.comm"  # short: a socket's path has at most 107 bytes
READER = f"{virtual_reader.NAME} 00 00"
_UP_WITHIN_S = 10.0


class PcscdMissing(Exception):
    """pcscd or its virtual reader is not installed."""


@contextmanager
def pcscd_or_skip(folder: Path) -> Iterator[Pcscd]:
    """For a fixture: a running pcscd; or the test is skipped where there is none to have (in CI it fails)."""
    try:
        if shutil.which("pcscd") is None or not virtual_reader.DRIVER.exists():
            raise PcscdMissing("pcscd and vpcd are not installed (Debian: pcscd, vsmartcard-vpcd)")
        service = Pcscd(folder)
        service.open()
    except PcscdMissing as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(why))
    with closing(service):
        yield service


class Pcscd:
    """``port`` is where the virtual reader takes its card (:class:`devices.sim.card_vpcd.CardVpcd`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "readers"  # pcscd reads every file in it
        self._log = folder / "pcscd.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def open(self) -> None:
        self.port = virtual_reader.set_up(self._folder)
        self.start()

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
        SOCKET.unlink(missing_ok=True)

    def start(self) -> None:
        """Returns when it answers. After :meth:`kill` this is the restart."""
        argv = [sys.executable, "-m", "script.card_service", str(SOCKET), "--config", str(self._folder)]
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(argv, stdout=log, stderr=subprocess.STDOUT)
        _until(lambda: answers(SOCKET), _UP_WITHIN_S, "pcscd does not answer")

    def kill(self) -> None:
        """As if it crashed (SIGKILL)."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(10)

    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None


def _until(condition: Callable[[], bool], within_s: float, otherwise: str) -> None:
    end = monotonic() + within_s
    while not condition():
        if monotonic() > end:
            raise TimeoutError(otherwise)
        sleep(0.02)
