"""A card laid for a ticket, by somebody who booked that line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.orm import Session

from central.halls import service as halls
from central.halls.models import Line
from central.unit import unit_for
from tests.kit.central import Central, running_central

CARD = {"kind": "resident", "name": "欧阳测试", "id_number": "152601195001020019", "birth": "1950-01-02"}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running_central(tmp_path) as running:

        def half_hours(session: Session) -> None:
            line = session.get_one(Line, (running.hall, "general"))
            line.slot_min, line.slot_places = 30, 2
            halls.changed(unit_for(running.context, session), running.hall)

        running.context.database.write(half_hours)
        yield running


def post(central: Central, path: str, key: str, **body: Any) -> httpx.Response:
    with central.machine() as client:
        return client.post(f"/api/v1/halls/{central.hall}/{path}", json=body, headers={"Idempotency-Key": key})


def book(central: Central, at: str) -> None:
    """For today, a Monday; it is 09:30 in the hall."""
    post(central, "appointments", f"booking-{at[:2]}", line="general", day="2025-03-03", at=at, holder=CARD).raise_for_status()


def test_the_card_is_check_in_enough(central: Central) -> None:
    with central.machine() as client:
        lines = client.get(f"/api/v1/halls/{central.hall}").json()["lines"]
    assert [line["books"] for line in lines] == [True, False, False, False]
    central.issue()
    book(central, "10:00")
    first = post(central, "tickets", "visit-1.1", line="general", holder=CARD, lang="mn")
    assert (first.status_code, first.json()["appointment"]) == (201, True)
    again = post(central, "tickets", "visit-1.1", line="general", holder=CARD, lang="mn")
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"]), "its answer was lost"
    other = post(central, "tickets", "visit-2.1", line="general", holder=CARD)
    assert (other.status_code, other.json()["ticket"]["id"]) == (409, first.json()["id"])


def test_who_comes_much_too_early_queues_like_everybody(central: Central) -> None:
    book(central, "11:30")
    early = post(central, "tickets", "visit-1.1", line="general", holder=CARD)
    assert (early.status_code, early.json()["appointment"]) == (201, False)


def test_another_line_is_another_matter(central: Central) -> None:
    book(central, "10:00")
    social = post(central, "tickets", "visit-1.1", line="social", holder=CARD)
    assert (social.status_code, social.json()["appointment"]) == (201, False)
