"""What a manager can find out later: who called whom and when, and who changed what."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.kit.central import Central

pytestmark = pytest.mark.both


def told(central: Central, of: str, **asked: Any) -> httpx.Response:
    with central.person("manager") as manager:
        return manager.get(f"/api/v1/halls/{central.hall}/{of}", params=asked)


def test_who_called_this_number_and_when(central: Central) -> None:
    first, second = central.issue(), central.issue()
    for ticket in (first, second):
        central.clock.move(60)
        central.call_next()
        central.clock.move(60)
        central.step(ticket["id"], "recall")
        central.clock.move(60)
        central.step(ticket["id"], "finish")
    happened = told(central, "history", ticket=second["number"].lower()).json()["happened"]
    assert [(each["what"], each["number"], each["window"], each["actor_name"]) for each in happened] == [
        ("closed", "A002", "w1", "窗口丙"),
        ("called", "A002", "w1", "窗口丙"),
        ("issued", "A002", None, "T1"),
    ]
    assert (happened[0]["how"], happened[0]["recalls"], happened[1]["how"]) == ("finished", 1, "first_come")
    assert told(central, "history", ticket="A999").json()["error"]["code"] == "ticket_unknown"
    assert told(central, "history", day="2025-03-02").json()["happened"] == []


def test_a_day_in_pages(central: Central) -> None:
    """Page after page is the day, whole and in order, also where several things happened at one moment."""
    with central.person("clerk") as clerk:
        for step in ("close", "open", "close", "open"):
            assert clerk.post(f"/api/v1/halls/{central.hall}/windows/w1/{step}").is_success
            central.clock.move(30)
    for _ in range(3):
        ticket = central.issue()
        central.call_next()
        central.step(ticket["id"], "no-show")
    day = told(central, "history").json()
    assert day["before"] is None
    assert {each["what"] for each in day["happened"]} == {"called", "closed", "window", "audit"}
    assert [each["how"] for each in day["happened"] if each["what"] == "window"] == ["opened", "closed", "opened", "closed"]
    moments = [each["at"] for each in day["happened"]]
    assert moments == sorted(moments, reverse=True)
    pages: list[Any] = []
    before: dict[str, Any] = {}
    while before is not None:
        page = told(central, "history", limit=10, **before).json()
        pages += page["happened"]
        before = {"before": page["before"]} if page["before"] else None  # type: ignore[assignment]
    own = [each for each in day["happened"] if each["how"] != "staff.login"]
    assert [each for each in pages if each["how"] != "staff.login"] == own
    at_window = told(central, "history", window="w1").json()["happened"]
    assert {each["window"] for each in at_window if each["what"] != "audit"} == {"w1"}


def test_the_audit_in_pages(central: Central) -> None:
    for user in ("clerk", "clerk3", "helper"):
        central.log_in(user)
    whole = told(central, "audit").json()["entries"]
    assert [each["id"] for each in whole] == sorted((each["id"] for each in whole), reverse=True)
    found: list[Any] = []
    before: int | None = whole[0]["id"]
    found.append(whole[0])
    while before is not None:
        page = told(central, "audit", limit=3, before=before).json()
        found += page["entries"]
        before = page["before"]
    assert found == whole
    logins = told(central, "audit", action="staff.login").json()["entries"]
    assert {each["actor_name"] for each in logins} == {"主任乙", "窗口丙", "窗口丁", "帮办戊"}
    assert {each["action"].split(".")[0] for each in told(central, "audit", action="staff").json()["entries"]} == {"staff"}
    clerk = next(each["actor"] for each in logins if each["actor_name"] == "窗口丙")
    assert {each["actor"] for each in told(central, "audit", actor=clerk).json()["entries"]} == {clerk}
    assert told(central, "audit", before=10**9).json()["error"]["field"] == "before"
