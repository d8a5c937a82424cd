"""培训: who was there, how long, and who is owed one: in the rhythm of the hall's level."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from central.halls.levels import Level
from central.training.rules import Held, cycle_of, record
from tests.kit.asking import asked, refused, told
from tests.kit.central import Central
from tests.kit.opinions import staff_id


def test_the_rhythm_is_the_levels_and_the_hours_are_the_years() -> None:
    levels: tuple[Level | None, ...] = ("district", "street", "village", None)
    assert [cycle_of(level) for level in levels] == ["year", "quarter", "month", "quarter"]
    there = frozenset({"a"})
    held = [Held(date(2024, 12, 30), 60, there), Held(date(2025, 2, 3), 90, there), Held(date(2025, 2, 4), 45, frozenset({"b"}))]
    mine = record("a", held, "month", date(2025, 3, 3))
    assert (mine.last, mine.minutes, mine.due.state) == (date(2025, 2, 3), 90, "owed")
    assert record("a", held, "month", date(2025, 4, 1)).due.state == "missed"
    assert record("c", held, "month", date(2025, 3, 3)).last is None


def test_a_training_is_entered_put_right_and_taken_out(central: Central) -> None:
    path, people = "/halls/{hall}/trainings", [staff_id(central, user) for user in ("helper", "clerk")]
    body = {"held_on": "2025-02-28", "topic": "高龄津贴怎么办", "held_by": "district", "minutes": 90, "people": people}
    assert refused(asked(central, "manager", "POST", path, body | {"people": ["nobody"]})) == (422, "invalid")
    assert refused(asked(central, "manager", "POST", path, body | {"held_on": "2025-03-04"})) == (422, "invalid")
    made = told(central, "manager", "POST", path, body)
    assert sorted(made["names"]) == ["帮办戊", "窗口丙"]
    standing = told(central, "manager", "GET", path)
    assert (standing["cycle"], standing["due"]) == ("quarter", {"state": "done", "by": "2025-06-30"})
    owed = {each["name"]: each["due"]["state"] for each in standing["people"]}
    assert owed["帮办戊"] == "done" and owed["主任乙"] == "owed" and list(owed.values()) == sorted(owed.values(), reverse=True)
    told(central, "manager", "PUT", f"/trainings/{made['id']}", body | {"people": people[:1], "minutes": 120})
    book = load_workbook(BytesIO(asked(central, "manager", "GET", path + ".xlsx").content))
    assert [book[title]["E2"].value for title in ("培训记录",)] == ["2"] and book.sheetnames == ["培训记录", "每人培训情况"]
    told(central, "manager", "DELETE", f"/trainings/{made['id']}")
    assert told(central, "manager", "GET", path)["trainings"] == []
    assert refused(asked(central, "manager", "DELETE", f"/trainings/{made['id']}")) == (404, "training_unknown")
