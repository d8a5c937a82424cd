"""Each simulated device as it stands on the bench: what a hand can do to it, by name, and how it is now.

The names are those of ``POST /do``. What is done is a call with keywords; what it takes is in the method's signature.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from devices.sim.card_vpcd import CardFault, CardVpcd
from devices.sim.faults import WireFault
from devices.sim.jack_fifo import JackFifo
from devices.sim.keypad_fifo import KeypadFifo
from devices.sim.pad_pty import PadPty
from devices.sim.people import ELDER, ELDER_SOCIAL, GERMAN, HONG_KONG, LONG_NAME_SOCIAL, SPANISH, YOUNG, YOUNG_SOCIAL
from devices.sim.reader_pty import READ, ReaderFault, ReaderPty
from devices.sim.social_applet import READ_RECORD, Habits
from devices.types import Key

ID_CARDS = {
    "elder": ELDER,
    "young": YOUNG,
    "hong-kong": HONG_KONG,
    "foreign-2017": SPANISH,
    "foreign-2023": GERMAN,
}
SOCIAL_CARDS = {"social-1": ELDER_SOCIAL, "social-2": LONG_NAME_SOCIAL, "social-3": YOUNG_SOCIAL}
BANK = "bank"  # a chip card, but none of social security
BEST = 5  # level of the key 00 of a serial pad


class CannotDo(Exception):
    """Nothing here is called so, or it is not done so; the message says what there is."""


class Stand:
    """``deeds`` are the public methods that a subclass names in :attr:`can`."""

    can: tuple[str, ...] = ()

    def do(self, what: str, **details: Any) -> None:
        """Raises :class:`CannotDo`."""
        if what not in self.can:
            raise CannotDo(f"{what!r} cannot be done here; this can: {', '.join(self.can)}")
        deed: Callable[..., None] = getattr(self, what.replace("-", "_"))
        try:
            inspect.signature(deed).bind(**details)
        except TypeError as why:
            raise CannotDo(f"{what}: {why}") from None
        try:
            deed(**details)
        except (TypeError, ValueError, KeyError) as why:
            raise CannotDo(f"{what}: {why}") from None

    def state(self) -> dict[str, Any]:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


class IdReaderStand(Stand):
    can = ("lay", "lift", "unplug", "replug", "mute", "garble", "fail")

    def __init__(self, path: str) -> None:
        self._reader = ReaderPty(path)
        self._card: str | None = None
        self._plugged = True
        self._fault: WireFault | None = None

    def lay(self, card: str) -> None:
        self._reader.lay(_one_of(ID_CARDS, card))
        self._card = card

    def lift(self) -> None:
        self._reader.lift()
        self._card = None

    def unplug(self) -> None:
        self._reader.unplug()
        self._plugged = False

    def replug(self) -> None:
        self._reader.replug()
        self._plugged = True

    def mute(self, on: bool = True) -> None:
        self._play(WireFault.SILENT, on)

    def garble(self, on: bool = True) -> None:
        self._play(WireFault.FLIPPED_BIT, on)

    def fail(self, fault: str, times: int = 1) -> None:
        """Misbehave once, or ``times``, when a card is next read; ``fault`` is a name of WireFault or ReaderFault."""
        known: dict[str, WireFault | ReaderFault] = {kind.value: kind for kind in (*WireFault, *ReaderFault)}
        self._reader.faults.fail_next(known[fault], int(times), on=READ)

    def _play(self, fault: WireFault, on: bool) -> None:
        self._reader.faults.clear()
        self._fault = fault if on else None
        if on:
            self._reader.faults.fail_until_cleared(fault)

    def state(self) -> dict[str, Any]:
        return {
            "plugged": self._plugged,
            "card": self._card,
            "mute": self._fault is WireFault.SILENT,
            "garble": self._fault is WireFault.FLIPPED_BIT,
            "cards": [{"id": name, "label": card.label} for name, card in ID_CARDS.items()],
        }

    def close(self) -> None:
        self._reader.close()


class CardReaderStand(Stand):
    can = ("lay", "lift", "mute", "garble", "fail")

    def __init__(self, port: int) -> None:
        self._slot = CardVpcd(port)
        self._card: str | None = None
        self._fault: CardFault | None = None

    def lay(self, card: str) -> None:
        if card == BANK:
            self._slot.insert(ELDER_SOCIAL, Habits(social=False))
        else:
            self._slot.insert(_one_of(SOCIAL_CARDS, card))
        self._card = card

    def lift(self) -> None:
        self._slot.remove()
        self._card = None

    def mute(self, on: bool = True) -> None:
        self._play(CardFault.MUTE, on)

    def garble(self, on: bool = True) -> None:
        self._play(CardFault.GARBAGE, on)

    def fail(self, fault: str, times: int = 1) -> None:
        """Misbehave once, or ``times``, when a record is next read; ``fault`` is a name of CardFault."""
        self._slot.faults.fail_next(CardFault(fault), int(times), on=READ_RECORD)

    def _play(self, fault: CardFault, on: bool) -> None:
        self._slot.faults.clear()
        self._fault = fault if on else None
        if on:
            self._slot.faults.fail_until_cleared(fault)

    def state(self) -> dict[str, Any]:
        cards = [{"id": name, "label": card.label} for name, card in SOCIAL_CARDS.items()]
        return {
            "card": self._card,
            "mute": self._fault is CardFault.MUTE,
            "garble": self._fault is CardFault.GARBAGE,
            "cards": [*cards, {"id": BANK, "label": "银行卡 · 不是社保卡"}],
        }

    def close(self) -> None:
        self._slot.close()


class PadStand(Stand):
    can = ("press", "unplug", "replug", "mute", "garble")

    def __init__(self, path: str) -> None:
        self._pad = PadPty(path)

    def press(self, level: int) -> None:
        """``level`` as it is printed on the key: 5 (非常满意) to 1 (非常不满意)."""
        if level not in range(1, BEST + 1):
            raise ValueError(f"level is 1 to {BEST}, not {level!r}")
        self._pad.press(BEST - level)

    def unplug(self) -> None:
        self._pad.unplug()

    def replug(self) -> None:
        self._pad.replug()

    def mute(self, on: bool = True) -> None:
        self._pad.mute = on

    def garble(self, on: bool = True) -> None:
        self._pad.garbled = on

    def state(self) -> dict[str, Any]:
        pad = self._pad
        return {"plugged": pad.plugged, "mute": pad.mute, "garble": pad.garbled, "invited": pad.invited}

    def close(self) -> None:
        self._pad.close()


class KeypadStand(Stand):
    can = ("press", "hold", "unplug", "replug", "mute", "garble")

    def __init__(self, path: str) -> None:
        self._keypad = KeypadFifo(path)

    def press(self, key: str) -> None:
        self._keypad.strike(Key(key))

    def hold(self, key: str) -> None:
        """The kernel repeats a key that is held."""
        self._keypad.strike(Key(key), repeats=30)

    def unplug(self) -> None:
        self._keypad.unplug()

    def replug(self) -> None:
        self._keypad.replug()

    def mute(self, on: bool = True) -> None:
        self._keypad.mute = on

    def garble(self, on: bool = True) -> None:
        self._keypad.garbled = on

    def state(self) -> dict[str, Any]:
        keypad = self._keypad
        return {"plugged": keypad.plugged, "mute": keypad.mute, "garble": keypad.garbled, "keys": [key.value for key in Key]}

    def close(self) -> None:
        self._keypad.close()


class JackStand(Stand):
    can = ("insert", "pull", "unplug", "replug", "mute")

    def __init__(self, path: str) -> None:
        self._jack = JackFifo(path)

    def insert(self) -> None:
        """Headphones."""
        self._jack.insert()

    def pull(self) -> None:
        self._jack.pull()

    def unplug(self) -> None:
        """The socket itself, from the machine."""
        self._jack.unplug()

    def replug(self) -> None:
        self._jack.replug()

    def mute(self, on: bool = True) -> None:
        self._jack.mute = on

    def state(self) -> dict[str, Any]:
        jack = self._jack
        return {"plugged": jack.plugged, "mute": jack.mute, "headphones": jack.headphones}

    def close(self) -> None:
        self._jack.close()


def _one_of(known: dict[str, Any], name: str) -> Any:
    if name not in known:
        raise ValueError(f"no card {name!r}; there are {', '.join(known)}")
    return known[name]
