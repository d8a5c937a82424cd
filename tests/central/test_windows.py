"""Windows: who serves what, pausing, standing in for others, and the tide."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from central import keeper
from central.halls import service as halls
from central.halls.models import Window, WindowChange, WindowLine
from central.halls.plan import Tide
from central.queue.tidal import TIDAL, Before, Move, turn
from central.staff import repository as staff
from central.staff.models import StaffLine
from central.unit import unit_for
from tests.kit.central import HALL, Central, running_central

pytestmark = pytest.mark.both
NOW = datetime(2025, 3, 3, 2, 0, tzinfo=timezone.utc)
PATIENCE = timedelta(minutes=5)
TIDE = Tide(open_above=3, close_below=1)


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    hall = copy.deepcopy(HALL)
    hall["staff"][2]["windows"].append("w4")
    with running_central(tmp_path, hall=hall, database_url=database_url) as running:
        yield running


def set_up(central: Central, work: Callable[[Any], None]) -> None:
    def run(session: Any) -> None:
        work(session)
        halls.changed(unit_for(central.context, session), central.hall)

    central.context.database.write(run)


def at(central: Central, window: str, what: str, user: str = "clerk", body: Any = None) -> httpx.Response:
    with central.person(user) as client:
        return client.post(f"/api/v1/halls/{central.hall}/windows/{window}/{what}", json=body)


def next_of(central: Central, window: str, user: str = "clerk") -> list[tuple[str, str]]:
    with central.person(user) as client:
        there = client.get(f"/api/v1/halls/{central.hall}/windows/{window}/queue").raise_for_status().json()["next"]
    return [(each["number"], each["reason"]) for each in there]


def changes(central: Central) -> list[tuple[str, str, str, int]]:
    query = select(WindowChange).order_by(WindowChange.id)
    return central.context.database.read(
        lambda session: [(row.window_id, row.what, row.cause, row.waiting) for row in session.scalars(query)]
    )


def test_a_pause_has_a_reason_and_an_end(central: Central) -> None:
    central.issue()
    assert at(central, "w1", "pause", body={"reason": "meeting"}).json()["paused"] == "meeting"
    answer = at(central, "w1", "next")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "window_paused")
    assert at(central, "w1", "pause", body={"reason": "a long story"}).status_code == 422
    assert at(central, "w1", "resume").json()["paused"] is None
    assert at(central, "w1", "resume").status_code == 200, "the same again changes nothing"
    assert at(central, "w1", "next").status_code == 200
    assert at(central, "w1", "close").status_code == 409, "somebody stands there"
    assert at(central, "w4", "pause", "manager", {"reason": "break"}).json()["error"]["code"] == "window_closed"
    assert changes(central) == [("w1", "paused", "meeting", 1), ("w1", "resumed", "staff", 1)]


def test_weights_and_skills_decide_what_a_clerk_calls(central: Central) -> None:
    central.issue("general")
    central.clock.move(60)
    central.issue("social")
    central.clock.move(60)
    assert [number for number, _ in next_of(central, "w2")] == ["A001", "B001"]

    def weigh(session: Any) -> None:
        session.get(WindowLine, (central.hall, "w2", "social")).weight = 5

    set_up(central, weigh)
    assert [number for number, _ in next_of(central, "w2")] == ["B001", "A001"]

    def can_do_general(session: Any) -> None:
        person = staff.by_user(session, "clerk")
        session.add(StaffLine(staff_id=person.id, hall_id=central.hall, line_id="general"))

    set_up(central, can_do_general)
    assert next_of(central, "w2") == [("A001", "first_come")]
    assert [number for number, _ in next_of(central, "w2", "manager")] == ["B001", "A001"]
    called = at(central, "w2", "next").json()
    assert called["number"] == "A001"


def test_the_fallback_window_takes_what_nobody_takes(central: Central) -> None:
    """兜底: also of a line whose own windows are closed."""

    def fall_back(session: Any) -> None:
        session.get(Window, (central.hall, "w1")).type = "fallback"

    set_up(central, fall_back)
    central.issue("social")
    assert next_of(central, "w1") == []
    assert at(central, "w2", "close").status_code == 200
    assert next_of(central, "w1") == [("B001", "fallback")]
    assert central.issue("tidal")["windows"] == ["1"], "a line without any window of its own"
    assert at(central, "w1", "next").json()["reason"] == "fallback"


def test_the_tide_opens_a_window_and_closes_it(central: Central) -> None:
    """潮汐窗口: a clerk stands by; the keeper looks once a minute."""

    def tidal(session: Any) -> None:
        window = session.get(Window, (central.hall, "w4"))
        window.tidal = {"open_above": 3, "close_below": 2}
        session.add(WindowLine(hall_id=central.hall, window_id="w4", line_id="general", weight=1))

    def look() -> str:
        keeper.look_after_tides(central.context)
        with central.machine() as client:
            windows = client.get(f"/api/v1/halls/{central.hall}").json()["windows"]
        window = next(each for each in windows if each["id"] == "w4")
        central.clock.move(60)
        return "open" if window["open"] else "stands by" if window["stands_by"] else "closed"

    set_up(central, tidal)
    for _ in range(7):
        central.issue()
    assert look() == "closed", "nobody is there"
    assert at(central, "w4", "open").json()["stands_by"] is True
    assert [look() for _ in range(6)] == ["stands by"] * 5 + ["open"]
    served = at(central, "w4", "next").json()
    assert served["number"] == "A001"
    for _ in range(2):
        called = at(central, "w1", "next").json()
        central.step(called["id"], "finish")
    assert look() == "open", "it is serving somebody"
    assert len(next_of(central, "w4")) == 4
    central.step(served["id"], "finish")
    assert look() == "stands by"
    assert at(central, "w4", "open", "manager").json()["open"] is True, "a manager opens it by hand"
    assert look() == "open", "and the tide leaves it so"
    assert at(central, "w4", "close").status_code == 200
    assert look() == "closed"
    assert changes(central) == [
        ("w4", "stands_by", "staff", 7),
        ("w4", "crowded", "tidal", 7),
        ("w4", "opened", "tidal", 7),
        ("w4", "closed", "tidal", 4),
        ("w4", "opened", "staff", 4),
        ("w4", "closed", "staff", 4),
    ]


@given(st.lists(st.tuples(st.floats(0, 6), st.integers(1, 4)), max_size=60), st.integers(0, 10))
def test_a_tidal_window_is_patient_and_does_not_flutter(minutes: list[tuple[float, int]], patience: int) -> None:
    now, is_open, before, crowded_since = NOW, False, None, None
    for load, passed in minutes:
        now += timedelta(minutes=passed)
        crowded_since = (crowded_since or now) if load > TIDE.open_above else None
        move = turn(TIDE, is_open, load, before, timedelta(minutes=patience), now)
        if move is Move.OPENED:
            assert not is_open and crowded_since is not None and now - crowded_since >= timedelta(minutes=patience)
        if move is Move.CLOSED:
            assert is_open and load < TIDE.close_below
        if is_open and load >= TIDE.close_below or not is_open and load <= TIDE.open_above:
            assert move in (None, Move.CALM)
        is_open = {Move.OPENED: True, Move.CLOSED: False}.get(move, is_open) if move else is_open
        before = Before(move.value, TIDAL, now) if move else before


def test_what_was_opened_by_hand_stays_open() -> None:
    assert turn(TIDE, True, 0, Before("opened", "staff", NOW), PATIENCE, NOW) is None
    assert turn(TIDE, True, 0, Before("opened", TIDAL, NOW), PATIENCE, NOW) is Move.CLOSED
