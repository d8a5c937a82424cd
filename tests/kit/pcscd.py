"""A pcscd of the test's own, with the virtual reader on a port of its own.

pcscd has one socket on a machine, so there is one at a time: test runs wait for each other at a lock, and a pcscd that
somebody else runs (the bench, the system) is left alone: :class:`PcscdBusy`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO

import pytest

DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
SOCKET = "/run/pcscd/pcscd.comm"
READER = "Virtual PCD 00 00"
_LOCK_WITHIN_S = 90.0
_UP_WITHIN_S = 10.0


class PcscdBusy(Exception):
    """There is no pcscd to be had: not installed, or one runs that is not ours."""


@contextmanager
def pcscd_or_skip(folder: Path) -> Iterator[Pcscd]:
    """For a fixture: a running pcscd; or the test is skipped where there is none to have (in CI it fails)."""
    try:
        if shutil.which("pcscd") is None or not os.path.exists(DRIVER):
            raise PcscdBusy("pcscd and vpcd are not installed (Debian: pcscd, vsmartcard-vpcd)")
        service = Pcscd(folder)
        service.open()
    except PcscdBusy as why:
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
        self._lock: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def open(self) -> None:
        """Take the machine's pcscd, waiting for other test runs, and start it. Raises PcscdBusy."""
        self._lock = open(os.path.join(tempfile.gettempdir(), "bangban-test-pcscd.lock"), "w")
        _until(self._locked, _LOCK_WITHIN_S, "another test run keeps pcscd")
        if _answers():
            self._lock.close()
            raise PcscdBusy("a pcscd runs here already; end it to run this test")
        self.port = _two_free_ports()
        self._folder.mkdir(exist_ok=True)
        (self._folder / "vpcd").write_text(
            f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{self.port:#x}\nLIBPATH {DRIVER}\nCHANNELID {self.port:#x}\n'
        )
        self.start()

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
        if self._lock is not None:
            self._lock.close()

    def start(self) -> None:
        """Returns when it answers. After :meth:`kill` this is the restart."""
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                ["pcscd", "--foreground", "--config", str(self._folder)], stdout=log, stderr=subprocess.STDOUT
            )
        _until(_answers, _UP_WITHIN_S, "pcscd does not answer")

    def kill(self) -> None:
        """As if it crashed (SIGKILL)."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(10)

    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _locked(self) -> bool:
        assert self._lock is not None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _answers() -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wire:
        return wire.connect_ex(SOCKET) == 0


def _two_free_ports() -> int:
    """The first of two neighbours: vpcd opens one a slot, and has two slots."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("0.0.0.0", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("0.0.0.0", port + 1))
            except (OSError, OverflowError):
                continue
            return port


def _until(condition: Callable[[], bool], within_s: float, otherwise: str) -> None:
    end = monotonic() + within_s
    while not condition():
        if monotonic() > end:
            raise TimeoutError(otherwise)
        sleep(0.02)
