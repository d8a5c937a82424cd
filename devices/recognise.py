"""Asking what is at the end of a wire, with questions that no device takes for an order.

A rating pad on RS-485 never answers for itself, so a silent port may be one.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from time import monotonic
from typing import Protocol

from devices.codec import idcard
from devices.codec.escpos_status import AnswerReader, Query, Sent, question
from devices.transport.device_file import DeviceFile
from devices.transport.serial_line import SerialLine
from devices.transport.tcp import TcpLine

ANSWER_WITHIN_S = 0.5
PRINTER_BAUDS = (115200, 38400, 19200, 9600)
READER_BAUDS = (115200, 9600)
_EVIOCGNAME_256 = 0x81004506  # linux/input.h


class _Wire(Protocol):
    def send(self, data: bytes) -> None: ...

    def receive(self, wait_s: float) -> bytes: ...

    def close(self) -> None: ...


def at_serial_port(port: str) -> str:
    """A sentence, in Chinese and English. Raises OSError when the port cannot be opened."""
    for baud in READER_BAUDS:
        if (module := _ask(lambda: SerialLine(port, baud), _sam)) is not None:
            return f"身份证读卡器 ID-card reader: driver serial-idcard, baud {baud}, SAM {module}"
    for baud in PRINTER_BAUDS:
        if _ask(lambda: SerialLine(port, baud), _printer) is not None:
            return f"打印机 ESC/POS printer: driver escpos-serial, baud {baud}"
    return "没有应答；评价器不应答询问 · no answer; a rating pad gives none either (driver serial-pad)"


def at_device_file(path: str) -> str:
    """Raises OSError."""
    if _ask(lambda: DeviceFile(path), _printer) is not None:
        return "打印机 ESC/POS printer: driver escpos-file"
    return "不应答的打印机 · a printer that does not answer: driver escpos-file, back_channel = false"


def at_address(host: str, port: int) -> str:
    """Raises OSError."""
    if _ask(lambda: TcpLine(host, port), _printer) is not None:
        return "打印机 ESC/POS printer: driver escpos-network"
    return "接通了，没有应答 · connected, but no answer"


def at_input_device(path: str) -> str:
    """The name that the device gives itself. Raises OSError."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        name = bytearray(256)
        length = fcntl.ioctl(file, _EVIOCGNAME_256, name)
        return name[:length].rstrip(b"\0").decode("utf-8", "replace") + ": driver hid-keypad, hid-pad"
    finally:
        os.close(file)


def _ask(open_wire: Callable[[], _Wire], how: Callable[[_Wire], str | None]) -> str | None:
    with closing(open_wire()) as wire:
        return how(wire)


def _sam(wire: _Wire) -> str | None:
    wire.send(idcard.SAM_ID.frame)
    parser = idcard.Parser()
    for data in _heard(wire):
        for answer in parser.feed(data):
            if idcard.SAM_ID.accepts(answer):
                return idcard.sam_id(answer) if answer.status == idcard.OK else idcard.fault_of(answer).value
    return None


def _printer(wire: _Wire) -> str | None:
    wire.send(question(Query.PRINTER))
    reader = AnswerReader()
    for data in _heard(wire):
        if any(answer.kind is Sent.REAL_TIME for answer in reader.feed(data)):
            return "answers"
    return None


def _heard(wire: _Wire) -> Iterator[bytes]:
    end = monotonic() + ANSWER_WITHIN_S
    while (left := end - monotonic()) > 0:
        if data := wire.receive(left):
            yield data
