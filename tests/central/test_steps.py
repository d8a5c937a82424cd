"""Every step of a ticket: through the hall, aside, back, to another window, and taken back."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import text

from tests.kit.central import Central

pytestmark = pytest.mark.both
MINUTE = 60.0
CARD = {"kind": "resident", "name": "欧阳翠花", "id_number": "152602199003040026"}


@pytest.fixture(autouse=True)
def counts_are_right(central: Central) -> Any:
    """Whatever a test did: the figures of each line are those of its tickets."""
    yield
    query = text(
        "SELECT d.line_id, d.day, waiting_priority, waiting_normal,"
        " (SELECT count(*) FROM tickets t WHERE t.line_id = d.line_id AND t.day = d.day AND state = 'waiting' AND rank = 0),"
        " (SELECT count(*) FROM tickets t WHERE t.line_id = d.line_id AND t.day = d.day AND state = 'waiting' AND rank = 1)"
        " FROM line_days d"
    )
    for line, day, priority, normal, *really in central.context.database.read(lambda session: session.execute(query).all()):
        assert [priority, normal] == really, (line, day)


def step(central: Central, ticket: dict[str, Any], name: str, body: Any = None, user: str = "manager") -> httpx.Response:
    with central.person(user) as client:
        return client.post(f"/api/v1/tickets/{ticket['id']}/{name}", json=body)


def done(central: Central, ticket: dict[str, Any], name: str, body: Any = None, user: str = "manager") -> dict[str, Any]:
    return dict(step(central, ticket, name, body, user).raise_for_status().json())


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def at(central: Central, window: str, what: str, body: Any = None, user: str = "manager") -> httpx.Response:
    with central.person(user) as client:
        return client.post(f"/api/v1/halls/{central.hall}/windows/{window}/{what}", json=body)


def queue(central: Central, window: str, user: str = "clerk") -> dict[str, list[tuple[str, str | None]]]:
    with central.person(user) as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/windows/{window}/queue").raise_for_status().json()
    return {part: [(each["number"], each["reason"]) for each in rows] for part, rows in answer.items()}


def called(central: Central, window: str = "w1", user: str = "manager") -> str | None:
    ticket = central.call_next(window, user)
    return ticket and str(ticket["number"])


def test_put_aside_and_taken_up_again(central: Central) -> None:
    central.issue(), central.issue()
    first = central.call_next("w1")
    assert first is not None
    assert done(central, first, "park", {"reason": "fetches_paper"})["state"] == "parked"
    assert queue(central, "w1") == {"next": [("A002", "first_come")], "parked": [("A001", None)], "missed": []}
    assert called(central) == "A002", "the window is free meanwhile"
    assert refused(at(central, "w1", "call", {"ticket": first["id"]})) == (409, "wrong_state"), "it serves somebody"
    again = at(central, "w2", "call", {"ticket": first["id"]}).raise_for_status().json()
    assert (again["number"], again["state"], again["window"], again["reason"]) == ("A001", "called", "w2", "resumed")
    assert done(central, first, "finish")["state"] == "finished"
    with central.person("admin") as client:
        audit = client.get(f"/api/v1/halls/{central.hall}/audit").json()
    entries = audit["entries"] if isinstance(audit, dict) else audit
    assert "ticket.called_by_hand" in [each["action"] for each in entries]


def test_who_missed_the_call_comes_back_behind_the_next_three(central: Central) -> None:
    for _ in range(6):
        central.issue()
        central.clock.move(1)
    missed = central.call_next("w1")
    assert missed is not None
    done(central, missed, "no-show")
    assert queue(central, "w1")["missed"] == [("A001", None)]
    back = done(central, missed, "reenter")
    assert (back["state"], back["number"], back["ahead"]) == ("waiting", "A001", 3)
    assert [number for number, _ in queue(central, "w1")["next"]] == ["A002", "A003", "A004", "A001", "A005", "A006"]
    late = central.call_next("w1")
    assert late is not None
    done(central, late, "no-show")
    by_hand = at(central, "w1", "call", {"ticket": late["id"]}).raise_for_status().json()
    assert (by_hand["number"], by_hand["reason"]) == ("A002", "came_back")


def test_one_number_for_several_lines(central: Central) -> None:
    """一票到底."""
    other = central.issue("social")
    central.clock.move(MINUTE)
    ticket = central.issue("general")
    central.clock.move(MINUTE)
    central.issue("social")
    assert called(central, "w1") == "A001"
    moved = done(central, ticket, "transfer", {"line": "social"})
    assert (moved["number"], moved["line"], moved["state"], moved["ahead"]) == ("A001", "social", "waiting", 1)
    assert [called(central, "w2")] == [other["number"]]
    done(central, other, "finish")
    assert called(central, "w2") == "A001", "it kept the turn it had"
    assert refused(step(central, ticket, "transfer", {"line": "tidal"})) == (409, "window_closed")
    assert refused(step(central, ticket, "transfer", {"line": "nowhere"})) == (404, "line_unknown")
    assert refused(step(central, ticket, "transfer", {"window": "w9"})) == (404, "window_unknown")
    assert refused(step(central, ticket, "transfer", {"line": "general", "window": "w1"})) == (422, "invalid")
    assert refused(step(central, ticket, "transfer", {})) == (422, "invalid")
    assert central.issue("general")["number"] == "A002"


def test_a_ticket_for_one_window_is_called_there_first_and_nowhere_else(central: Central) -> None:
    for _ in range(3):
        central.issue()
        central.clock.move(1)
    ticket = central.call_next("w2")
    assert ticket is not None
    assert done(central, ticket, "transfer", {"window": "w1"})["windows"] == ["1"]
    assert queue(central, "w1")["next"][0] == ("A001", "for_this_window")
    assert [number for number, _ in queue(central, "w2")["next"]] == ["A002", "A003"]
    assert called(central, "w2") == "A002"
    at(central, "w1", "close").raise_for_status()
    done(central, ticket, "cancel", {"by": "resident"})


def test_a_window_that_closes_lets_go_of_those_who_were_sent_to_it(central: Central) -> None:
    ticket = central.issue()
    central.call_next("w2")
    done(central, ticket, "transfer", {"window": "w1"})
    at(central, "w1", "close").raise_for_status()
    assert called(central, "w2") == "A001"


def test_a_ticket_is_given_back(central: Central) -> None:
    first, second = central.issue(), central.issue()
    with central.machine() as terminal:
        answer = terminal.post(f"/api/v1/tickets/{first['id']}/cancel", json={"by": "resident"})
    assert answer.raise_for_status().json()["state"] == "cancelled"
    assert called(central) == second["number"]
    assert refused(step(central, second, "cancel", {"by": "staff"})) == (409, "wrong_state")
    assert refused(step(central, first, "cancel", {"by": "staff"})) == (409, "wrong_state")


def test_a_misclick_is_taken_back(central: Central) -> None:
    ticket = central.issue()
    central.call_next("w1")
    steps = {"finish": "finished", "no-show": "no_show", "park": "parked", "transfer": "waiting"}
    for name, left in steps.items():
        body = {"line": "social"} if name == "transfer" else None
        assert done(central, ticket, name, body)["state"] == left
        central.clock.move(15)
        back = done(central, ticket, "undo")
        assert (back["state"], back["window"], back["line"]) == ("called", "w1", "general"), name
    done(central, ticket, "finish")
    central.clock.move(16)
    assert refused(step(central, ticket, "undo")) == (409, "too_late")


def test_a_call_is_taken_back(central: Central) -> None:
    first, second = central.issue(priority={"class": "soldier", "evidence": "own_word"}), central.issue()
    assert called(central) == "A001"
    assert done(central, first, "undo")["state"] == "waiting"
    assert refused(step(central, first, "undo")) == (409, "too_late"), "once"
    assert queue(central, "w1")["next"] == [("A001", "priority"), ("A002", "first_come")]
    assert called(central) == "A001"
    done(central, first, "park")
    at(central, "w1", "call", {"ticket": first["id"]}).raise_for_status()
    assert done(central, first, "undo")["state"] == "parked"
    assert called(central) == second["number"]
    assert refused(step(central, first, "undo")) == (409, "too_late"), "the window has gone on"


def test_what_somebody_acted_on_is_not_taken_back(central: Central) -> None:
    rated, moved = central.issue(), central.issue()
    central.call_next("w1")
    done(central, rated, "finish")
    with central.machine("P1") as pad:
        pad.put(f"/api/v1/tickets/{rated['id']}/rating", json={"level": 5, "channel": "pad"}).raise_for_status()
    assert refused(step(central, rated, "undo")) == (409, "too_late")
    central.call_next("w1")
    done(central, moved, "transfer", {"line": "social"})
    assert called(central, "w2") == moved["number"]
    done(central, moved, "finish")
    never = central.issue()
    assert refused(step(central, never, "undo")) == (409, "too_late")


def test_one_open_ticket_for_a_person_in_a_line(central: Central) -> None:
    first = central.issue(holder=CARD)
    again = central.issue("social", holder=CARD)
    assert again["number"] == "B001", "another line is another matter"
    with central.machine() as terminal:
        answer = terminal.post(
            f"/api/v1/halls/{central.hall}/tickets",
            json={"line": "general", "holder": {**CARD, "id_number": CARD["id_number"].lower()}},
            headers={"Idempotency-Key": "another-request"},
        )
    assert refused(answer) == (409, "ticket_open")
    assert answer.json()["ticket"]["id"] == first["id"] and answer.json()["error"]["field"] == "line"
    central.call_next("w1")
    done(central, first, "no-show")
    second = central.issue(holder=CARD)
    assert refused(step(central, first, "reenter")) == (409, "ticket_open"), "another one was taken meanwhile"
    assert refused(at(central, "w1", "call", {"ticket": first["id"]})) == (409, "ticket_open")
    assert called(central) == second["number"]
    assert refused(step(central, second, "transfer", {"line": "social"})) == (409, "ticket_open")
    done(central, second, "finish")
    assert central.issue(holder=CARD)["number"] == "A003"


def test_a_number_called_by_hand_must_be_the_windows(central: Central) -> None:
    social, general = central.issue("social"), central.issue()
    assert refused(at(central, "w1", "call", {"ticket": social["id"]})) == (409, "wrong_state")
    assert refused(at(central, "w1", "call", {"ticket": "unheard-of"})) == (404, "ticket_unknown")
    chosen = at(central, "w2", "call", {"ticket": general["id"]}).raise_for_status().json()
    assert chosen["reason"] == "chosen"
    assert refused(at(central, "w1", "call", {"ticket": general["id"]})) == (409, "wrong_state"), "it is called already"
    central.clock.move(24 * 60 * MINUTE)
    assert refused(at(central, "w2", "call", {"ticket": social["id"]})) == (409, "wrong_state"), "of yesterday"


def test_what_the_clerk_is_told_of_those_who_wait(central: Central) -> None:
    central.issue(priority={"class": "soldier", "evidence": "own_word"}, holder=CARD)
    with central.person("helper") as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/windows/w1/queue")
    (first,) = answer.json()["next"]
    assert (first["priority"], first["evidence"], first["reason"]) == ("soldier", "own_word", "priority")
    assert CARD["name"] not in answer.text and CARD["id_number"] not in answer.text


def test_the_last_one_before_the_window_closes(central: Central) -> None:
    ticket = central.issue()
    central.call_next("w1")
    assert done(central, ticket, "finish-and-close")["state"] == "finished"
    assert refused(at(central, "w1", "next")) == (409, "window_closed")
    assert refused(step(central, ticket, "undo")) == (409, "window_closed")
    at(central, "w1", "open").raise_for_status()
    assert done(central, ticket, "undo")["state"] == "called"
