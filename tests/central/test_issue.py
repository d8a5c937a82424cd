"""A ticket is issued once, under the client's key, when the line is open and served."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text

from tests.kit.central import Central

HOUR = 3600.0


def ask(central: Central, body: dict[str, Any], key: str | None = None, terminal: str = "T1") -> httpx.Response:
    headers = {} if key is None else {"Idempotency-Key": key}
    with central.machine(terminal) as client:
        return client.post(f"/api/v1/halls/{central.hall}/tickets", json=body, headers=headers)


def refusal(answer: httpx.Response) -> tuple[int, str, str | None]:
    error = answer.json()["error"]
    return answer.status_code, error["code"], error["field"]


def test_the_first_ticket_of_a_line(central: Central) -> None:
    ticket = central.issue("general")
    UUID(ticket["id"])
    qr = ticket.pop("qr")
    assert qr.startswith(f"{central.url}/t/") and len(qr.rpartition("/")[2]) >= 16
    assert {key: ticket[key] for key in ticket if key != "id"} == {
        "number": "A001",
        "line": "general",
        "ahead": 0,
        "estimated_wait_s": None,
        "issued_at": "2025-03-03T01:30:00Z",
        "windows": ["1", "2"],
        "window": None,
        "priority": None,
        "state": "waiting",
        "print_outcome": None,
        "rated": False,
        "wait_range_s": None,
        "area": None,
        "area_name": None,
        "appointment": False,
        "reason": None,
    }


def test_numbers_and_those_ahead_count_per_line(central: Central) -> None:
    numbers = [
        (ticket["number"], ticket["ahead"]) for ticket in (central.issue(line) for line in ("general", "social", "general"))
    ]
    assert numbers == [("A001", 0), ("B001", 0), ("A002", 1)]


def test_numbers_grow_wider_past_999(central: Central) -> None:
    central.issue()
    central.context.database.write(lambda session: session.execute(text("UPDATE line_days SET last = 998")))
    assert [central.issue()["number"] for _ in range(2)] == ["A999", "A1000"]


def test_the_same_request_again_gives_the_same_ticket(central: Central) -> None:
    key, body = str(uuid4()), {
        "line": "general",
        "holder": {"kind": "resident", "name": "张三丰", "id_number": "152601195001020019"},
    }
    first, again = ask(central, body, key), ask(central, body, key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert central.issue()["number"] == "A002"
    central.clock.move(4 * HOUR)  # the line has closed since, but the ticket was issued
    late = ask(central, body, key)
    assert (late.status_code, late.json()["id"]) == (200, first.json()["id"])


def test_a_key_used_for_another_body_is_refused(central: Central) -> None:
    key = str(uuid4())
    ask(central, {"line": "general"}, key).raise_for_status()
    assert refusal(ask(central, {"line": "social"}, key)) == (409, "key_reused", "Idempotency-Key")


def test_a_refused_request_leaves_its_key_free(central: Central) -> None:
    key = str(uuid4())
    assert ask(central, {"line": "civil"}, key).status_code == 409
    central.clock.move(5 * HOUR)  # 14:30
    assert ask(central, {"line": "civil"}, key).status_code == 201


@pytest.mark.parametrize("key", [None, "short", "x" * 81, "with space", "semi;colon"])
def test_without_a_proper_key_nothing_is_issued(central: Central, key: str | None) -> None:
    assert refusal(ask(central, {"line": "general"}, key)) == (400, "key_missing", "Idempotency-Key")


def test_what_is_wrong_is_named(central: Central) -> None:
    assert refusal(ask(central, {"line": "nowhere"}, str(uuid4()))) == (404, "line_unknown", "line")
    assert refusal(ask(central, {"line": "civil"}, str(uuid4()))) == (409, "line_closed", "line")
    assert refusal(ask(central, {"line": "tidal"}, str(uuid4()))) == (409, "window_closed", "line")
    assert refusal(ask(central, {}, str(uuid4()))) == (422, "invalid", "line")


def test_a_line_keeps_the_hours_of_its_hall_or_its_own(central: Central) -> None:
    central.clock.move(2.5 * HOUR)  # 12:00, the break begins
    assert refusal(ask(central, {"line": "general"}, str(uuid4()))) == (409, "line_closed", "line")
    central.clock.move(2.5 * HOUR)  # 14:30
    central.issue("general")
    central.issue("civil")
    central.clock.move(1.5 * HOUR)  # 16:00
    central.issue("general")
    assert refusal(ask(central, {"line": "civil"}, str(uuid4()))) == (409, "line_closed", "line")


def test_numbers_start_again_on_the_halls_own_next_day(central: Central) -> None:
    first = central.issue()
    central.clock.move(24 * HOUR)
    second = central.issue()
    assert (first["number"], second["number"], second["ahead"]) == ("A001", "A001", 0)
    assert first["id"] != second["id"]


def test_priority_goes_before_and_counts_so(central: Central) -> None:
    normal = central.issue()
    elder = central.issue(priority={"class": "elderly", "evidence": "own_word"})
    later = central.issue(priority={"class": "soldier", "evidence": "own_word"})
    assert [ticket["ahead"] for ticket in (normal, elder, later)] == [0, 0, 1]
    with central.machine() as client:
        assert client.get(f"/api/v1/tickets/{normal['id']}").json()["ahead"] == 2


def test_a_birth_date_must_earn_its_class(central: Central) -> None:
    cards = iter(range(9))

    def body(birth: str | None, evidence: str = "card_birth_date") -> dict[str, Any]:
        holder = {"kind": "resident", "name": "欧阳翠花", "id_number": f"15260219900304002{next(cards)}", "birth": birth}
        return {"line": "general", "holder": holder, "priority": {"class": "elderly", "evidence": evidence}}

    assert ask(central, body("1960-03-03"), str(uuid4())).status_code == 201  # 65 today
    assert refusal(ask(central, body("1960-03-04"), str(uuid4()))) == (422, "invalid", "priority.class")  # tomorrow
    assert ask(central, body(None), str(uuid4())).status_code == 201  # the terminal kept the date to itself
    assert ask(central, body("1990-03-04", "own_word"), str(uuid4())).status_code == 201
    unknown = {"line": "general", "priority": {"class": "hurried", "evidence": "own_word"}}
    assert refusal(ask(central, unknown, str(uuid4()))) == (422, "invalid", "priority.class")
