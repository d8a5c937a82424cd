"""The short way through HTTP answers as the ordinary way does, and only what is plain takes it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from central import seed
from central.app import create_app
from central.config import Settings
from central.queue import tickets
from central.serve import Corked
from central.shortcut import Shortcuts
from tests.kit.central import HALL
from tests.kit.clock import HandClock

TICKETS = "/api/v1/halls/heelun/tickets"
KEY = {"Idempotency-Key": "key-00000001"}
JSON = {"Content-Type": "application/json"}


class Asked(NamedTuple):
    method: str
    path: str
    headers: dict[str, str] = {}
    body: bytes | None = None
    short: bool = True
    token: bool = True


REQUESTS = [
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "general"}'),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "social"}'),  # the key was used for something else
    Asked("POST", TICKETS, JSON, b'{"line": "general"}'),
    Asked("POST", TICKETS, KEY | {"Content-Type": "application/json; charset=utf-8"}, b'{"line": "general"}'),
    Asked("POST", TICKETS, {"Idempotency-Key": "x"} | JSON, b'{"line": "general"}'),
    Asked("POST", "/api/v1/halls/nowhere/tickets", KEY | JSON, b'{"line": "general"}'),
    Asked("POST", "/api/v1/halls/heelun/windows/w1/next"),  # a terminal may not
    Asked("GET", "/api/v1/tickets/0"),
    Asked("GET", "/api/v1/halls/heelun"),
    Asked("GET", "/api/v1/health"),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "general", "surprise": 1}'),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": 5}', False),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "general"', False),
    Asked("POST", TICKETS, KEY | JSON, b"", False),
    Asked("POST", TICKETS, KEY | {"Content-Type": "text/plain"}, b'{"line": "general"}', False),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "%s"}' % (b"x" * 70_000), False),
    Asked("POST", TICKETS, KEY | JSON, b'{"line": "general"}', False, token=False),
    Asked("DELETE", TICKETS, {}, None, False),
    Asked("GET", "/api/v1/nothing", {}, None, False),
    Asked("GET", "/api/v1/halls//tickets", {}, None, False),
]


class Counted:
    """An app that counts what reaches it."""

    def __init__(self, app: FastAPI) -> None:
        self.app, self.state, self.routes, self.count = app, app.state, app.routes, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.count += 1
        await self.app(scope, receive, send)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    made = create_app(Settings(f"sqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "state", clock=HandClock().utc))
    made.state.handed_out = seed.load(made.state.context, HALL)
    yield made
    made.state.context.close()


async def answered(app: Any, asked: Asked, token: str | None) -> tuple[int, str | None, str]:
    headers = asked.headers | ({"Authorization": f"Bearer {token}"} if token and asked.token else {})
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hall.example") as client:
        answer = await client.request(asked.method, asked.path, headers=headers, content=asked.body)
    return answer.status_code, answer.headers.get("content-type"), answer.text


async def enrolled(app: FastAPI) -> str:
    enrol = Asked("POST", "/api/v1/enrol", JSON, json.dumps({"code": app.state.handed_out.codes["T1"], "name": "T1"}).encode())
    return str(json.loads((await answered(app, enrol, None))[2])["token"])


def test_both_ways_give_the_same_answers(app: FastAPI) -> None:
    async def compare() -> None:
        token = await enrolled(app)
        ordinary = Counted(app)
        short = Shortcuts(ordinary)  # type: ignore[arg-type]
        first = await answered(short, REQUESTS[0], token)
        assert first[0] == 201 and json.loads(first[2])["qr"].startswith("http://hall.example/t/")
        for asked in REQUESTS:
            before = ordinary.count
            assert await answered(short, asked, token) == await answered(app, asked, token), asked
            assert (ordinary.count == before) == asked.short, asked

    asyncio.run(compare())


def test_what_nobody_expected_is_answered_alike(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(tickets, "known", broken)

    async def compare() -> None:
        asked = Asked("GET", "/api/v1/tickets/0")
        token = await enrolled(app)
        assert await answered(Shortcuts(app), asked, token) == (answer := await answered(app, asked, token))
        assert answer[0] == 500 and json.loads(answer[2])["error"]["code"] == "broken"

    asyncio.run(compare())


class Wire:
    def __init__(self) -> None:
        self.packets: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.packets.append(data)

    def close(self) -> None:
        self.closed = True


def test_head_and_body_go_together_and_nothing_stays_behind() -> None:
    async def talk() -> list[bytes]:
        wire = Wire()
        corked = Corked(wire, asyncio.get_running_loop())  # type: ignore[arg-type]
        corked.write(b"HTTP/1.1 200 OK\r\n\r\n")
        corked.write(b"body")
        corked.write(b"more")
        corked.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        await asyncio.sleep(0)  # the event loop's next turn
        corked.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        corked.close()
        return wire.packets

    heads = [b"HTTP/1.1 200 OK\r\n\r\nbody", b"more", b"HTTP/1.1 204 No Content\r\n\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n"]
    assert asyncio.run(talk()) == heads
