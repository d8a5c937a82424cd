"""The tactile keypad: arrows, select, back, help, volume, speed and digits, as a keyboard to Linux."""

from __future__ import annotations

from collections.abc import Sequence

from devices.codec.keypad import KEYS
from devices.link import Link
from devices.pads.strokes import live_on_strokes
from devices.ports import Tell
from devices.types import Fault, Key, KeyPressed


class HidKeypad:
    """A :class:`devices.ports.Keypad` on an input device.

    ``keys`` are the exceptions of a model, as ``"183=help"``: a code of linux/input-event-codes.h and the value of a
    :class:`devices.types.Key`. Keys that are in neither table are ignored.
    """

    def __init__(self, name: str, path: str, keys: Sequence[str] = ()) -> None:
        self.name = name
        self._path = path
        exceptions = (entry.split("=") for entry in keys)
        self._keys = {**KEYS, **{int(code): Key(key) for code, key in exceptions}}
        self._link = Link(name, self._live, Fault.KEYPAD_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def _live(self, link: Link) -> None:
        live_on_strokes(self._path, link, self._struck)

    def _struck(self, code: int) -> None:
        key = self._keys.get(code)
        if key is not None:
            self._link.tell(KeyPressed(self.name, key))
