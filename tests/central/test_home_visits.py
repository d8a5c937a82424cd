"""上门服务: asked for, planned, done, and forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from central import keeper
from central.appointments.models import HomeVisit
from central.events.models import Event
from central.staff import repository as staff
from tests.kit.central import Central, running_central

DAY = 24 * 3600.0
MOTHER = {"name": "测试老人", "phone": "0477-0001234", "place": "试验小区 3 号楼 102", "need": "认证养老金，腿脚不便"}
DAUGHTER = {"name": "测试女儿", "phone": "13900000000", "relation": "女儿"}
TRACES = (*MOTHER.values(), *DAUGHTER.values())


def post(central: Central, who: str, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
    client = central.machine(who) if who == "T1" else central.person(who)
    with client:
        return client.post(f"/api/v1{path}", json=body, headers={"Idempotency-Key": key or str(uuid4())})


def ask(central: Central, who: str = "T1", key: str | None = None, **more: Any) -> httpx.Response:
    return post(central, who, f"/halls/{central.hall}/home-visits", {**MOTHER, **more}, key)


def listed(central: Central) -> list[dict[str, Any]]:
    with central.person("helper") as client:
        return list(client.get(f"/api/v1/halls/{central.hall}/home-visits").raise_for_status().json()["visits"])


def staff_id(central: Central, user: str) -> str:
    def work(session: Session) -> str:
        person = staff.by_user(session, user)
        assert person is not None
        return person.id

    return central.context.database.read(work)


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])


@pytest.mark.both
def test_from_a_wish_at_the_terminal_to_a_visit(central: Central) -> None:
    again = str(uuid4())
    asked = ask(central, key=again, asker=DAUGHTER, line="social")
    assert (asked.status_code, asked.json()["state"]) == (201, "asked")
    assert not [trace for trace in TRACES if trace in asked.text]
    replay = ask(central, key=again, asker=DAUGHTER, line="social")
    assert (replay.status_code, replay.json()) == (200, asked.json())
    assert refused(ask(central, key=again)) == (409, "key_reused")
    visit = asked.json()["id"]
    row = listed(central)[0]
    assert (row["surname"], row["phone_end"], row["for_other"]) == ("测＊", "1234", True)
    assert (row["source"], row["line"]) == ("terminal", "social")

    person = post(central, "helper", f"/home-visits/{visit}/holder").json()
    assert person == {**MOTHER, "asker": DAUGHTER, "group": None, "answer": None}

    assert refused(post(central, "helper", f"/home-visits/{visit}/done", {})) == (409, "wrong_state"), "nobody was sent yet"
    helper = staff_id(central, "helper")
    plan = {"staff": helper, "at": "2025-03-04T10:00"}  # on the hall's wall clock
    planned = post(central, "clerk", f"/home-visits/{visit}/plan", plan).json()
    assert (planned["state"], planned["staff_name"], planned["planned_at"]) == ("planned", "帮办戊", "2025-03-04T02:00:00Z")
    moved = post(central, "clerk", f"/home-visits/{visit}/plan", {**plan, "at": "2025-03-05T10:00:00+08:00"}).json()
    assert moved["planned_at"] == "2025-03-05T02:00:00Z"
    for wrong in ({**plan, "staff": "nobody"}, {**plan, "at": "2025-03-03T09:00"}):
        assert refused(post(central, "clerk", f"/home-visits/{visit}/plan", wrong)) == (422, "invalid")
    done = post(central, "helper", f"/home-visits/{visit}/done", {"note": "已认证"}).json()
    assert (done["state"], done["closed_at"]) == ("done", "2025-03-03T01:30:00Z")
    assert post(central, "helper", f"/home-visits/{visit}/holder").json()["answer"] == "已认证"
    for step, body in (("plan", plan), ("done", {}), ("decline", {"note": "x"}), ("cancel", None)):
        assert refused(post(central, "clerk", f"/home-visits/{visit}/{step}", body)) == (409, "wrong_state")


@pytest.mark.both
def test_what_the_hall_has_to_do_comes_first(central: Central) -> None:
    visits = []
    for _ in range(4):
        visits.append(ask(central, "clerk").json()["id"])
        central.clock.move(60)
    plan = {"staff": staff_id(central, "clerk"), "at": "2025-03-04T10:00"}
    post(central, "clerk", f"/home-visits/{visits[0]}/plan", plan)
    post(central, "clerk", f"/home-visits/{visits[1]}/plan", {**plan, "at": "2025-03-04T09:00"})
    assert post(central, "clerk", f"/home-visits/{visits[2]}/decline", {"note": "请到医院办"}).json()["state"] == "declined"
    assert refused(post(central, "clerk", f"/home-visits/{visits[3]}/decline", {})) == (422, "invalid"), "not without a reason"
    assert [row["id"] for row in listed(central)] == [visits[3], visits[1], visits[0], visits[2]]
    assert post(central, "clerk", f"/home-visits/{visits[3]}/cancel").json()["state"] == "cancelled"


def test_a_group_is_written_down_only_with_consent_and_seen_by_few(central: Central) -> None:
    assert refused(ask(central, group="frail")) == (422, "invalid")
    visit = ask(central, group="frail", consent=True).json()["id"]

    def group(user: str) -> str | None:
        return post(central, user, f"/home-visits/{visit}/holder").json()["group"]  # type: ignore[no-any-return]

    assert [group(user) for user in ("admin", "manager", "clerk", "helper")] == ["frail", "frail", None, None]
    post(central, "manager", f"/home-visits/{visit}/plan", {"staff": staff_id(central, "helper"), "at": "2025-03-04T10:00"})
    assert [group(user) for user in ("clerk", "helper")] == [None, "frail"], "who goes knows"
    with central.person("manager") as client:
        entries = client.get(f"/api/v1/halls/{central.hall}/audit").json()["entries"]
    assert len([each for each in entries if each["action"] == "home_visit.revealed"]) == 6, "every look is written down"


def test_the_staff_are_told_without_a_person(central: Central) -> None:
    visit = ask(central, asker=DAUGHTER).json()["id"]
    post(central, "clerk", f"/home-visits/{visit}/cancel")
    noted = ask(central, "clerk").json()["id"]
    events = select(Event.name, Event.data).order_by(Event.id)
    told = central.context.database.read(lambda session: [tuple(row) for row in session.execute(events)])
    assert told == [("visit.asked", {"visit": visit}), ("visit.changed", {"visit": visit, "state": "cancelled"})] + [
        ("visit.changed", {"visit": noted, "state": "asked"})
    ], "it rings for what a resident asks"


def test_what_cannot_be_asked(central: Central) -> None:
    for wrong in ({"phone": "not a number"}, {"name": ""}, {"place": " "}, {"surplus": "x"}):
        answer = ask(central, **wrong)
        assert refused(answer) == (422, "invalid")
        assert not [trace for trace in TRACES if trace in answer.text]
    assert refused(ask(central, line="unheard-of")) == (404, "line_unknown")


@pytest.mark.both
def test_the_persons_of_a_visit_are_sealed_and_forgotten_when_it_is_over(tmp_path: Path, database_url: str) -> None:
    with running_central(tmp_path, database_url=database_url, keep_persons_days=2) as central:
        done, still = ask(central, asker=DAUGHTER).json()["id"], ask(central).json()["id"]
        post(central, "clerk", f"/home-visits/{done}/cancel")

        def kept(visit: str) -> set[bool]:
            row = central.context.database.read(lambda session: session.get_one(HomeVisit, visit))
            return {bool(each) for each in (row.name, row.phone, row.place, row.note, row.request_mark)}

        central.clock.move(2 * DAY)
        keeper.tidy(central.context)
        assert kept(done) == {True}, "not before its time"
        central.clock.move(1)
        keeper.tidy(central.context)
        assert kept(done) == {False} and kept(still) == {True}, "whoever still waits for the visit is not forgotten"
        assert [row["surname"] for row in listed(central)] == ["测＊", None]
        files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for trace in TRACES:
        assert not [path for path, content in files.items() if trace.encode() in content], "in plain"
