"""Listening to the hall: what is told, what a broken link does to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from kiosk.hall.client import HallClient
from kiosk.hall.link import Link
from kiosk.hall.messages import Helper
from kiosk.hall.news import Called, Finished, HallIs, HelperIs, News, ServiceAway
from kiosk.hall.stream import Stream
from tests.kit.fake_hall import FakeHall, dead_port, fake_hall
from tests.kit.waiting import until

CALL: dict[str, Any] = {
    "ticket": "t1",
    "number": "A023",
    "window": "w2",
    "label": "2",
    "window_name": {"zh": "综合窗口"},
    "at": "2025-03-03T01:30:00Z",
    "recall": 0,
}


class Listener:
    def __init__(self, url: str, token: str) -> None:
        self.heard: list[News] = []
        link = Link(url, token, whole_s=2.0)
        self.stream = Stream(link, HallClient(link, "heelun"), self.heard.append, between_looks_s=0.05)
        self.stream.start()

    def of(self, kind: type) -> list[Any]:
        return [news for news in self.heard if isinstance(news, kind)]


@pytest.fixture
def service() -> Iterator[FakeHall]:
    with fake_hall() as hall:
        yield hall


@pytest.fixture
def listener(service: FakeHall) -> Iterator[Listener]:
    one = Listener(service.url, service.token)
    until(lambda: one.of(HallIs) and service.listeners)
    yield one
    one.stream.stop()


def test_the_hall_is_known_from_the_start(listener: Listener) -> None:
    assert listener.of(HallIs)[0].hall.name.zh == "诃额伦街道便民服务中心"
    assert not listener.of(ServiceAway)


def test_calls_ratings_and_helpers_are_told(listener: Listener, service: FakeHall) -> None:
    service.send("ticket.called", **CALL)
    service.send("rating.asked", ticket="t1", number="A023", window="w2")
    service.send("help.answered", id="help-1", terminal="t1", name="王五", minutes=2)
    until(lambda: listener.of(HelperIs))
    (called,) = listener.of(Called)
    assert (called.call.number, called.call.window, called.call.window_name.zh) == ("A023", "2", "综合窗口")
    assert listener.of(Finished) == [Finished("t1", "A023", "w2")]
    assert listener.of(HelperIs) == [HelperIs(Helper("help-1", "王五", 2))]


@pytest.mark.parametrize("change", ["hall.changed", "ticket.issued", "ticket.cancelled", "ticket.waiting"])
def test_a_change_makes_it_look_again(listener: Listener, service: FakeHall, change: str) -> None:
    service.hall["lines"][0]["waiting"] = 9
    service.send(change, line="general", number="A024", waiting=9)
    until(lambda: listener.of(HallIs)[-1].hall.lines[0].waiting == 9)


def test_a_stream_that_breaks_goes_on_where_it_was(listener: Listener, service: FakeHall) -> None:
    service.send("ticket.called", **CALL)
    until(lambda: listener.of(Called))
    service.drop()
    until(lambda: len(service.resumed) == 2)
    assert service.resumed == [None, "1"]
    until(lambda: service.listeners)
    service.send("ticket.called", **{**CALL, "recall": 1})
    until(lambda: len(listener.of(Called)) == 2)
    assert not listener.of(ServiceAway), "what comes back at once is not told"


@pytest.mark.parametrize("mischief", ["500", "close", "garbage", "401"])
def test_a_service_that_is_away_is_told_and_its_return_too(listener: Listener, service: FakeHall, mischief: str) -> None:
    before = len(listener.of(HallIs))
    service.mischief = [mischief]
    service.drop()
    until(lambda: listener.of(ServiceAway))
    until(lambda: len(listener.of(HallIs)) > before)
    assert isinstance(listener.heard[-1], HallIs)


def test_a_service_that_was_never_there() -> None:
    listener = Listener(f"http://127.0.0.1:{dead_port()}", "x")
    until(lambda: listener.of(ServiceAway))
    listener.stream.stop()


def test_a_hall_that_cannot_be_read_is_a_service_that_is_away(service: FakeHall) -> None:
    service.hall["lines"] = "none"
    listener = Listener(service.url, service.token)
    until(lambda: listener.of(ServiceAway))
    service.hall["lines"] = []
    until(lambda: listener.of(HallIs))
    listener.stream.stop()


@pytest.mark.parametrize(
    "raw",
    [
        b"event: ticket.called\ndata: not json\n\n",
        b"event: ticket.called\ndata: {}\n\n",
        b'event: ticket.called\ndata: ["x"]\n\n',
        b"event: somebody.new\ndata: {}\n\n",
        b"data: \xff\xfe\n\n",
        b"\x00\x01\x02\n\n",
        b": still here\n\n",
    ],
)
def test_an_event_that_cannot_be_read_is_passed_over(listener: Listener, service: FakeHall, raw: bytes) -> None:
    service.say(raw)
    service.say(f"event: ticket.called\ndata: {json.dumps(CALL)}\n\n".encode())
    until(lambda: listener.of(Called))
    assert len(service.resumed) == 1


def test_a_message_without_end_breaks_the_stream_and_not_the_listener(listener: Listener, service: FakeHall) -> None:
    for _ in range(20):
        service.say(b"data: " + b"x" * 65536 + b"\n")
    until(lambda: len(service.resumed) == 2)
    until(lambda: service.listeners)
    service.send("ticket.called", **CALL)
    until(lambda: listener.of(Called))


@pytest.mark.parametrize("ahead_s", [-86400.0, 0.0, 3600.0])
def test_a_call_is_as_old_as_it_is_whatever_the_clocks_say(service: FakeHall, ahead_s: float) -> None:
    service.clock_ahead_s = ahead_s
    listener = Listener(service.url, service.token)
    until(lambda: service.listeners)
    at = datetime.now(timezone.utc) + timedelta(seconds=ahead_s)
    service.send("ticket.called", **{**CALL, "at": at.isoformat()})
    until(lambda: listener.of(Called))
    age = datetime.now(timezone.utc) - listener.of(Called)[0].call.at
    listener.stream.stop()
    assert abs(age.total_seconds()) < 10


def test_it_stops_while_it_listens(listener: Listener) -> None:
    listener.stream.stop()
    assert not any(thread.is_alive() for thread in listener.stream._threads)
