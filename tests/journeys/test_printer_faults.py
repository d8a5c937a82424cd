"""Single faults of the printer: the ticket exists, the truth is told and stored, and it can be printed again."""

from __future__ import annotations

import pytest

from tests.journeys.resident import LINE, Resident
from tests.kit.waiting import until

pytestmark = pytest.mark.usefixtures("plain_hall")

BEFORE = {
    "tear": ("打印纸用完了", "refill"),
    "open-cover": ("打印机的盖子开着", "close-cover"),
    "power-off": ("打印机没有开", "power-on"),
    "unplug": ("打印机没有开", "replug"),
}


def take_number(resident: Resident) -> None:
    resident.touch(f"line.{LINE}")
    resident.touch("card-none")


@pytest.mark.parametrize("deed", BEFORE)
def test_a_printer_that_cannot_print(resident: Resident, deed: str) -> None:
    words, mend = BEFORE[deed]
    resident.bench.do("printer", deed)
    take_number(resident)
    ticket = resident.ticket("not_printed")
    resident.reads(ticket.number, words, "您的号有效", limit_s=40)
    resident.bench.do("printer", mend)
    papers = resident.papers()
    resident.touch("again")
    resident.reads(ticket.number, "号票已打印", limit_s=40)
    assert resident.ticket("printed").id == ticket.id
    assert resident.papers() == papers + 1


def test_the_paper_ends_in_the_middle(resident: Resident) -> None:
    resident.bench.do("printer", "end-after", mm=40)
    take_number(resident)
    ticket = resident.ticket("uncertain")
    resident.reads(ticket.number, "打印纸用完了", "您的号有效", limit_s=40)
    resident.bench.do("printer", "refill")
    resident.touch("again")
    resident.reads(ticket.number, "号票已打印", limit_s=60)
    assert resident.ticket("printed").id == ticket.id


def test_power_fails_in_the_middle(resident: Resident) -> None:
    resident.bench.do("printer", "power-off-after", bytes=20_000)
    take_number(resident)
    ticket = resident.ticket("uncertain")
    resident.reads(ticket.number, "您的号有效", limit_s=40)
    resident.bench.do("printer", "power-on")
    resident.touch("again")
    resident.reads(ticket.number, "号票已打印", limit_s=60)


def test_a_printer_that_does_not_answer_is_not_out_of_paper(resident: Resident) -> None:
    resident.bench.do("printer", "mute", on=True)
    take_number(resident)
    ticket = resident.ticket()
    tree = resident.reads(ticket.number, "打印机没有回答", limit_s=60)
    assert "纸" not in "".join(str(entry["label"]) for entry in tree["elements"] if entry["id"].startswith("body"))
    until(lambda: resident.ticket().print_outcome in ("not_printed", "uncertain"), 10)
