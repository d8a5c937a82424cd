"""A time is booked at the terminal with a telephone number, and cancelled again with its code."""

from __future__ import annotations

import pytest

from tests.journeys.resident import Resident
from tests.journeys.test_booked import BOOKABLE

pytestmark = pytest.mark.usefixtures("plain_hall")
PHONE = "3981726"


def strike(resident: Resident, digits: str) -> None:
    """Keys are struck one after another, without a look between them."""
    for digit in digits:
        resident.glass.touch(f"choice.digit.{digit}")


def test_booked_by_phone_printed_and_cancelled(resident: Resident) -> None:
    papers = resident.papers()
    resident.touch("book")
    resident.touch("book.new")
    resident.touch(f"book-line.{BOOKABLE}")
    tree = resident.reads("哪一天来")
    day = next(one["id"] for one in reversed(tree["elements"]) if one["id"].startswith("choice.day.") and one["role"] == "button")
    resident.touch(day.removeprefix("choice."))
    tree = resident.reads("几点来")
    time = next(one["id"] for one in tree["elements"] if one["id"].startswith("choice.time."))
    resident.touch(time.removeprefix("choice."))
    resident.sees("prompt")
    resident.touch("who-phone")
    resident.sees("numberkeys")
    resident.says(PHONE, "398 1726")
    strike(resident, PHONE)
    resident.touch("enter")
    resident.reads("对不对", "398 1726")
    resident.touch("book-yes")
    resident.reads("约好了", "单子已打印")
    assert resident.papers() == papers + 1
    assert resident.has_no_ticket()
    booked = resident.ask("SELECT id, state, source FROM appointments ORDER BY rowid DESC LIMIT 1")[0]
    assert booked[1:] == ("booked", "terminal")
    code = next(one["label"]["zh"] for one in resident.glass.tree()["elements"] if one["id"] == "ticket.number")
    resident.touch("done")

    resident.touch("book")
    resident.touch("book.kept")
    resident.touch("kept-code")
    resident.sees("numberkeys")
    strike(resident, code.replace(" ", ""))
    resident.touch("enter")
    resident.reads("您的预约")
    resident.touch("book.cancel")
    resident.touch("cancel-yes")
    resident.reads("已经取消了")
    assert resident.ask("SELECT state FROM appointments WHERE id = ?", booked[0]) == [("cancelled",)]
