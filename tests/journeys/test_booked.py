"""Who booked a time by telephone types its code; who holds a number is shown it again."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from script.hall import Hall
from tests.journeys.resident import LINE, Resident

pytestmark = pytest.mark.usefixtures("plain_hall")
BOOKABLE = "medical"  # of the sample hall
CALLER = {"name": "测试甲", "phone": "0477-0001234"}


def booked_soon(staff: httpx.Client) -> dict[str, Any]:
    """The next time of today that can be had, booked by the hall's manager for somebody on the telephone."""
    hall = f"/api/v1/halls/{staff.headers['x-hall']}"
    days = staff.get(f"{hall}/slots", params={"line": BOOKABLE, "days": 1}).raise_for_status().json()["days"]
    free = [slot["at"] for day in days for slot in day["slots"] if slot["free"]]
    if not free:
        pytest.skip(f"no time is left today: it is {datetime.now(ZoneInfo('Asia/Shanghai')):%H:%M} in the hall")
    body = {"line": BOOKABLE, "day": days[0]["day"], "at": free[0], "contact": CALLER}
    answer = staff.post(f"{hall}/appointments", json=body, headers={"Idempotency-Key": f"journey-{free[0][:2]}{free[0][3:]}"})
    return dict(answer.raise_for_status().json())


def test_the_code_of_a_booked_time(resident: Resident, staff: httpx.Client) -> None:
    appointment = booked_soon(staff)
    resident.touch(f"line.{BOOKABLE}")
    resident.touch("card-booked")
    resident.sees("numberkeys")
    for digit in appointment["code"]:
        resident.touch(f"digit.{digit}")
    resident.touch("enter")
    ticket = resident.ticket("printed")
    resident.reads("按您预约的时间排号", ticket.number)


def test_a_number_that_one_holds_is_shown_again(resident: Resident, plain_hall: Hall) -> None:
    resident.lay("elder")
    resident.sees("confirm")
    resident.touch(f"line.{LINE}")
    ticket = resident.ticket("printed")
    papers = resident.papers()
    resident.touch("done")
    resident.lift()
    resident.lay("elder")
    resident.sees("confirm")
    resident.touch(f"line.{LINE}")
    resident.reads("您已经取过号", ticket.number)
    assert resident.ticket().id == ticket.id, "and no other"
    assert resident.papers() == papers
    resident.touch("again")
    resident.reads("号票已打印")
    assert resident.papers() == papers + 1
