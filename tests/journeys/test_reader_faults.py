"""Single faults of the readers on the way of a visit: each is told, and the visit goes on to a ticket."""

from __future__ import annotations

import signal

import pytest

from tests.journeys.resident import LINE, Resident, shown

pytestmark = pytest.mark.usefixtures("hall")

FAULTS = ("silent", "bad_length", "card_taken")  # one of each kind; the driver is tested with all of them
WORDS = ("没有读清楚", "读卡的机器没有反应", "这张卡读不出来", "卡拿走得太快")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_while_the_card_is_read(resident: Resident, fault: str) -> None:
    """Told in words; the card laid again is read, and the visit goes on to its ticket."""
    resident.bench.do("id-reader", "fail", fault=fault, times=20)
    resident.lay("young")
    tree = resident.sees("trouble", limit_s=30)
    assert any(words in shown(tree) for words in WORDS)
    assert "郭" not in shown(tree)
    resident.bench.do("id-reader", "mute", on=False)
    resident.lift()
    resident.glass.see("reader in order", lambda _tree: resident.reader_is_up("id-reader"), limit_s=40)
    resident.lay("young")
    resident.reads("郭＊", limit_s=40)
    resident.touch(f"line.{LINE}")
    assert resident.ticket("printed").holder


def test_garbage_on_the_wire_never_makes_a_person(resident: Resident) -> None:
    resident.bench.do("id-reader", "garble", on=True)
    resident.lay("young")
    resident.reads("有一个读卡处坏了", limit_s=40)
    assert resident.has_no_ticket()
    resident.lift()
    resident.bench.do("id-reader", "garble", on=False)
    resident.lay("young")
    resident.reads("郭＊", limit_s=40)


def test_a_reader_that_falls_mute_leaves_the_way_without_a_card(resident: Resident) -> None:
    resident.bench.do("id-reader", "mute", on=True)
    resident.touch(f"line.{LINE}")
    resident.touch("card-none")
    assert not resident.ticket("printed").holder


def test_the_cable_of_the_reader_pulled_and_put_back(resident: Resident) -> None:
    resident.bench.do("id-reader", "unplug")
    resident.lay("social-2")
    resident.sees("confirm")
    resident.touch("not-me")
    resident.sees("home")
    resident.lift()
    resident.bench.do("id-reader", "replug")
    resident.lay("young")
    resident.reads("郭＊", limit_s=40)


@pytest.mark.parametrize("fault", ["half", "garbage", "taken"])
def test_a_fault_of_the_social_card(resident: Resident, fault: str) -> None:
    resident.bench.do("card-reader", "fail", fault=fault, times=20)
    resident.lay("social-2")
    tree = resident.sees("trouble", limit_s=30)
    assert any(words in shown(tree) for words in WORDS)
    assert resident.has_no_ticket()
    resident.lift()
    resident.bench.do("card-reader", "mute", on=False)
    resident.lay("social-2")
    resident.sees("confirm", limit_s=40)
    resident.touch(f"line.{LINE}")
    assert resident.ticket("printed").holder


def test_the_card_service_killed_and_started_again(resident: Resident) -> None:
    hall = resident.hall
    pcscd = hall.part("pcscd")
    pcscd.process.send_signal(signal.SIGKILL)
    pcscd.process.wait(10)
    hall.processes.parts.remove(pcscd)
    resident.lay("elder")  # the other reader is not concerned
    resident.sees("confirm")
    resident.touch("not-me")
    resident.sees("home")
    resident.lift()
    hall.start_card_service()
    resident.lay("social-1")
    resident.sees("confirm", limit_s=40)
    resident.touch(f"line.{LINE}")
    assert resident.ticket("printed").holder
