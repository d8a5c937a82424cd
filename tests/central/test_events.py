"""Events: in order, complete, from where a listener left off."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from central.events import repository
from central.events.stream import start
from central.transaction import transaction_of
from tests.kit.central import Central, running_central

pytestmark = pytest.mark.both

PATIENCE = 15.0  # seconds until a test gives up


class Told(NamedTuple):
    id: int
    name: str
    data: dict[str, Any]


class Ear:
    """Listens in a thread; ``take`` gives events in the order in which they came."""

    def __init__(self) -> None:
        self._heard: queue.Queue[Told | None] = queue.Queue()
        self.beats = 0

    def hear(self, lines: Iterator[str]) -> None:
        told: dict[str, str] = {}
        try:
            for line in lines:
                field, colon, value = line.partition(": ")
                if colon:
                    told[field] = value
                elif told.get("event") == "beat":
                    assert "id" not in told, "it would move the place from which a listener goes on"
                    self.beats += 1
                    told = {}
                elif told:
                    self._heard.put(Told(int(told["id"]), told["event"], json.loads(told["data"])))
                    told = {}
        finally:
            self._heard.put(None)

    def take(self) -> Told:
        told = self._heard.get(timeout=PATIENCE)
        assert told is not None, "the stream ended"
        return told

    def names(self, count: int) -> list[str]:
        return [self.take().name for _ in range(count)]

    def ended(self) -> bool:
        while self._heard.get(timeout=PATIENCE) is not None:
            pass
        return True


@contextmanager
def listening(central: Central, last: int | str | None = None, by: str = "D1") -> Iterator[Ear]:
    headers = {} if last is None else {"Last-Event-ID": str(last)}
    ear = Ear()
    with central.machine(by) as client:
        with client.stream("GET", f"/api/v1/halls/{central.hall}/events", headers=headers) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")

            def hear() -> None:
                try:
                    ear.hear(stream.iter_lines())
                except Exception:
                    pass  # the test closed the stream under it

            thread = threading.Thread(target=hear, daemon=True)
            thread.start()
            assert ear.take().name == "hello"
            yield ear


def test_what_happens_is_told_as_it_happens(central: Central) -> None:
    with listening(central) as ear:
        ticket = central.issue()
        called = central.call_next("w1")
        assert called is not None
        central.step(ticket["id"], "recall")
        central.step(ticket["id"], "finish")
        heard = [ear.take() for _ in range(5)]
    assert [told.name for told in heard] == ["ticket.issued", "ticket.called", "ticket.called", "ticket.finished", "rating.asked"]
    assert heard[0].data == {"line": "general", "number": "A001", "waiting": 1}
    assert heard[1].data == {
        "ticket": ticket["id"],
        "number": "A001",
        "window": "w1",
        "line": "general",
        "label": "1",
        "window_name": {"zh": "综合窗口"},
        "at": "2025-03-03T01:30:00Z",
        "recall": 0,
        "area": None,
    }
    assert heard[2].data["recall"] == 1
    assert heard[3].data == heard[4].data == {"ticket": ticket["id"], "number": "A001", "window": "w1"}
    assert [told.id for told in heard] == sorted({told.id for told in heard})


def test_help_and_windows_are_told(central: Central) -> None:
    with listening(central) as ear, central.machine() as machine, central.person("helper") as helper:
        key = {"Idempotency-Key": "ring-0001"}
        call = machine.post(f"/api/v1/halls/{central.hall}/help", json={"doing": "menu"}, headers=key).json()["id"]
        helper.post(f"/api/v1/help/{call}/answer", json={"minutes": 2})
        helper.post(f"/api/v1/help/{call}/close")
        with central.person("manager") as manager:
            manager.post(f"/api/v1/halls/{central.hall}/windows/w4/open")
            manager.post(f"/api/v1/halls/{central.hall}/windows/w4/open")
        rung, answered, closed, changed = (ear.take() for _ in range(4))
    assert rung.name == "help.called" and rung.data["terminal_name"] == "T1" and rung.data["doing"] == "menu"
    assert answered.name == "help.answered" and (answered.data["name"], answered.data["minutes"]) == ("帮办戊", 2)
    assert (closed.name, closed.data) == ("help.closed", {"id": call, "terminal": rung.data["terminal"], "outcome": "helped"})
    assert (changed.name, changed.data) == ("hall.changed", {})


def test_a_listener_continues_where_it_left_off(central: Central) -> None:
    with listening(central) as ear:
        central.issue()
        last = ear.take()
    central.issue(), central.issue("social")
    with listening(central, last.id) as ear:
        assert [ear.take().data["number"] for _ in range(2)] == ["A002", "B001"]
        central.issue()
        assert ear.take().data["number"] == "A003"
    with listening(central) as ear:
        central.issue()
        assert ear.take().data["number"] == "A004", "a new listener hears only what is new"


def test_it_continues_across_a_restart(tmp_path: Path) -> None:
    with running_central(tmp_path) as central:
        with listening(central) as ear:
            central.issue()
            last = ear.take()
        central.issue()
    with running_central(tmp_path, before=central) as central:
        with listening(central, last.id) as ear:
            assert ear.take().data["number"] == "A002"


def test_what_was_refused_is_not_told(central: Central) -> None:
    with listening(central) as ear:
        with central.machine() as client:
            client.post(f"/api/v1/halls/{central.hall}/tickets", json={"line": "civil"}, headers={"Idempotency-Key": "key-0001"})
        central.issue()
        assert ear.take().data["number"] == "A001"


def test_a_listener_that_was_away_too_long_is_told_to_look_again(central: Central) -> None:
    with listening(central) as ear:
        central.issue()
        first = ear.take()
    central.issue(), central.issue()
    cut = central.clock.utc() + timedelta(seconds=1)
    central.context.database.write(lambda session: repository.forget_before(transaction_of(session), central.hall, cut))
    with listening(central, first.id) as ear:
        assert ear.names(2) == ["hall.changed", "ticket.issued"]
    with listening(central, 10**6) as ear:
        assert ear.take().name == "hall.changed"


def test_where_a_listener_starts() -> None:
    assert start(None, 5, 9) == (9, False)
    assert start("rubbish", 5, 9) == (9, False)
    assert start("9", 5, 9) == (9, False)
    assert start("5", 5, 9) == (5, False)
    assert start("4", 5, 9) == (4, True)
    assert start("10", 5, 9) == (9, True)
    assert start("0", 0, 0) == (0, False)


def test_silence_is_filled_with_beats(tmp_path: Path) -> None:
    with running_central(tmp_path, heartbeat_s=0.05) as central, listening(central) as ear:
        deadline = time.monotonic() + PATIENCE
        while ear.beats < 3:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        central.issue()
        assert ear.take().name == "ticket.issued"


def test_a_stream_ends_after_its_time_and_the_next_one_needs_a_credential(tmp_path: Path) -> None:
    with running_central(tmp_path, stream_life_s=0.1, heartbeat_s=0.05) as central, listening(central) as ear:
        assert ear.ended()


def test_stopping_the_service_ends_its_streams(tmp_path: Path) -> None:
    with running_central(tmp_path) as central:
        with listening(central) as ear:
            closing = threading.Thread(target=central.context.bell.close)
            closing.start()
            assert ear.ended()
            closing.join()


def test_many_listeners_hear_the_same(central: Central) -> None:
    with listening(central) as one, listening(central, by="P1") as two, listening(central, by="T1") as three:
        for _ in range(10):
            central.issue()
        heard = [[ear.take().id for _ in range(10)] for ear in (one, two, three)]
    assert heard[0] == heard[1] == heard[2]
