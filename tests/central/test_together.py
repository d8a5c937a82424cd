"""Many at once: numbers stay unique and without gaps, nobody is called twice, nobody is skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.kit.central import Central

pytestmark = pytest.mark.both

THREADS = 16


def at_once(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    with ThreadPoolExecutor(THREADS) as pool:
        return [future.result(timeout=60) for future in [pool.submit(job) for job in jobs]]


def post(client: httpx.Client, path: str, key: str | None = None, body: Any = None) -> httpx.Response:
    return client.post(path, json=body, headers={"Idempotency-Key": key} if key else {})


def test_sixteen_at_once_get_sixteen_numbers_in_a_row(central: Central) -> None:
    path = f"/api/v1/halls/{central.hall}/tickets"
    with central.machine("T1") as one, central.machine("T2") as two:
        jobs = [lambda at=at: post(at, path, str(uuid4()), {"line": "general"}) for at in (one, two) * 80]
        answers = at_once(jobs)
    assert {answer.status_code for answer in answers} == {201}
    assert sorted(answer.json()["number"] for answer in answers) == [f"A{serial:03}" for serial in range(1, 161)]


def test_one_request_sent_sixteen_times_at_once_is_one_ticket(central: Central) -> None:
    key, path = str(uuid4()), f"/api/v1/halls/{central.hall}/tickets"
    with central.machine() as client:
        answers = at_once([lambda: post(client, path, key, {"line": "general"})] * THREADS)
    assert sorted(answer.status_code for answer in answers) == [200] * (THREADS - 1) + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert central.issue()["number"] == "A002"


def test_two_windows_never_share_a_ticket_and_skip_nobody(central: Central) -> None:
    issued = [central.issue()["number"] for _ in range(40)]
    with central.person("clerk") as client:

        def serve(window: str) -> list[str]:
            served: list[str] = []
            while True:
                answer = client.post(f"/api/v1/halls/{central.hall}/windows/{window}/next")
                if answer.status_code == 204:
                    return served
                ticket = answer.raise_for_status().json()
                served.append(ticket["number"])
                client.post(f"/api/v1/tickets/{ticket['id']}/finish").raise_for_status()

        one, two = at_once([lambda: serve("w1"), lambda: serve("w2")])
    assert sorted(one + two) == issued
    assert one == sorted(one) and two == sorted(two)


def test_a_window_called_from_many_hands_at_once_gets_one_ticket(central: Central) -> None:
    for _ in range(THREADS):
        central.issue()
    path = f"/api/v1/halls/{central.hall}/windows/w1/next"
    with central.person("clerk") as client:
        for _ in range(4):  # however they come to stand in groups
            answers = at_once([lambda: post(client, path)] * THREADS)
            assert sorted(answer.status_code for answer in answers) == [200] + [409] * (THREADS - 1)
            [called] = [answer.json()["id"] for answer in answers if answer.status_code == 200]
            assert central.step(called, "finish")


@pytest.mark.parametrize(
    "forced",
    [
        "UPDATE tickets SET serial = 1, number = 'X' WHERE number = 'A002'",
        "UPDATE tickets SET number = 'A001' WHERE number = 'A002'",
        "UPDATE tickets SET request_key = (SELECT request_key FROM tickets WHERE number = 'A001') WHERE number = 'A002'",
        "UPDATE tickets SET state = 'called', window_id = 'w1' WHERE number = 'A002'",
        "UPDATE lines SET letter = 'A' WHERE id = 'social'",
        "INSERT INTO calls (hall_id, ticket_id, line_id, window_id, staff_id, called_at, recalls)"
        " SELECT hall_id, ticket_id, line_id, 'w2', staff_id, called_at, 0 FROM calls",
        "INSERT INTO calls (hall_id, ticket_id, line_id, window_id, staff_id, called_at, recalls)"
        " SELECT c.hall_id, t.id, c.line_id, 'w1', staff_id, called_at, 0 FROM calls c, tickets t WHERE number = 'A002'",
    ],
)
def test_the_database_itself_refuses_what_must_not_be(central: Central, forced: str) -> None:
    central.issue(), central.issue()
    assert central.call_next("w1")
    with pytest.raises(IntegrityError):
        central.context.database.write(lambda session: session.execute(text(forced)))
