"""The social security card in a PC/SC reader: makes of cards, versions, and cards that misbehave."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from devices.readers.pcsc_card import PcscCardReader
from devices.sim import card_vpcd
from devices.sim.card_vpcd import CardFault, CardVpcd, Refuse
from devices.sim.people import ELDER_SOCIAL, LONG_NAME_SOCIAL, YOUNG_SOCIAL, SocialCard, social
from devices.sim.social_applet import READ_RECORD, SELECT, Habits
from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, DeviceUp, Fault
from script.card_service import answers
from tests.drivers.cards_benches import PcscBench
from tests.drivers.cards_told import Told
from tests.kit.pcscd import Pcscd, pcscd_or_skip
from tests.kit.waiting import until

SEEN, REMOVED = CardSeen("card"), CardRemoved("card")
ODD = social("", replace(ELDER_SOCIAL.holder, id_number="152601194803050118"), "1.00")  # the check digit should be 9


@pytest.fixture(scope="module")
def pcscd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pcscd]:
    with pcscd_or_skip(tmp_path_factory.mktemp("pcscd")) as service:
        yield service


@pytest.fixture(scope="module")
def sim(pcscd: Pcscd) -> Iterator[CardVpcd]:
    with CardVpcd(pcscd.port) as sim:
        yield sim


@pytest.fixture
def bench(pcscd: Pcscd, sim: CardVpcd) -> Iterator[PcscBench]:
    bench = PcscBench(pcscd, sim)
    yield bench
    bench.close()


@pytest.fixture
def told(bench: PcscBench) -> Iterator[Told]:
    """What a reader tells that is started, and up."""
    told, reader = Told(), bench.reader()
    reader.start(told)
    told.expect(DeviceUp("card"))
    yield told
    reader.stop()
    told.check_order()


@pytest.mark.parametrize(
    "card, habits",
    [(ELDER_SOCIAL, Habits()), (LONG_NAME_SOCIAL, Habits(t0=False, by_tag=False, select_how=()))],
    ids=["1.00, T=0", "2.00, by number"],
)
def test_versions_and_makes(bench: PcscBench, told: Told, card: SocialCard, habits: Habits) -> None:
    bench.sim.insert(card, habits)
    told.expect(SEEN, CardPresented("card", card.holder))
    assert {command[1] for command in bench.sim.asked} <= {0xA4, 0xB2, 0xC0}  # never VERIFY


def test_a_card_of_3_keeps_its_holder_to_itself(bench: PcscBench, told: Told) -> None:
    bench.sim.insert(YOUNG_SOCIAL)
    told.expect(SEEN, CardFailed("card", Fault.CARD_PROTECTED))


def test_a_bank_card(bench: PcscBench, told: Told) -> None:
    bench.sim.insert(ELDER_SOCIAL, Habits(social=False))
    told.expect(SEEN, CardFailed("card", Fault.CARD_UNKNOWN))


@pytest.mark.parametrize("commands", [0, 5])
def test_taken_out_after_some_commands(bench: PcscBench, told: Told, commands: int) -> None:
    bench.sim.insert(LONG_NAME_SOCIAL, taken_after=commands)
    told.expect(SEEN, CardFailed("card", Fault.CARD_MOVED), REMOVED)


@pytest.mark.parametrize(
    "fault, on, outcome",
    [
        (CardFault.NO_STATUS, READ_RECORD, Fault.CARD_UNREADABLE),
        (CardFault.GARBAGE, READ_RECORD, Fault.CARD_UNREADABLE),
        (CardFault.MUTE, SELECT, Fault.CARD_UNREADABLE),
        (Refuse(0x6982), 0x08, Fault.CARD_PROTECTED),
        (Refuse(0x9303), SELECT, Fault.CARD_UNREADABLE),  # locked
        (Refuse(0x6A82), SELECT, Fault.CARD_UNKNOWN),
    ],
    ids=str,
)
def test_a_card_that_goes_on_misbehaving(
    bench: PcscBench, told: Told, fault: CardFault | Refuse, on: int, outcome: Fault
) -> None:
    bench.sim.faults.fail_until_cleared(fault, on=on)
    bench.sim.insert(ELDER_SOCIAL)
    told.expect(SEEN, CardFailed("card", outcome))


def test_a_record_that_is_refused_by_tag_is_read_by_number(bench: PcscBench, told: Told) -> None:
    bench.sim.faults.fail_until_cleared(Refuse(0x6A83), on=0x09)
    bench.sim.insert(ELDER_SOCIAL)
    told.expect(SEEN, CardPresented("card", ELDER_SOCIAL.holder))


def test_a_slow_card(bench: PcscBench, told: Told) -> None:
    bench.sim.delay_s = 0.03
    bench.sim.insert(ELDER_SOCIAL)
    told.expect(SEEN, CardPresented("card", ELDER_SOCIAL.holder))


def test_an_odd_card_is_read_twice(bench: PcscBench, told: Told) -> None:
    bench.sim.insert(ODD)
    told.expect(SEEN, CardPresented("card", ODD.holder))
    assert sum(command[1:3] == bytes([READ_RECORD, 0x08]) for command in bench.sim.asked) == 2


def test_no_reader_of_that_name(pcscd: Pcscd) -> None:
    told, reader = Told(), PcscCardReader("card", "no such make")
    reader.start(told)
    told.expect(DeviceDown("card", Fault.READER_DOWN))
    reader.stop()


def test_a_part_of_the_name_is_enough_and_none_is_the_first(pcscd: Pcscd) -> None:
    for wanted in ("virtual pcd", None):
        told, reader = Told(), PcscCardReader("card", wanted)
        reader.start(told)
        told.expect(DeviceUp("card"))
        reader.stop()


@pytest.mark.usefixtures("pcscd")
def test_the_card_service_ends_with_whoever_started_it(tmp_path: Path) -> None:
    place = Path(tempfile.gettempdir()) / f"pcscd-{os.getpid()}-left.comm"
    argv = [sys.executable, "-m", "script.card_service", str(place), "--config", str(tmp_path)]
    starter = subprocess.Popen([sys.executable, "-c", f"import subprocess; subprocess.run({argv!r})"])
    until(lambda: answers(place), 20)
    starter.kill()
    starter.wait(10)
    until(lambda: not answers(place), 20)
    place.unlink(missing_ok=True)


def test_no_hand_is_faster_than_pcscd_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who hears at once that the card is gone has the next at hand: between two looks of pcscd both would be one, then none."""
    pauses: list[float] = []

    class Slot:
        def __init__(self, sim: CardVpcd, _applet: object, _taken_after: object, pause_s: float) -> None:
            self.sim = sim
            pauses.append(pause_s)

        def pull(self) -> None:
            if len(pauses) == 1:
                self.sim.insert(YOUNG_SOCIAL)

    monkeypatch.setattr(card_vpcd, "_Slot", Slot)
    monkeypatch.setattr(card_vpcd, "monotonic", lambda: 1000.0)
    sim = CardVpcd()
    sim.insert(ELDER_SOCIAL)
    sim.remove()
    assert pauses == [0.0, pytest.approx(card_vpcd._HAND_S)]
