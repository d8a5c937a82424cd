"""Quotas of a day and of a time band, tested in the transaction that issues."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest

from central.halls import service as halls
from central.halls.models import Line
from central.unit import unit_for
from tests.kit.central import Central

pytestmark = pytest.mark.both
HOUR = 3600.0


def decide(central: Central, line: str, **figures: Any) -> None:
    """As the set-up does it."""

    def work(session: Any) -> None:
        stored = session.get(Line, (central.hall, line))
        for name, value in figures.items():
            setattr(stored, name, value)
        halls.changed(unit_for(central.context, session), central.hall)

    central.context.database.write(work)


def ask(central: Central, line: str, key: str | None = None) -> httpx.Response:
    with central.machine() as client:
        headers = {"Idempotency-Key": key or str(uuid4())}
        return client.post(f"/api/v1/halls/{central.hall}/tickets", json={"line": line}, headers=headers)


def test_a_day_has_so_many_numbers_and_no_more(central: Central) -> None:
    decide(central, "general", daily_quota=20)
    central.enrol("T1")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda key: ask(central, "general", key), [f"request-{at}" for at in range(30)]))
    given = [answer.json()["number"] for answer in answers if answer.status_code == 201]
    assert sorted(given) == [f"A{serial:03}" for serial in range(1, 21)]
    refused = [answer.json()["error"] for answer in answers if answer.status_code == 409]
    assert [(each["code"], each["field"]) for each in refused] == [("quota_spent", "line")] * 10
    assert central.issue("social")["number"] == "B001", "another line has its own"
    first = next(at for at, answer in enumerate(answers) if answer.status_code == 201)
    assert ask(central, "general", f"request-{first}").status_code == 200, "a number that was given is given again"
    decide(central, "general", daily_quota=21)
    assert ask(central, "general").json()["number"] == "A021"
    assert ask(central, "general").status_code == 409
    central.clock.move(24 * HOUR)
    assert ask(central, "general").json()["number"] == "A001"


def test_none_at_all_is_a_quota_too(central: Central) -> None:
    decide(central, "general", daily_quota=0)
    assert ask(central, "general").json()["error"]["code"] == "quota_spent"


def test_a_time_band_has_its_own_numbers(central: Central) -> None:
    """09:30 is in the first band; between the bands the day's quota alone holds."""
    bands = [{"opens": 8 * 60, "closes": 10 * 60, "quota": 2}, {"opens": 11 * 60, "closes": 12 * 60, "quota": 1}]
    decide(central, "general", daily_quota=5, bands=bands)
    assert [ask(central, "general").status_code for _ in range(3)] == [201, 201, 409]
    central.clock.move(HOUR)
    assert ask(central, "general").json()["number"] == "A003", "what was refused took no number"
    central.clock.move(HOUR)
    assert [ask(central, "general").status_code for _ in range(2)] == [201, 409]
    central.clock.move(4 * HOUR)
    assert [ask(central, "general").status_code for _ in range(2)] == [201, 409], "the day's quota"
