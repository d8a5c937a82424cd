"""The three wires of an ESC/POS printer, as drivers of the registry. ``manner`` is :class:`devices.printers.manner.Manner`."""

from __future__ import annotations

from typing import Any

from devices.ports import TicketPrinter
from devices.printers.blind_ticket import BlindTicketPrinter
from devices.printers.escpos_ticket import EscposTicketPrinter
from devices.printers.manner import Manner
from devices.transport.device_file import DeviceFile
from devices.transport.serial_line import SerialLine
from devices.transport.tcp import TcpLine

SERIAL_WRITE_TIMEOUT_S = 2.0


def network_printer(name: str, host: str, port: int, **manner: Any) -> TicketPrinter:
    return EscposTicketPrinter(name, lambda: TcpLine(host, port), Manner(**manner))


def serial_printer(name: str, port: str, baud: int, **manner: Any) -> TicketPrinter:
    return EscposTicketPrinter(
        name, lambda: SerialLine(port, baud, write_timeout_s=SERIAL_WRITE_TIMEOUT_S), Manner(**manner)
    )


def file_printer(name: str, path: str, back_channel: bool, **manner: Any) -> TicketPrinter:
    if back_channel:
        return EscposTicketPrinter(name, lambda: DeviceFile(path), Manner(**manner))
    return BlindTicketPrinter(name, lambda: DeviceFile(path, back_channel=False), Manner(**manner))
