"""The life of one connection to anything that strikes keys through a Linux input device."""

from __future__ import annotations

from collections.abc import Callable

from devices.codec.keypad import StrokeReader
from devices.link import Link
from devices.transport.device_file import InputDevice

_GLANCE_S = 0.2


def live_on_strokes(path: str, link: Link, struck: Callable[[int], None]) -> None:
    """Give the code of every key struck to ``struck`` until the link is stopping. Raises OSError when the device is gone.

    ``path`` is looked up at every opening and best given by its name under /dev/input/by-id.
    """
    device = InputDevice(path)
    try:
        while device.receive(0.0):  # struck before anybody was there to hear it
            pass
        link.up()
        reader = StrokeReader()
        while not link.stopping:
            for code in reader.feed(device.receive(_GLANCE_S)):
                struck(code)
    finally:
        device.close()
