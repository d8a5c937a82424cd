"""A manager changes the hall while it is open: at once in force, written down, and refused where it would break something."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from central.audit import repository as audit
from central.events.models import Event
from tests.kit.central import Central

LINE = {"letter": "N", "name": {"zh": "夜间服务", "en": "Evening"}, "summary": {"zh": "下班后办"}}
WINDOW = {"label": "12", "name": {"zh": "综合窗口"}, "type": "comprehensive", "lines": ["general"]}
SPECIAL = {"day": "2025-03-04", "kind": "holiday", "name": {"zh": "休息"}}


class Manager:
    """What the manager sends, and what is answered."""

    def __init__(self, central: Central, client: httpx.Client) -> None:
        self.central, self.client = central, client

    def send(self, method: str, path: str, body: Any = None, match: int | None = None) -> httpx.Response:
        headers = {} if match is None else {"If-Match": f'"{match}"'}
        return self.client.request(method, f"/api/v1/halls/{self.central.hall}/setup{path}", json=body, headers=headers)

    def put(self, path: str, body: Any) -> dict[str, Any]:
        return dict(self.send("PUT", path, body).raise_for_status().json())

    def setup(self) -> dict[str, Any]:
        return dict(self.send("GET", "").raise_for_status().json())

    def one(self, kind: str, id: str) -> dict[str, Any]:
        """As it is to be sent back: without its id."""
        found = next(each for each in self.setup()[kind] if each["id"] == id)
        return {key: value for key, value in found.items() if key != "id"}


@pytest.fixture
def manager(central: Central) -> Iterator[Manager]:
    with central.person("manager") as client:
        yield Manager(central, client)


def hall(central: Central) -> dict[str, Any]:
    with central.machine() as terminal:
        return dict(terminal.get(f"/api/v1/halls/{central.hall}").raise_for_status().json())


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def warning(code: str, about: str) -> dict[str, Any]:
    return {"code": code, "about": about, "number": None}


def mistakes(answer: httpx.Response) -> set[tuple[str | None, str]]:
    assert answer.status_code == 422, answer.text
    return {(each["field"], each["code"]) for each in answer.json()["error"]["mistakes"]}


@pytest.mark.both
def test_a_new_service_from_one_minute_to_the_next(central: Central, manager: Manager) -> None:
    before = manager.setup()["version"]
    assert "evening" not in {line["id"] for line in hall(central)["lines"]}
    made = manager.send("PUT", "/lines/evening", LINE)
    assert made.status_code == 201
    assert made.json() == {"version": before + 1, "warnings": [warning("line_without_window", "evening")]}
    first = manager.one("windows", "w1")
    first["lines"] = [{"id": "general", "weight": 1}, {"id": "evening", "weight": 3}]
    assert manager.put("/windows/w1", first) == {"version": before + 2, "warnings": []}
    assert central.issue("evening")["number"] == "N001"
    told = central.context.database.read(lambda session: list(session.scalars(select(Event.name))))
    assert told.count("hall.changed") == 2
    rows = central.context.database.read(lambda session: audit.entries(session, central.hall, action="setup"))
    assert [(row.action, row.subject, row.fields) for row in rows] == [
        ("setup.window_changed", "w1", ["lines"]),
        ("setup.line_added", "evening", None),
    ]


def test_a_call_zone_is_called_the_same_wherever_it_is_named(central: Central, manager: Manager) -> None:
    """One line waits in one zone, whatever language its name was given in first; empty fields name none."""
    for window, area in (("w1", "东区"), ("w2", {"zh": "东区", "en": "East area"}), ("w3", {"zh": ""})):
        manager.put(f"/windows/{window}", manager.one("windows", window) | {"area": area})
    names = {"zh": "东区", "en": "East area"}
    assert [manager.one("windows", each)["area"] for each in ("w1", "w2", "w3")] == [names, names, None]
    ticket = central.issue()
    assert (ticket["area"], ticket["area_name"]) == ("东区", names)
    with central.machine() as terminal:
        shown = terminal.get(f"/api/v1/halls/{central.hall}").json()["windows"]
    assert [(each["area"], each["area_name"]) for each in shown[:3]] == [("东区", names), ("东区", names), (None, None)]


@pytest.mark.both
def test_the_same_again_changes_nothing(central: Central, manager: Manager) -> None:
    """Whatever is shown can be sent back, and leaves no trace. By an admin: a manager may not touch admins."""
    manager.put("/windows/w4", manager.one("windows", "w4") | {"tidal": {"open_above": 5, "close_below": 2}, "area": "东区"})
    manager.put("/lines/civil", manager.one("lines", "civil") | {"bands": [{"opens": "09:00", "closes": "10:00", "quota": 5}]})
    manager.send("POST", "/special-days", SPECIAL)
    before = manager.setup()
    with central.person("admin") as client:
        resend(Manager(central, client), before)
    assert manager.setup() == before


def resend(manager: Manager, setup: dict[str, Any]) -> None:
    for kind in ("lines", "windows", "priorities", "special_days"):
        for each in setup[kind]:
            manager.put(f"/{kind.replace('_', '-')}/{each['id']}", {key: each[key] for key in each if key != "id"})
    for each in setup["hours"]:
        manager.put("/hours", each)
    for each in setup["staff"]:
        shown = ("id", "user", "must_change", "locked_until")
        manager.put(f"/staff/{each['id']}", {key: each[key] for key in each if key not in shown})
    for each in setup["machines"]:
        manager.put(f"/machines/{each['id']}", {key: each[key] for key in ("name", "window")})
    manager.put("/rules", setup["rules"])
    manager.put("/hall", {key: setup["hall"][key] for key in ("name", "phone")})


BAD: list[tuple[str, str, Any, set[tuple[str | None, str]]]] = [
    (
        "PUT",
        "/lines/x",
        LINE | {"letter": "a1", "name": {"en": "no Chinese"}, "daily_quota": -1, "slot_min": 30, "surprise": 1},
        {("letter", "form"), ("name", "needs_chinese"), ("daily_quota", "out_of_range"), ("slot_places", "both_or_none")}
        | {(None, "not_taken")},
    ),
    ("PUT", "/lines/x", LINE | {"letter": "A"}, {("letter", "taken")}),
    (
        "PUT",
        "/lines/x",
        LINE | {"bands": [{"opens": "9", "closes": "10:00", "quota": 1}, {"opens": "11:00", "closes": "10:00", "quota": 1}]},
        {("bands.0.opens", "time_of_day"), ("bands.1.closes", "backwards")},
    ),
    (
        "PUT",
        "/lines/x",
        LINE | {"bands": [{"opens": "08:00", "closes": "10:00", "quota": 1}, {"opens": "09:59", "closes": "11:00", "quota": 1}]},
        {("bands", "overlap")},
    ),
    ("PUT", "/windows/x", WINDOW | {"label": "1", "lines": ["nowhere"]}, {("label", "taken"), ("lines", "unknown")}),
    (
        "PUT",
        "/windows/x",
        WINDOW | {"type": "bank", "lines": ["general", "general"], "tidal": {"open_above": 3, "close_below": 3}},
        {("type", "choice"), ("lines", "twice"), ("tidal.close_below", "tidal_rule")},
    ),
    ("PUT", "/windows/x", WINDOW | {"tidal": {"open_above": 3, "close_below": 1}}, {("tidal", "only_tidal")}),
    ("PUT", "/priorities/x", {"name": {"zh": "学生"}, "evidence": ["card_birth_date"]}, {("evidence", "needs_age")}),
    ("PUT", "/hours", {"line": "nowhere", "spans": []}, {("line", "unknown")}),
    (
        "PUT",
        "/hours",
        {"spans": [{"weekday": 1, "opens": "08:00", "closes": "12:00"}, {"weekday": 1, "opens": "11:00", "closes": "14:00"}]},
        {("spans", "overlap")},
    ),
    ("POST", "/special-days", SPECIAL | {"kind": "extended"}, {("spans", "needs_spans")}),
    ("POST", "/special-days", SPECIAL | {"spans": [{"opens": "08:00", "closes": "09:00"}]}, {("spans", "no_spans")}),
    ("PUT", "/rules", {"undo_s": -1, "longest_wait_min": 1}, {("undo_s", "out_of_range"), ("longest_wait_min", "out_of_range")}),
    ("PUT", "/hall", {"name": {"zh": " "}, "phone": "call us"}, {("name.zh", "missing"), ("phone", "form")}),
    (
        "POST",
        "/staff",
        {"user": "clerk", "name": "某甲", "role": "clerk", "windows": ["w99"]},
        {("user", "taken"), ("windows", "unknown")},
    ),
    ("POST", "/machines", {"name": "T1", "role": "pad"}, {("window", "needs_window")}),
    ("POST", "/machines", {"name": "T1", "role": "pad", "window": "w99"}, {("name", "taken"), ("window", "unknown")}),
]


def test_every_mistake_is_told_at_once_with_its_field(manager: Manager) -> None:
    before = manager.setup()
    for method, path, body, expected in BAD:
        answer = manager.send(method, path, body)
        assert mistakes(answer) == expected, (path, body)
        assert "no Chinese" not in answer.text and "call us" not in answer.text and "surprise" not in answer.text
    manager.send("POST", "/special-days", SPECIAL)
    assert mistakes(manager.send("POST", "/special-days", SPECIAL)) == {("day", "taken")}
    assert manager.setup()["version"] == before["version"] + 1


def test_two_managers_at_once(manager: Manager) -> None:
    seen = manager.setup()["version"]
    assert manager.send("PUT", "/lines/evening", LINE, match=seen).status_code == 201
    late = manager.send("PUT", "/lines/night", LINE | {"letter": "O"}, match=seen)
    assert refusal(late) == (409, "setup_changed")
    assert "night" not in {line["id"] for line in manager.setup()["lines"]}


@pytest.mark.both
def test_what_is_in_use_stays(central: Central, manager: Manager) -> None:
    central.clock.move(5.5 * 3600)  # 15:00, when the line is open
    ticket = central.issue("civil")
    assert refusal(manager.send("DELETE", "/lines/civil")) == (409, "in_use")
    assert refusal(manager.send("PUT", "/lines/civil", manager.one("lines", "civil") | {"active": False})) == (409, "in_use")
    assert refusal(manager.send("DELETE", "/windows/w3")) == (409, "in_use")
    other = manager.one("lines", "civil") | {"letter": "Z"}
    assert mistakes(manager.send("PUT", "/lines/civil", other)) == {("letter", "used_today")}
    central.call_next("w3", "clerk3")
    central.step(ticket["id"], "finish", "clerk3")
    assert manager.send("DELETE", "/lines/civil").json()["warnings"] == [warning("window_without_line", "w3")]
    assert "civil" not in {line["id"] for line in hall(central)["lines"] if line["open"]}
    with central.person("clerk3") as clerk:
        assert clerk.post(f"/api/v1/halls/{central.hall}/windows/w3/close").is_success
    assert manager.send("DELETE", "/windows/w3").json()["warnings"] == []
    assert not manager.one("windows", "w3")["active"] and not manager.one("lines", "civil")["active"]
    assert manager.send("DELETE", "/lines/social").is_success
    with central.machine() as terminal:
        items = terminal.get(f"/api/v1/halls/{central.hall}/items").json()["items"]
        opened = manager.client.post(f"/api/v1/halls/{central.hall}/windows/w3/open")
    assert [each["id"] for each in items] == ["elder_card"], "what nobody can take a number for isn't offered"
    assert refusal(opened) == refusal(manager.send("DELETE", "/windows/w99")) == (404, "window_unknown")
    assert refusal(manager.send("DELETE", "/lines/nowhere")) == (404, "line_unknown")


@pytest.mark.both
def test_hours_change_while_the_hall_is_open(central: Central, manager: Manager) -> None:
    """Monday 09:30: the hall shuts for the day, then opens for a morning after all; a line goes its own way."""
    today = {"day": "2025-03-03", "kind": "closure", "name": {"zh": "停电", "en": "Power cut"}, "spans": []}
    added = manager.send("POST", "/special-days", today).json()
    with central.machine() as terminal:
        closed = terminal.post(
            f"/api/v1/halls/{central.hall}/tickets", json={"line": "general"}, headers={"Idempotency-Key": "while-closed"}
        )
    assert refusal(closed) == (409, "line_closed")
    day = f"/special-days/{added['id']}"
    manager.put(day, today | {"spans": [{"opens": "08:00", "closes": "10:00"}]})
    assert central.issue()["number"] == "A001"
    assert manager.send("DELETE", day).is_success
    assert refusal(manager.send("DELETE", day)) == (404, "special_day_unknown")
    manager.put("/hours", {"line": "social", "spans": [{"weekday": 1, "opens": "14:00", "closes": "15:00"}]})
    lines = {line["id"]: line["open"] for line in hall(central)["lines"]}
    assert lines["general"] and not lines["social"]
    manager.put("/hours", {"line": "social", "spans": []})
    assert {line["id"]: line["open"] for line in hall(central)["lines"]}["social"]


def test_rules_of_the_queue_and_a_class_of_the_halls_own(central: Central, manager: Manager) -> None:
    manager.put("/rules", manager.setup()["rules"] | {"longest_wait_min": 20})
    assert manager.setup()["rules"]["longest_wait_min"] == 20
    manager.put("/priorities/courier", {"name": {"zh": "快递员", "en": "Courier"}, "evidence": ["own_word"]})
    ticket = central.issue(priority={"class": "courier", "evidence": "own_word"})
    assert ticket["priority"] == "courier"
    assert manager.send("DELETE", "/priorities/courier").is_success
    assert "courier" not in {each["id"] for each in hall(central)["priorities"]}
    rows = central.context.database.read(lambda session: audit.entries(session, central.hall, action="setup.rules_changed"))
    assert [row.fields for row in rows] == [["longest_wait_min"]]


def test_the_audit_has_no_values(central: Central, manager: Manager) -> None:
    manager.put("/hall", {"name": {"zh": "改名后的大厅"}, "phone": "0477-1111111"})
    answer = manager.send("POST", "/staff", {"user": "newcomer", "name": "某新人", "role": "helper"}).json()
    manager.put(f"/staff/{answer['id']}", {"name": "某改名", "role": "helper"})
    with central.person("manager") as client:
        told = client.get(f"/api/v1/halls/{central.hall}/audit").json()["entries"]
    subjects = json.dumps([{key: each[key] for key in ("action", "subject", "fields")} for each in told], ensure_ascii=False)
    assert '"name", "phone"' in subjects and "staff.changed" in subjects
    for secret in ("改名后", "1111111", "某新人", "某改名", answer["password"]):
        assert secret not in subjects
