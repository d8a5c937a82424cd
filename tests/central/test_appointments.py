"""Booking, told as it happens in a hall: a caller on the telephone, a card at the terminal, eight callers at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central import keeper
from central.appointments import codes, persons
from central.appointments.models import Appointment
from central.appointments.slots import starts, with_places
from central.vault import Vault
from tests.kit.appointments import CALLER, CARD, DAY, TODAY, TOMORROW, ask, book, key, listed, refused, set_up, slots
from tests.kit.central import Central, running_central


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    with running_central(tmp_path, database_url=database_url) as running:
        set_up(running)
        yield running


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
    book(central, "10:00", "2025-03-05", contact=CALLER)
    closure = {"day": "2025-03-05", "kind": "closure", "name": {"zh": "停电"}, "spans": []}
    assert ask(central, "manager", f"/halls/{central.hall}/setup/special-days", closure).status_code == 201
    assert [row["stands"] for row in listed(central, "2025-03-05")] == [False]
    assert refused(book(central, "10:00", "2025-03-05")) == (409, "slot_unknown")


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
        set_up(central)
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
