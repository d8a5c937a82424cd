"""Every way in which a serial port can die is one exception; the far end is a pseudo terminal."""

from __future__ import annotations

import os
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from devices.transport.serial_line import LineLost, LineStalled, SerialLine


@dataclass
class Far:
    """The other end of the cable."""

    port: str
    master: int
    slave: int

    def pull(self) -> None:
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = -1


@pytest.fixture
def far() -> Iterator[Far]:
    master, slave = os.openpty()
    tty.setraw(slave)
    end = Far(os.ttyname(slave), master, slave)
    yield end
    if end.master >= 0:
        end.pull()


def test_bytes_both_ways(far: Far) -> None:
    with SerialLine(far.port, 9600) as line:
        line.send(b"\xaa\x00\x11\x13")
        assert os.read(far.master, 10) == b"\xaa\x00\x11\x13"
        os.write(far.master, bytes(range(256)))
        got = b""
        while len(got) < 256:
            got += line.receive(5)
        assert got == bytes(range(256))


def test_silence_is_empty_and_takes_its_time(far: Far) -> None:
    with SerialLine(far.port, 9600) as line:
        before = monotonic()
        assert line.receive(0.2) == b"" and monotonic() - before >= 0.19


def test_draining_ends_with_quiet_or_with_the_limit(far: Far) -> None:
    with SerialLine(far.port, 9600) as line:
        os.write(far.master, b"stale")
        assert line.drain(0.05, 1.0)
        assert line.receive(0) == b""
        os.write(far.master, b"x" * 4000)
        assert not line.drain(0, 0)


def test_no_such_port(tmp_path: Path) -> None:
    with pytest.raises(LineLost):
        SerialLine(str(tmp_path / "gone"), 9600)


def test_a_port_that_is_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LineLost):
        SerialLine(str(tmp_path / "file"), 9600)


def test_a_port_that_another_holds(far: Far) -> None:
    with SerialLine(far.port, 9600):
        with pytest.raises(LineLost):
            SerialLine(far.port, 9600)
    SerialLine(far.port, 9600).close()


def test_the_name_is_looked_up_at_every_opening(far: Far, tmp_path: Path) -> None:
    name = tmp_path / "by-id"
    name.symlink_to(far.port)
    with SerialLine(str(name), 9600) as line:
        line.send(b"a")
    master, slave = os.openpty()
    tty.setraw(slave)
    name.unlink()
    name.symlink_to(os.ttyname(slave))
    with SerialLine(str(name), 9600) as line:
        line.send(b"b")
    assert (os.read(far.master, 9), os.read(master, 9)) == (b"a", b"b")
    os.close(slave)
    os.close(master)


@pytest.mark.parametrize("use", ["read", "drain", "write"])
def test_a_port_that_is_pulled_out(far: Far, use: str) -> None:
    with SerialLine(far.port, 9600) as line:
        far.pull()
        with pytest.raises(LineLost):
            {"read": lambda: line.receive(1), "drain": lambda: line.drain(0.1, 1), "write": lambda: line.send(b"x")}[use]()
    line.close()  # twice, and never raises


@pytest.mark.parametrize("use", ["read", "write"])
def test_a_line_that_was_closed(far: Far, use: str) -> None:
    line = SerialLine(far.port, 9600)
    line.close()
    with pytest.raises(LineLost):
        line.receive(0) if use == "read" else line.send(b"x")


def test_a_peer_that_stops_reading_does_not_block_for_ever(far: Far) -> None:
    with SerialLine(far.port, 9600, write_timeout_s=0.1) as line:
        with pytest.raises(LineStalled) as stalled:
            for _ in range(1000):
                line.send(bytes(4096))
    assert isinstance(stalled.value, LineLost) and isinstance(stalled.value, TimeoutError)
