"""Appointments, told as they happen in a hall: a caller on the telephone, a card at the terminal, and who comes early or late."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from central import keeper
from central.appointments import codes, persons
from central.appointments.models import Appointment
from central.appointments.slots import starts, with_places
from central.halls.models import Hall, Line, SpecialDay
from central.vault import Vault
from tests.kit.central import Central, running_central

MINUTE, DAY = 60.0, 24 * 3600.0
TODAY, TOMORROW = "2025-03-03", "2025-03-04"  # a Monday, 09:30 in the hall
CALLER = {"name": "测试甲", "phone": "0477-0001234"}
CARD = {"kind": "resident", "name": "欧阳测试", "id_number": "152601195001020019", "birth": "1950-01-02"}


def set_up(session: Session) -> None:
    """General: half hours with two places; the national holiday, and a service day of that line on it."""
    line = session.get_one(Line, ("heelun", "general"))
    line.slot_min, line.slot_places = 30, 2
    holiday = {"hall_id": "heelun", "day": date(2025, 3, 6)}
    session.add(SpecialDay(**holiday, line_id=None, kind="holiday", name={"zh": "放假"}, spans=[]))
    session.add(SpecialDay(**holiday, line_id="general", kind="service_day", name={"zh": "集中办理日"}, spans=[[600, 660]]))
    session.get_one(Hall, "heelun").version += 1


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    with running_central(tmp_path, database_url=database_url) as running:
        running.context.database.write(set_up)
        yield running


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def ask(central: Central, who: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> httpx.Response:
    """A POST by a member of the staff or, T1 and T2, by a terminal."""
    client = central.machine(who) if who in ("T1", "T2") else central.person(who)
    with client:
        return client.post(f"/api/v1{path}", json=body, headers=headers or key())


def book(central: Central, at: str, day: str = TODAY, who: str = "clerk", headers: Any = None, **body: Any) -> httpx.Response:
    body = {"line": "general", "day": day, "at": at, **body}
    return ask(central, who, f"/halls/{central.hall}/appointments", body, headers)


def check_in(central: Central, who: str = "T1", headers: Any = None, **body: Any) -> httpx.Response:
    return ask(central, who, f"/halls/{central.hall}/appointments/check-in", body, headers)


def listed(central: Central, day: str = TODAY) -> list[dict[str, Any]]:
    with central.person("helper") as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/appointments", params={"day": day})
    return list(answer.raise_for_status().json()["appointments"])


def slots(central: Central, **asked: Any) -> list[dict[str, Any]]:
    with central.machine() as client:
        answer = client.get(f"/api/v1/halls/{central.hall}/slots", params={"line": "general", **asked})
    return list(answer.raise_for_status().json()["days"])


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])


def to(central: Central, clock: str) -> None:
    """Moves the hall's clock on to a time of today."""
    hours, minutes = clock.split(":")
    passed = central.clock.utc() + timedelta(hours=8)
    central.clock.move((int(hours) * 60 + int(minutes) - passed.hour * 60 - passed.minute) * MINUTE)


def test_the_times_that_can_be_had(central: Central) -> None:
    today, tuesday, _, holiday, friday, saturday = slots(central, days=6)
    assert [slot["at"] for slot in today["slots"]] == ["10:00", "10:30", "11:00", "11:30"] + [
        "14:30", "15:00", "15:30", "16:00", "16:30", "17:00"
    ]  # fmt: skip
    assert {slot["free"] for slot in today["slots"]} == {2} and today["special"] is None
    assert len(tuesday["slots"]) == len(friday["slots"]) == 13 and saturday["slots"] == []
    assert [slot["at"] for slot in holiday["slots"]] == ["10:00", "10:30"]
    assert holiday["special"] == {"kind": "service_day", "name": {"zh": "集中办理日"}}
    assert slots(central, days=31, **{"from": "2025-03-16"})[-1]["day"] == "2025-03-17", "two weeks ahead and no further"
    assert slots(central, **{"from": "9999-12-31"}) == [] and slots(central, **{"from": "0001-01-01"})[0]["day"] == TODAY
    assert {len(day["slots"]) for day in slots(central, line="social")} == {0}
    with central.machine() as client:
        assert refused(client.get(f"/api/v1/halls/{central.hall}/slots?line=none")) == (404, "line_unknown")


@pytest.mark.both
def test_a_caller_on_the_telephone(central: Central) -> None:
    again = key()
    first = book(central, "10:00", TOMORROW, headers=again, contact=CALLER)
    booked = first.json()
    assert first.status_code == 201 and booked["code"].isdecimal() and len(booked["code"]) == 6
    assert (booked["line"], booked["day"], booked["at"], booked["state"]) == ("general", TOMORROW, "10:00", "booked")
    replay = book(central, "10:00", TOMORROW, headers=again, contact=CALLER)
    assert (replay.status_code, replay.json()) == (200, booked)
    assert refused(book(central, "10:30", TOMORROW, headers=again, contact=CALLER)) == (409, "key_reused")

    other = {"name": " 测试  甲 ".replace(" ", ""), "phone": "０４７７ 000 1234"}  # as an input method may write it
    second = book(central, "11:00", TOMORROW, contact=other)
    assert refused(second) == (409, "appointment_open")
    assert second.json()["appointment"] == {"day": TOMORROW, "at": "10:00", "code": booked["code"]}
    assert book(central, "10:00", TOMORROW, contact={**CALLER, "name": "测试乙"}).status_code == 201, "one phone, two parents"
    assert refused(book(central, "10:00", TOMORROW)) == (409, "slot_full")
    assert slots(central)[1]["slots"][3] == {"at": "10:00", "free": 0}

    row = next(row for row in listed(central, TOMORROW) if row["id"] == booked["id"])
    assert (row["surname"], row["phone_end"], row["source"], row["stands"]) == ("测＊", "1234", "phone", True)
    person = ask(central, "helper", f"/appointments/{booked['id']}/holder").json()
    assert person == {**CALLER, "code": booked["code"]}

    moved = ask(central, "clerk", f"/appointments/{booked['id']}/move", {"day": "2025-03-05", "at": "09:00"})
    assert moved.json() == {**booked, "day": "2025-03-05", "at": "09:00"}, "the code stays"
    assert book(central, "10:00", TOMORROW).status_code == 201, "the place that was left is free"
    for _ in range(2):
        assert ask(central, "clerk", f"/appointments/{booked['id']}/cancel").json()["state"] == "cancelled"
    assert refused(ask(central, "clerk", f"/appointments/{booked['id']}/move", {"day": TODAY, "at": "10:00"}))[0] == 409
    with central.person("manager") as client:
        entries = client.get(f"/api/v1/halls/{central.hall}/audit").json()["entries"]
    actions = [entry["action"] for entry in entries if entry["subject"] == booked["id"]]
    assert sorted(actions) == ["appointment.cancelled", "appointment.moved", "appointment.revealed"]


NO_SLOTS = [(TODAY, at) for at in ("09:30", "09:00", "10:15", "12:00")] + [("2025-03-06", "09:00"), ("2025-03-08", "10:00")]
NO_SLOTS += [("2025-03-18", "10:00"), ("2025-02-28", "10:00"), ("9999-12-31", "10:00"), ("0001-01-01", "10:00")]


def test_what_is_no_slot(central: Central) -> None:
    for day, at in NO_SLOTS:
        assert refused(book(central, at, day)) == (409, "slot_unknown"), (day, at)


def test_a_hall_that_closes_after_all_sees_whom_to_call(central: Central) -> None:
    book(central, "10:00", "2025-03-06", contact=CALLER)

    def close(session: Session) -> None:
        session.add(SpecialDay(hall_id="heelun", line_id=None, day=date(2025, 3, 6), kind="closure", name={"zh": "停电"}, spans=[]))
        session.get_one(Hall, "heelun").version += 1

    central.context.database.write(close)
    assert [row["stands"] for row in listed(central, "2025-03-06")] == [False]


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


@pytest.mark.both
def test_a_slot_is_never_overbooked(central: Central) -> None:
    """Eight callers at once, each for every slot of a morning: exactly its places are given, each with a code of its own."""
    wanted = ["09:00", "09:30", "10:00", "10:30", "11:00"]
    central.log_in("clerk"), central.log_in("manager")

    def caller(number: int) -> list[httpx.Response]:
        who = "clerk" if number % 2 else "manager"
        return [book(central, at, TOMORROW, who) for at in wanted[number % 5 :] + wanted[: number % 5]]

    with ThreadPoolExecutor(8) as pool:
        answers = [answer for answers in pool.map(caller, range(8)) for answer in answers]
    given_to = [answer.json() for answer in answers if answer.status_code == 201]
    assert sorted(each["at"] for each in given_to) == sorted(wanted * 2)
    assert len({each["code"] for each in given_to}) == len(given_to)
    assert {refused(answer) for answer in answers if answer.status_code != 201} == {(409, "slot_full")}


@pytest.mark.both
def test_nothing_of_a_person_is_stored_in_plain_or_kept_for_long(tmp_path: Path, database_url: str) -> None:
    with running_central(tmp_path, database_url=database_url, keep_persons_days=2) as central:
        central.context.database.write(set_up)
        booked = book(central, "10:00", TOMORROW, contact=CALLER).json()
        card = book(central, "10:30", "2025-03-05", holder=CARD).json()
        central.clock.move(4 * DAY)  # the 5th is two days ago
        keeper.tidy(central.context)

        def kept(appointment: str) -> tuple[Any, ...]:
            row = central.context.database.read(lambda session: session.get_one(Appointment, appointment))
            return (row.name, row.phone, row.person_mark, row.request_mark or None)

        assert kept(booked["id"]) == (None, None, None, None)
        assert [each is None for each in kept(card["id"])] == [False, True, False, False], "not before its time"
        assert [row["surname"] for row in listed(central, TOMORROW)] == [None]
        files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for trace in (CALLER["name"], CALLER["phone"], CARD["name"], CARD["id_number"], booked["code"]):
        assert not [path for path, content in files.items() if trace.encode() in content], "in plain"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("李四", "李＊"), ("诸葛亮", "诸葛＊"), ("司马", "司＊"), ("巴特尔", "巴＊"), ("Li Si", "L＊"), (None, None), ("", None)],
)
def test_a_name_on_the_staff_list(name: str | None, shown: str | None) -> None:
    assert persons.surname(name) == shown


ends = st.lists(st.integers(0, 1440), min_size=2, max_size=2, unique=True).map(sorted)


@settings(deadline=None)
@given(st.lists(ends, max_size=3), st.integers(5, 120), st.integers(1, 5), st.integers(-1, 1440), st.data())
def test_slots_lie_in_the_hours_and_never_give_what_is_taken(
    spans: list[list[int]], length: int, places: int, after: int, data: st.DataObject
) -> None:
    minutes = starts([(opens, closes) for opens, closes in spans], length)
    assert all(any(opens <= start and start + length <= closes for opens, closes in spans) for start in minutes)
    taken = {start: data.draw(st.integers(0, places + 1)) for start in minutes}
    for slot in with_places(minutes, places, taken, after):
        assert slot.minute > after and 0 <= slot.free == max(0, places - taken[slot.minute])


@settings(deadline=None)
@given(st.sets(st.integers(0, 40)))
def test_a_code_is_told_again_whichever_try_it_was(occupied: set[int]) -> None:
    vault, tries = Vault(b"k" * 32), iter(range(100))
    code, mark = codes.choose(vault, "heelun", "id", lambda _: next(tries) in occupied)
    assert codes.again(vault, "heelun", "id", mark) == code and codes.tidied(f" {code[:3]} {code[3:]}") == code
    assert codes.mark(vault, "elsewhere", code) != mark
