"""Who comes with an appointment: early, on time, late, on the wrong day, with a code or with a card."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from central import keeper
from central.appointments.models import Appointment
from tests.kit.appointments import CALLER, CARD, DAY, TODAY, TOMORROW, ask, book, check_in, key, listed, refused, set_up, to
from tests.kit.central import Central, running_central


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    with running_central(tmp_path, database_url=database_url) as running:
        set_up(running)
        yield running


@pytest.mark.both
def test_early_on_time_and_late(central: Central) -> None:
    booked = {at: book(central, at).json() for at in ("10:30", "11:00", "14:30")}
    too_early = check_in(central, code=booked["10:30"]["code"])
    assert refused(too_early) == (409, "appointment_early")
    assert too_early.json()["appointment"] == {"day": TODAY, "at": "10:30", "opens_at": "10:00"}

    to(central, "10:00")
    code = booked["10:30"]["code"]
    again = key()
    ticket = check_in(central, code=f" {code[:3]}-{code[3:]} ", headers=again)
    assert ticket.status_code == 201 and ticket.json()["appointment"] is True
    for answer in (check_in(central, code=code, headers=again), check_in(central, "T2", code=code)):
        assert (answer.status_code, answer.json()["id"]) == (200, ticket.json()["id"])
    row = listed(central)[0]
    assert (row["state"], row["ticket"]) == ("checked_in", ticket.json()["number"])

    to(central, "11:15")
    assert check_in(central, "clerk", appointment=booked["11:00"]["id"]).json()["appointment"] is True, "the last minute"
    to(central, "14:46")
    late = check_in(central, code=booked["14:30"]["code"])
    assert late.status_code == 201 and late.json()["appointment"] is False, "a normal ticket, and it says so"


def test_who_comes_in_the_midday_break_for_the_first_slot(central: Central) -> None:
    code = book(central, "14:30").json()["code"]
    to(central, "14:00")
    assert check_in(central, code=code).status_code == 201


@pytest.mark.both
def test_appointments_are_called_between_the_others(central: Central) -> None:
    """Not yet due: after everybody who is. Due: with the priority tickets, by the time of the slot."""
    code = book(central, "10:00").json()["code"]
    early = check_in(central, code=code).json()
    walk_ins = [central.issue() for _ in range(2)]
    assert central.call_next()["number"] == walk_ins[0]["number"]  # type: ignore[index]
    central.step(walk_ins[0]["id"], "finish")
    to(central, "10:00")
    assert central.call_next()["number"] == early["number"], "its turn has come"  # type: ignore[index]
    central.step(early["id"], "finish")
    assert central.call_next()["number"] == walk_ins[1]["number"]  # type: ignore[index]


def test_who_waits_early_is_served_when_nobody_else_is_there(central: Central) -> None:
    early = check_in(central, code=book(central, "10:00").json()["code"]).json()
    assert central.call_next()["number"] == early["number"]  # type: ignore[index]


@pytest.mark.both
def test_a_card_is_its_own_code(central: Central) -> None:
    assert book(central, "10:00", who="T1", holder=CARD).status_code == 201
    assert refused(book(central, "11:00", who="T2", holder=CARD)) == (409, "appointment_open")
    assert book(central, "10:00", TOMORROW, who="T2", holder=CARD).status_code == 201
    assert [(row["surname"], row["source"]) for row in listed(central)] == [("欧阳＊", "terminal")]
    ticket = check_in(central, holder=CARD)
    assert ticket.status_code == 201
    again = check_in(central, "T2", holder=CARD)
    assert (again.status_code, again.json()["id"]) == (200, ticket.json()["id"])
    assert refused(check_in(central, holder={**CARD, "id_number": "152601195001020027"})) == (404, "appointment_unknown")


def test_a_card_finds_what_was_booked_by_telephone(central: Central) -> None:
    own = {**CARD, "name": CALLER["name"]}
    book(central, "10:00", contact=CALLER)
    assert check_in(central, holder=own).status_code == 201
    for phone in ("0477-0005678", "0477-0009999"):
        book(central, "10:30", contact={"name": "同名", "phone": phone})
    to(central, "10:10")
    assert refused(check_in(central, holder={**CARD, "name": "同名"})) == (404, "appointment_unknown"), "two of one name: by code"


@pytest.mark.both
def test_the_wrong_day_is_told_with_the_day(central: Central) -> None:
    booked = book(central, "10:00", TOMORROW, holder=CARD).json()
    for body in ({"code": booked["code"]}, {"holder": CARD}):
        answer = check_in(central, **body)
        assert refused(answer) == (409, "appointment_other_day")
        assert answer.json()["appointment"] == {"day": TOMORROW, "at": "10:00"}
    central.clock.move(2 * DAY)
    assert refused(check_in(central, code=booked["code"])) == (409, "appointment_other_day")
    assert [row["state"] for row in listed(central, TOMORROW)] == ["missed"], "without any job having run"
    keeper.tidy(central.context)
    stored = central.context.database.read(lambda session: session.get_one(Appointment, booked["id"]).state)
    assert stored == "missed"


def test_what_checks_nobody_in(central: Central) -> None:
    booked = book(central, "10:00").json()
    ask(central, "clerk", f"/appointments/{booked['id']}/cancel")
    assert refused(check_in(central, code=booked["code"])) == (409, "wrong_state")
    wrong = f"{(int(booked['code']) + 1) % 10**6:06}"
    assert refused(check_in(central, code=wrong)) == (404, "appointment_unknown")
    assert refused(check_in(central, appointment=booked["id"])) == (403, "forbidden"), "a machine has no list to choose from"
    assert refused(check_in(central, "clerk", appointment="unheard-of")) == (404, "appointment_unknown")
    for body in ({}, {"code": wrong, "holder": CARD}):
        assert refused(check_in(central, **body)) == (422, "invalid")


@pytest.mark.both
def test_two_terminals_get_one_ticket(central: Central) -> None:
    code = book(central, "10:00").json()["code"]
    start = threading.Barrier(2)
    central.enrol("T1"), central.enrol("T2")

    def at(terminal: str) -> httpx.Response:
        start.wait()
        return check_in(central, terminal, code=code)

    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(at, ("T1", "T2"))
    assert sorted((one.status_code, two.status_code)) == [200, 201] and one.json()["id"] == two.json()["id"]
