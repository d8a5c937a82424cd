"""“八有”自查: the hall says yes or no, the service says what it sees; whoever leads the region sees which halls lack what."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from central import seed
from central.halls.cycles import due, span
from central.halls.levels import level_of
from central.roster.norm import NORMS, strength
from central.selfcheck.points import POINTS, needs_words
from central.selfcheck.sheet import saying
from tests.kit.asking import asked, refused, told
from tests.kit.central import HALL, Central, running_central
from tests.kit.opinions import staff_id

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
ALL = {"holds": True, "note": "档案柜和电脑都在"}


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("selfcheck")) as running:
        yield running


@given(DAYS, st.none() | DAYS, st.sampled_from(["month", "quarter", "year"]))
def test_a_period_is_owed_once(today: date, last: date | None, cycle: Any) -> None:
    first, end = span(cycle, today)
    assert first <= today <= end and span(cycle, first) == span(cycle, end) == (first, end)
    assert span(cycle, end + timedelta(days=1))[0] == end + timedelta(days=1)
    now = due(cycle, last, today)
    assert now.by >= today and (now.state == "done") == (last is not None and last >= first)
    assert now.state != "missed" or (last is not None and last < span(cycle, first - timedelta(days=1))[0])


def test_a_hall_has_the_level_of_its_code_and_the_agents_that_are_asked_for() -> None:
    codes = {"150602007": "street", "150602007001": "village", "150602007000": "street", "150602": "district", "1506": "city"}
    assert {code: level_of(code) for code in codes} == codes
    assert [level_of(each) for each in ("", "东胜区", "15060", "1506020071", "１５０６０２")] == [None] * 5
    few, enough = strength(["part_time"], "street"), strength(["full_time", "part_time"], "village")
    assert (few.agents, few.missing, few.norm) == (1, 1, NORMS["street"]) and (enough.full_time, enough.missing) == (1, 0)
    assert strength(["no"], None).missing == 0


def test_words_are_owed_where_something_is_missing_or_unseen() -> None:
    said = ((True, True), (True, None), (True, False), (False, True))
    assert [needs_words(*each) for each in said] == [False, False, True, True]
    for lang in ("zh", "en"):
        assert all(saying(lang)(f"point.{point}") for point in POINTS)


def test_a_hall_checks_itself_and_its_region_sees_it(central: Central) -> None:
    path = "/halls/{hall}/self-checks"
    before = told(central, "manager", "GET", path)
    seen = {each["point"]: each["seen"] for each in before["evidence"]}
    assert list(seen) == list(POINTS) and before["due"] == {"state": "owed", "by": "2025-03-31"}
    assert (seen["window"], seen["agents"], seen["equipment"], seen["ledger"]) == (False, False, None, False)
    silent = asked(central, "manager", "POST", path, {"points": dict.fromkeys(POINTS, {"holds": True})})
    assert refused(silent) == (422, "invalid")
    mistakes = {each["field"]: each["code"] for each in silent.json()["error"]["mistakes"]}
    assert mistakes["points.window.note"] == "needs_words" and "points.equipment.note" not in mistakes
    assert refused(asked(central, "manager", "POST", path, {"points": {"window": ALL}})) == (422, "invalid")

    for user, agent in (("helper", "full_time"), ("clerk", "part_time")):
        person = staff_id(central, user)
        duty = {"zh": "替您跑腿"}
        told(central, "manager", "PUT", f"/halls/{{hall}}/setup/roster/{person}", {"agent": agent, "duty": duty, "rung": "first"})
    now = {each["point"]: each for each in told(central, "manager", "GET", path)["evidence"]}
    assert now["agents"]["seen"] and now["agents"]["facts"]["full"] == 1 and now["duties"]["seen"]
    points = dict.fromkeys(POINTS, ALL) | {"window": {"holds": False, "note": "四月底前设好"}}
    made = told(central, "manager", "POST", path, {"points": points})
    assert made["lacking"] == ["window"] and made["by"] == "主任乙"
    after = told(central, "manager", "GET", path)
    assert after["due"] == {"state": "done", "by": "2025-06-30"} and [each["id"] for each in after["checks"]] == [made["id"]]
    book = load_workbook(BytesIO(asked(central, "manager", "GET", path + ".xlsx?lang=en").content))
    assert book.active is not None and book.active.max_row == 1 + len(POINTS)

    other = copy.deepcopy(HALL)
    other["hall"] |= {"id": "second", "region": "150602008"}
    seed.load(central.context, other | {"staff": [], "terminal": []})
    halls = told(central, "admin", "GET", "/self-checks?region=150602")["halls"]
    assert [(each["hall"], each["lacking"], each["agents"], each["least"], each["due"]["state"]) for each in halls] == [
        (central.hall, ["window"], 2, 2, "done"),
        ("second", [], 0, 2, "owed"),
    ]
    assert [each["hall"] for each in told(central, "admin", "GET", "/self-checks?region=150602008")["halls"]] == ["second"]
    agents = load_workbook(BytesIO(asked(central, "manager", "GET", "/halls/{hall}/agents.xlsx").content)).active
    assert agents is not None and agents.max_row == 4 and "要求 2–3 名" in str(agents["A4"].value)
    sums = load_workbook(BytesIO(asked(central, "admin", "GET", "/self-checks.xlsx").content)).active
    assert sums is not None and sums["F2"].value == "有帮办代办窗口"
