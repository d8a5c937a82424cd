"""A body that is too long is refused in the same form as everything else, however its length is told."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from central.body_limit import LONGEST
from tests.kit.central import Central

TICKETS = "/api/v1/halls/heelun/tickets"
JSON = {"Content-Type": "application/json", "Idempotency-Key": "key-00000001"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def body(size: int) -> bytes:
    """A ticket of ``size`` bytes that the hall would issue: white space counts."""
    return b'{"line": "general"' + b" " * (size - 19) + b"}"


def in_pieces(whole: bytes) -> Iterator[bytes]:
    """Sent without a length."""
    for start in range(0, len(whole), 8192):
        yield whole[start : start + 8192]


@pytest.mark.parametrize("told", [bytes, in_pieces], ids=["with its length", "in pieces"])
def test_a_body_has_an_end(central: Central, told: type) -> None:
    with central.machine() as client:
        longest = client.post(TICKETS, content=told(body(LONGEST)), headers=JSON)
        longer = client.post(TICKETS, content=told(body(LONGEST + 1)), headers=JSON)
    assert (longest.status_code, longer.status_code) == (201, 413)
    error = {"code": "content_too_long", "message": "the body is longer than the service reads", "field": None}
    assert longer.json() == {"error": error}


def test_a_person_gets_a_page(central: Central) -> None:
    with central.client() as client:
        answer: httpx.Response = client.post("/console/login", content=b"user=" + b"x" * LONGEST, headers=FORM)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "text/html; charset=utf-8")
    assert "content_too_long" not in answer.text
