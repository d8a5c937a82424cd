"""Enrolment: a code works once and for a week; a new one replaces the machine's credential."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx

from central import seed
from central.terminals.service import CODE_LIFE
from tests.kit.central import HALL, Central


def enrol(central: Central, code: str, name: str | None = None) -> httpx.Response:
    with central.client() as client:
        return client.post("/api/v1/enrol", json={"code": code} | ({"name": name} if name else {}))


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def hall_status(central: Central, token: str) -> int:
    with central.client(token) as client:
        return client.get(f"/api/v1/halls/{central.hall}").status_code


def test_a_machine_learns_what_it_is(central: Central) -> None:
    answer = enrol(central, central.codes["P1"], "窗口1评价器")
    enrolled: dict[str, Any] = answer.json()
    assert answer.status_code == 201
    assert (enrolled["role"], enrolled["hall"], enrolled["window"]) == ("pad", central.hall, "w1")
    assert hall_status(central, enrolled["token"]) == 200


def test_a_code_works_once(central: Central) -> None:
    code = central.codes["T1"]
    assert enrol(central, code, "T1").status_code == 201
    assert refusal(enrol(central, code, "T1")) == (410, "code_unknown")
    assert refusal(enrol(central, "ABCD-EFGH-JKMN")) == (404, "code_unknown")


def test_a_code_is_typed_by_a_person(central: Central) -> None:
    code = central.codes["T1"]
    assert enrol(central, f" {code[:4].lower()}-{code[4:8]} {code[8:]}\t").status_code == 201


def test_a_code_expires(central: Central) -> None:
    central.clock.move(CODE_LIFE.total_seconds())
    assert refusal(enrol(central, central.codes["T1"])) == (410, "code_unknown")


def test_a_name_is_used_once_in_a_hall(central: Central) -> None:
    assert refusal(enrol(central, central.codes["T1"], "T2")) == (422, "invalid")
    assert enrol(central, central.codes["T1"]).status_code == 201, "the code is still good"


def test_a_new_code_voids_the_old_and_its_use_voids_the_credential(central: Central) -> None:
    old_code, token = central.codes["T2"], central.enrol("T1")
    made = seed.load(central.context, HALL, reset_credentials=True)
    assert refusal(enrol(central, old_code)) == (410, "code_unknown")
    assert hall_status(central, token) == 200, "until the new code is used"
    renewed = enrol(central, made.codes["T1"]).json()["token"]
    assert (hall_status(central, token), hall_status(central, renewed)) == (401, 200)


def test_a_code_lives_for_days_and_not_forever() -> None:
    assert timedelta(days=1) <= CODE_LIFE <= timedelta(days=14)
