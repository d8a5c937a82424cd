"""Bytes through a character device: ``/dev/usb/lp0`` of a USB printer, ``/dev/input/by-id/...-event-kbd`` of a keypad.

The files are opened without blocking. A device that is unplugged says so by POLLHUP or POLLERR, or by ENODEV or EIO from
the next call; all of these are OSError here. usblp can hand out reads of no bytes while all is well.
"""

from __future__ import annotations

import errno
import fcntl
import os
import select
from time import monotonic, sleep

WRITE_TIMEOUT_S = 2.0
_MOST = 4096
_EMPTY_READ_PAUSE_S = 0.01
_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL
_EVIOCGRAB = 0x40044590  # linux/input.h: _IOW('E', 0x90, int)
_SWITCH_BYTES = 8
_EVIOCGSW = 0x8008451B  # linux/input.h: _IOR('E', 0x1b, 8 bytes)


class DeviceFile:
    """An open device. ``back_channel`` False opens it for writing only, and ``receive`` then only notices its loss."""

    def __init__(self, path: str, *, back_channel: bool = True, write_timeout_s: float = WRITE_TIMEOUT_S) -> None:
        direction = os.O_RDWR if back_channel else os.O_WRONLY
        self._file = os.open(path, direction | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        self._interest = select.POLLIN if back_channel else 0
        self._write_timeout = write_timeout_s

    def close(self) -> None:
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def send(self, data: bytes) -> None:
        """Raises TimeoutError when the device takes no more bytes."""
        end = monotonic() + self._write_timeout
        left = memoryview(data)
        while left:
            if not _poll(self._file, select.POLLOUT, end - monotonic()):
                raise TimeoutError(errno.ETIMEDOUT, "the device takes no more")
            try:
                left = left[os.write(self._file, left):]
            except BlockingIOError:
                sleep(_EMPTY_READ_PAUSE_S)

    def receive(self, wait_s: float) -> bytes:
        """What has arrived, waiting at most ``wait_s`` seconds for the first byte; empty when nothing came."""
        return _receive(self._file, self._interest, wait_s)


class InputDevice:
    """An open input device, by default held so that its keys reach nobody else; a pipe that stands in for one cannot be held."""

    def __init__(self, path: str, *, held: bool = True) -> None:
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            if held:
                fcntl.ioctl(self._file, _EVIOCGRAB, 1)
        except OSError as why:
            if why.errno not in (errno.ENOTTY, errno.EINVAL):
                self.close()
                raise

    def switches(self) -> bytes | None:
        """One bit for each switch of linux/input-event-codes.h, as they are now; None where it cannot be asked, as of a pipe."""
        state = bytearray(_SWITCH_BYTES)
        try:
            fcntl.ioctl(self._file, _EVIOCGSW, state)
        except OSError as why:
            if why.errno not in (errno.ENOTTY, errno.EINVAL):
                raise
            return None
        return bytes(state)

    def close(self) -> None:
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def receive(self, wait_s: float) -> bytes:
        return _receive(self._file, select.POLLIN, wait_s)


def _receive(file: int, interest: int, wait_s: float) -> bytes:
    end = monotonic() + wait_s
    while True:
        came = _poll(file, interest, end - monotonic())
        data = _read(file) if came & select.POLLIN else b""
        if came & _GONE and not data:
            raise OSError(errno.ENODEV, "the device is gone")
        if data or not came or monotonic() >= end:
            return data
        sleep(_EMPTY_READ_PAUSE_S)


def _read(file: int) -> bytes:
    try:
        return os.read(file, _MOST)
    except BlockingIOError:
        return b""


def _poll(file: int, interest: int, wait_s: float) -> int:
    """The events that came within ``wait_s`` seconds."""
    if file < 0:
        raise OSError(errno.EBADF, "closed")
    poll = select.poll()
    poll.register(file, interest)
    return dict(poll.poll(max(0.0, wait_s) * 1000)).get(file, 0)
