"""The two card readers, each over its simulator, with the same hands: what the conformance suite is run against."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Protocol

from devices.ports import CardReader
from devices.readers.pcsc_card import PcscCardReader
from devices.readers.serial_idcard import SerialIdCardReader, Timing
from devices.sim import people
from devices.sim.card_vpcd import CardFault, CardVpcd
from devices.sim.faults import WireFault
from devices.sim.reader_pty import READ, ReaderFault, ReaderPty
from devices.sim.social_applet import READ_RECORD
from devices.transport.pcsc import UNAWARE, CardService, PcscLost
from devices.types import Holder
from tests.kit.pcscd import READER, Pcscd

# Short, so that a fault costs tenths of a second; the proportions are those of the real ones.
TIMING = Timing(poll=0.04, status=0.3, find=0.3, read=0.5, gap=0.2, quiet=0.12, card=3.0)
LATE_S = 0.8


class Bench(Protocol):
    """A reader, and the hands that lay cards on it and pull its cable. ``next_*`` strike the next reading."""

    def reader(self) -> CardReader: ...

    def lay(self, which: int = 0) -> Holder: ...

    def lift(self) -> None: ...

    def next_is_mute(self) -> None: ...

    def next_is_half(self) -> None: ...

    def next_is_garbage(self) -> None: ...

    def next_is_taken(self) -> None: ...

    def lose(self) -> None: ...

    def give_back(self) -> None: ...

    def behave(self) -> None: ...

    def close(self) -> None: ...


class SerialBench:
    def __init__(self, folder: Path) -> None:
        self.port = str(folder / "id-reader")
        self.sim = ReaderPty(self.port, late_s=LATE_S)

    def reader(self) -> CardReader:
        return SerialIdCardReader("card", self.port, timing=TIMING)

    def lay(self, which: int = 0) -> Holder:
        card = (people.ELDER, people.YOUNG)[which]
        self.sim.lay(card)
        return card.holder

    def lift(self) -> None:
        self.sim.lift()

    def next_is_mute(self) -> None:
        self.sim.faults.fail_next(WireFault.SILENT, on=READ)

    def next_is_half(self) -> None:
        self.sim.faults.fail_next(WireFault.PARTIAL, on=READ)

    def next_is_garbage(self) -> None:
        self.sim.faults.fail_next(ReaderFault.BAD_CHECKSUM, on=READ)

    def next_is_taken(self) -> None:
        self.sim.faults.fail_next(ReaderFault.CARD_TAKEN, on=READ)

    def lose(self) -> None:
        self.sim.unplug()

    def give_back(self) -> None:
        self.sim.replug()

    def behave(self) -> None:
        self.sim.faults.clear()

    def close(self) -> None:
        self.sim.close()


class PcscBench:
    """``sim`` outlives the bench: it knows how long ago the last card left (``devices.sim.card_vpcd``)."""

    def __init__(self, pcscd: Pcscd, sim: CardVpcd) -> None:
        self.pcscd = pcscd
        self.sim = sim
        sim.faults.clear()
        sim.asked.clear()
        sim.delay_s = 0.0

    def reader(self) -> CardReader:
        return PcscCardReader("card", READER, read_within_s=2.0)  # enough for a card on a busy machine

    def lay(self, which: int = 0) -> Holder:
        card = (people.ELDER_SOCIAL, people.LONG_NAME_SOCIAL)[which]
        self.sim.insert(card)
        return card.holder

    def lift(self) -> None:
        """Returns when pcscd, which looks every 0.4 s, knows; if it runs."""
        self.sim.remove()
        with suppress(PcscLost), CardService() as service:
            end = monotonic() + 5
            state = service.state(READER, UNAWARE, 0)
            while state.present and monotonic() < end:
                state = service.state(READER, state, 1)

    def next_is_mute(self) -> None:
        self.sim.faults.fail_next(CardFault.MUTE, on=READ_RECORD)

    def next_is_half(self) -> None:
        self.sim.faults.fail_next(CardFault.HALF, on=READ_RECORD)

    def next_is_garbage(self) -> None:
        self.sim.faults.fail_next(CardFault.GARBAGE, on=READ_RECORD)

    def next_is_taken(self) -> None:
        self.sim.faults.fail_next(CardFault.TAKEN, on=READ_RECORD)

    def lose(self) -> None:
        self.pcscd.kill()

    def give_back(self) -> None:
        self.pcscd.start()

    def behave(self) -> None:
        self.sim.faults.clear()

    def close(self) -> None:
        if not self.pcscd.runs():
            self.pcscd.start()
        self.lift()
