"""The headphones' socket of a sound card or of a keypad, as an input device of Linux."""

from __future__ import annotations

from devices.codec.jack import SwitchReader, is_on
from devices.link import Link
from devices.ports import Tell
from devices.transport.device_file import InputDevice
from devices.types import Fault, JackChanged

_GLANCE_S = 0.1


class HidJack:
    """A :class:`devices.ports.Jack`. ``path``: best by its name under /dev/input/by-path.

    The device is not held, for the sound server may listen to it too. Where the state cannot be asked (a pipe), it is what was
    told last, and "out" before that.
    """

    def __init__(self, name: str, path: str) -> None:
        self.name = name
        self._path = path
        self._plugged = False
        self._link = Link(name, self._live, Fault.JACK_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def _live(self, link: Link) -> None:
        device = InputDevice(self._path, held=False)
        try:
            link.up()
            self._told(self._asked(device))
            reader = SwitchReader()
            while not link.stopping:
                for state in reader.feed(device.receive(_GLANCE_S)):
                    now = self._asked(device) if state is None else state
                    if now != self._plugged:
                        self._told(now)
        finally:
            device.close()

    def _asked(self, device: InputDevice) -> bool:
        switches = device.switches()
        return self._plugged if switches is None else is_on(switches)

    def _told(self, plugged: bool) -> None:
        self._plugged = plugged
        self._link.tell(JackChanged(self.name, plugged))
