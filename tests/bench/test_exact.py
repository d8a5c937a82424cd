"""The bench of the service: a short day of it, and that it would tell if anything were not exact."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from bench.central import checks
from bench.central.listening import Screen, Unchunked
from bench.central.seen import Confirmed, Seen
from bench.central.wire import Stage, whole_answer
from tests.kit.central import Central, running_central

AGAIN = """INSERT INTO calls (hall_id, ticket_id, line_id, window_id, staff_id, called_at, recalls, reason, run, waited_s,
    closed_at)
    SELECT hall_id, ticket_id, line_id, 'w2', staff_id, called_at, 0, reason, 0, 0, called_at FROM calls"""
ROOT = Path(__file__).resolve().parents[2]


def test_a_short_day_with_a_kill_is_exact(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    few = ["--seconds", "1", "--kill", "1", "--terminals", "4", "--windows", "2", "--json", str(figures)]
    ran = subprocess.run([sys.executable, "-m", "bench.central", *few], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    said = json.loads(figures.read_text("utf-8"))
    assert said["faults"] == [] and said["rows"]["played"]["per_s"] > 0 and said["rows"]["raw"]["per_s"] > 0


class Honest:
    """Three tickets, one of them called, as clients saw it."""

    def __init__(self, central: Central, tmp_path: Path) -> None:
        self.engine = create_engine(f"sqlite:///{tmp_path / 'central.sqlite'}")
        self.seen = Seen()
        tickets = [central.issue() for _ in range(3)]
        called = central.call_next("w1")
        assert called is not None
        self.seen.call(central.hall, "w1", called["id"])
        with self.engine.connect() as connection:
            keys = {row.id: row.request_key for row in connection.execute(text("SELECT id, request_key FROM tickets"))}
            events = [row.id for row in connection.execute(text("SELECT id FROM events ORDER BY id"))]
        self.key = keys[tickets[0]["id"]]
        for ticket in tickets:
            self.seen.asked.add(keys[ticket["id"]])
            self.seen.confirm(keys[ticket["id"]], central.hall, "general", ticket)
        screen = Screen(Stage(0), central.hall, "", lambda event: None)
        screen.began, screen.last = 0, events[-1]
        self.heard = array("q", events)
        self.seen.screens.append((screen, central.hall, self.heard))


@pytest.fixture
def honest(tmp_path: Path) -> Honest:
    with running_central(tmp_path) as central:
        return Honest(central, tmp_path)


def test_what_is_exact_is_no_fault(honest: Honest) -> None:
    assert checks.faults(honest.engine, honest.seen) == []


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("UPDATE tickets SET serial = 7, number = 'A007' WHERE number = 'A003'", "gap"),
        ("UPDATE tickets SET serial = 7, number = 'A007' WHERE number = 'A003'", "counter"),
        ("DELETE FROM tickets WHERE number = 'A003'", "stored is None"),
        ("UPDATE calls SET window_id = 'w2'", "was called by"),
        (AGAIN, "called twice"),
        ("UPDATE calls SET ticket_id = (SELECT id FROM tickets WHERE number = 'A002')", "stored is None"),
        ("DELETE FROM events WHERE id = (SELECT min(id) FROM events)", "strange 1"),
    ],
)
def test_harm_in_the_database_is_told(honest: Honest, harm: str, words: str) -> None:
    with honest.engine.begin() as connection:
        connection.execute(text(harm))
    assert any(words in fault for fault in checks.faults(honest.engine, honest.seen))


def test_what_clients_saw_otherwise_is_told(honest: Honest) -> None:
    seen = honest.seen
    told = seen.confirmed[honest.key]
    seen.confirm(honest.key, told.hall, told.line, {"id": "another", "number": told.number})
    (ticket,) = seen.called
    seen.call(told.hall, "w2", ticket)
    honest.heard.append(honest.heard[-1])
    seen.asked.clear()
    seen.confirmed["never-asked"] = Confirmed(told.hall, told.line, "lost", "A009")
    found = "\n".join(checks.faults(honest.engine, seen))
    for words in ("and then", "had called", "twice", "nobody asked", "stored is None"):
        assert words in found


@given(st.lists(st.binary(max_size=300), max_size=5), st.lists(st.integers(1, 40), max_size=60))
def test_a_stream_cut_anywhere_is_the_same_stream(chunks: list[bytes], cuts: list[int]) -> None:
    sent = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    body, came = Unchunked(), b""
    for cut in [*cuts, len(sent)]:
        piece, sent = sent[:cut], sent[cut:]
        came += body.feed(piece)
    assert came == b"".join(chunks)


@given(st.binary(max_size=200), st.data())
def test_an_answer_is_whole_with_its_last_byte(body: bytes, data: st.DataObject) -> None:
    sent = b"HTTP/1.1 201 Created\r\nserver: x\r\ncontent-length: %d\r\nx: y\r\n\r\n%s" % (len(body), body)
    cut = data.draw(st.integers(0, len(sent) - 1))
    assert whole_answer(sent[:cut]) is None and whole_answer(sent) == (201, body)
