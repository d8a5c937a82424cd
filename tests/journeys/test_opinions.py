"""A complaint by choosing: nobody asked who it is, a slip with its number, and the record of the hall."""

from __future__ import annotations

import httpx
import pytest

from tests.journeys.resident import Resident
from tests.journeys.test_booking import strike

pytestmark = pytest.mark.usefixtures("plain_hall")
PHONE = "3981726"


def test_a_complaint_with_its_slip_and_its_record(resident: Resident, staff: httpx.Client) -> None:
    papers = resident.papers()
    resident.touch("opinion")
    resident.reads("您想说什么", "不用说您是谁", "12345")
    resident.touch("opinion.complaint")
    resident.touch("topic.told_twice")
    resident.touch("more-topic")
    resident.touch("topic.graft")
    resident.reads("没一次说清，多跑了", "要好处")
    resident.touch("more-none")
    resident.reads("要我们打电话告诉您结果吗")
    resident.touch("answer-phone")
    resident.sees("numberkeys")
    resident.says(PHONE, "398 1726")
    strike(resident, PHONE)
    resident.touch("enter")
    resident.reads("对不对", "没一次说清，多跑了", "398 1726")
    resident.touch("opinion-yes")
    tree = resident.reads("我们收到了", "单子已打印", "我们打电话告诉您结果", "12345")
    number = next(one["label"]["zh"] for one in tree["elements"] if one["id"] == "ticket.number")
    assert resident.papers() == papers + 1 and resident.has_no_ticket()

    rows = staff.get(f"/api/v1/halls/{staff.headers['x-hall']}/opinions").raise_for_status().json()["opinions"]
    (row,) = [one for one in rows if one["number"] == number]
    assert (row["kind"], row["source"], row["topics"]) == ("complaint", "terminal", ["told_twice", "graft"])
    person = staff.post(f"/api/v1/opinions/{row['id']}/holder").raise_for_status().json()
    assert (person["phone"], person["name"], person["words"]) == (PHONE, None, None)
    resident.touch("done")
