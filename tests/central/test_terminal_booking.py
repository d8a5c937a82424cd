"""What a terminal books, finds, moves and cancels for the resident before it, and what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central.appointments.tries import MOST
from tests.central.test_home_visits import listed as visits_listed
from tests.central.test_home_visits import post
from tests.kit.appointments import CARD, TODAY, TOMORROW, ask, book, check_in, listed, refused, set_up
from tests.kit.central import Central, running_central

PHONE = {"phone": "13900000000"}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running_central(tmp_path) as running:
        set_up(running)
        yield running


def find(central: Central, **by: object) -> list[dict[str, object]]:
    found = ask(central, "T1", f"/halls/{central.hall}/appointments/find", by)
    return list(found.raise_for_status().json()["appointments"])


def test_a_phone_number_is_enough_and_tells_nobody_the_code_of_another(central: Central) -> None:
    first = book(central, "10:00", TOMORROW, "T1", contact=PHONE).json()
    second = book(central, "11:00", TOMORROW, "T2", contact=PHONE)
    assert refused(second) == (409, "appointment_open")
    assert second.json()["appointment"] == {"day": TOMORROW, "at": "10:00"}
    row = next(row for row in listed(central, TOMORROW) if row["id"] == first["id"])
    assert (row["surname"], row["phone_end"], row["source"]) == (None, "0000", "terminal")


def test_found_moved_and_cancelled_by_whoever_shows_card_or_code(central: Central) -> None:
    later = book(central, "15:00", "2025-03-05", "T1", holder=CARD).json()
    sooner = book(central, "10:00", TODAY, "T1", holder=CARD).json()
    assert find(central, holder=CARD) == [sooner, later]
    assert find(central, code=f"{later['code'][:3]} {later['code'][3:]}") == [later]
    path = f"/appointments/{later['id']}"
    for wrong in ({}, {"code": sooner["code"]}):
        assert refused(ask(central, "T1", f"{path}/cancel", wrong)) == (404, "appointment_unknown")
    to = {"day": TOMORROW, "at": "09:00", "code": later["code"]}
    for _ in range(2):
        assert ask(central, "T2", f"{path}/move", to).json() == {**later, "day": TOMORROW, "at": "09:00"}
    assert refused(ask(central, "T1", f"{path}/move", {**to, "code": None})) == (404, "appointment_unknown")
    for _ in range(2):
        assert ask(central, "T1", f"{path}/cancel", {"code": later["code"]}).json()["state"] == "cancelled"
    assert find(central, holder=CARD) == [sooner]
    assert check_in(central, code=sooner["code"]).status_code == 201
    nothing = ask(central, "T1", f"/halls/{central.hall}/appointments/find", {"holder": CARD})
    assert refused(nothing) == (404, "appointment_unknown")


def test_codes_cannot_be_searched_at_a_terminal(central: Central) -> None:
    booked = book(central, "10:00", TOMORROW).json()
    wrong = [{"code": f"{(int(booked['code']) + n) % 10**6:06}"} for n in range(1, MOST + 2)]
    find_path, cancel_path = f"/halls/{central.hall}/appointments/find", f"/appointments/{booked['id']}/cancel"
    for _ in range(MOST):  # the same one again is nothing new
        assert refused(ask(central, "T1", find_path, wrong[0])) == (404, "appointment_unknown")
    assert refused(ask(central, "T1", cancel_path, wrong[1])) == (404, "appointment_unknown")
    assert [refused(check_in(central, **body))[0] for body in wrong[2:]] == [404] * (MOST - 2) + [429]
    right = {"code": booked["code"]}
    for path in (find_path, cancel_path):
        assert refused(ask(central, "T1", path, right)) == (429, "too_many_codes"), "it says no more than a wrong one"
    assert ask(central, "T1", find_path, {"holder": CARD}).status_code == 404, "who has a card is not held up"
    assert ask(central, "T2", find_path, right).status_code == 200, "nor who stands at another terminal"
    central.clock.move(60)
    assert find(central, **right) == [booked]


def test_a_visit_is_asked_for_with_a_phone_number_alone(central: Central) -> None:
    body = {"phone": "0477-0001234", "asker": {"phone": "0477-0001234"}, "group": "frail", "consent": True}
    asked = [post(central, "T1", f"/halls/{central.hall}/home-visits", body).json() for _ in range(2)]
    assert [each["number"] for each in asked] == [1, 2]
    row = visits_listed(central)[0]
    assert (row["number"], row["surname"], row["phone_end"], row["for_other"], row["to_call"]) == (1, None, "1234", True, True)
    person = post(central, "manager", f"/home-visits/{asked[0]['id']}/holder").json()
    assert (person["phone"], person["place"], person["group"]) == ("0477-0001234", None, "frail")
