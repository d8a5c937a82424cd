"""Nothing of a resident is left: not in a log, not in an answer, not in plain in the file, and not after its time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from central import keeper
from central.queue import holders
from central.queue.models import TicketHolder
from central.queue.schemas import Holder, TicketIn
from tests.kit.central import Central, running_central

NAME, NUMBER, BIRTH = "张三丰", "152601195001020019", "1950-01-02"
PERSON = {"kind": "resident", "name": NAME, "id_number": NUMBER, "birth": BIRTH}
TRACES = (NAME, NUMBER, BIRTH, "19500102", "三丰")
DAY = 24 * 3600.0


class Lines(logging.Handler):
    """Keeps every line that the service logs; the client's own are its own affair."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text += self.format(record) + "\n"


@pytest.fixture
def lines() -> Iterator[Lines]:
    handler, logger = Lines(), logging.getLogger()
    level = logger.level
    handler.addFilter(lambda record: record.name.partition(".")[0] not in ("httpx", "httpcore"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler
    logger.setLevel(level)
    logger.removeHandler(handler)


def holder(central: Central, ticket: str) -> TicketHolder | None:
    return central.context.database.read(lambda session: session.get(TicketHolder, ticket))


def test_no_trace_of_a_person_in_file_or_log(
    tmp_path: Path, lines: Lines, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_central(tmp_path) as central:
        logging.getLogger("uvicorn.access").addHandler(lines)  # uvicorn keeps its lines from the root logger
        priority = {"class": "elderly", "evidence": "card_birth_date"}
        ticket = central.issue(holder=PERSON, priority=priority)
        called = central.call_next()
        assert called is not None
        central.step(ticket["id"], "finish")
        with central.machine() as client:
            bad = {"line": "general", "holder": {**PERSON, "id_number": NUMBER * 3, NAME: NUMBER}}
            key = {"Idempotency-Key": "key-0001"}
            assert client.post(f"/api/v1/halls/{central.hall}/tickets", json=bad, headers=key).status_code == 422
            assert client.get(f"/api/v1/halls/{central.hall}", params={"who": NAME, "number": NUMBER}).status_code == 200
            client.get(f"/t/{ticket['qr'].rpartition('/')[2]}")

            def broken(*_: object) -> None:
                raise RuntimeError("the disk is full")

            monkeypatch.setattr(holders, "store", broken)
            again = {"line": "general", "holder": PERSON}
            assert client.post(f"/api/v1/halls/{central.hall}/tickets", json=again, headers=key).status_code == 500
        files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    out, err = capfd.readouterr()
    logged = lines.text + out + err
    assert "the disk is full" in logged and "POST /api/v1/halls/heelun/tickets" in logged
    assert ticket["qr"].rpartition("/")[2] not in logged
    assert not [trace for trace in TRACES if trace in logged]
    assert len(files) >= 3, "the database, its log and the key"
    for path, content in files.items():
        assert not [trace for trace in TRACES if trace.encode() in content or trace.encode("utf-16-le") in content], path
    assert any(ticket["id"].encode() in content for content in files.values()), "the search does look at the data"


def test_an_answer_never_repeats_what_was_sent(central: Central) -> None:
    bodies = [
        {"line": "general", "holder": {**PERSON, "kind": NAME}},
        {"line": "general", "holder": {**PERSON, "birth": NUMBER}},
        {"line": "general", "holder": {**PERSON, NUMBER: 1}},
        {"line": "general", "holder": [NAME]},
        {"line": [NUMBER]},
        {"line": "general", "lang": NUMBER},
        {"line": "general", "priority": {"class": NAME * 30, "evidence": NUMBER}},
        {"line": NAME},
    ]
    with central.machine() as client:
        for number, body in enumerate(bodies):
            key = {"Idempotency-Key": f"key-000{number}"}
            answer = client.post(f"/api/v1/halls/{central.hall}/tickets", json=body, headers=key)
            assert answer.status_code in (404, 422)
            assert not [trace for trace in TRACES if trace in answer.text], answer.text
        raw = client.post(
            f"/api/v1/halls/{central.hall}/tickets",
            content=f'{{"line": "general", "holder": {NAME}'.encode(),
            headers={"Content-Type": "application/json"},
        )
        assert raw.status_code == 422 and NAME not in raw.text
        huge = client.post(f"/api/v1/halls/{central.hall}/tickets", json={"line": "x" * 70_000})
        assert (huge.status_code, huge.json()["error"]["code"]) == (413, "content_too_long")


def test_a_person_is_found_by_a_keyed_hash_and_read_with_the_key(central: Central) -> None:
    ticket = central.issue(holder=PERSON)["id"]
    row = holder(central, ticket)
    assert row is not None and row.birth is not None
    vault = central.context.vault
    assert row.id_mark == holders.number_mark(vault, f" {NUMBER} ")
    assert vault.decrypt(row.name, f"{ticket} name") == NAME
    with pytest.raises(InvalidTag):
        vault.decrypt(row.name, "another-ticket name")
    with pytest.raises(InvalidTag):
        vault.decrypt(row.name, f"{ticket} id_number")


def test_the_window_that_serves_a_person_may_look_and_it_is_written_down(central: Central) -> None:
    ticket = central.issue(holder=PERSON)["id"]
    nameless = central.issue()["id"]

    def look(user: str = "clerk", at: str = ticket) -> tuple[int, Any]:
        with central.person(user) as client:
            answer = client.post(f"/api/v1/tickets/{at}/holder")
        return answer.status_code, answer.json()

    assert look()[0] == 409, "not before the call"
    central.call_next("w1"), central.call_next("w2")
    assert look() == (200, PERSON)
    assert look("clerk3")[0] == 403, "not another window"
    assert look(at=nameless)[0] == 404
    central.step(ticket, "finish")
    assert look()[0] == 409, "not after the service"
    with central.person("manager") as client:
        entries = client.get(f"/api/v1/halls/{central.hall}/audit").json()["entries"]
    looks = [entry for entry in entries if entry["action"] == "holder.revealed"]
    assert len(looks) == 1 and looks[0]["subject"] == ticket and looks[0]["actor"].startswith("staff:")


def test_a_person_does_not_show_in_a_repr() -> None:
    holder = Holder.model_validate(PERSON)
    body = TicketIn(line="general", holder=holder)
    assert not [trace for trace in TRACES if trace in repr(holder) + str(holder) + repr(body)]


def test_persons_are_forgotten_when_their_time_is_over(tmp_path: Path) -> None:
    with running_central(tmp_path, keep_persons_days=2) as central:
        old = central.issue(holder=PERSON)["id"]
        central.clock.move(DAY)
        young = central.issue(holder=PERSON)["id"]
        central.clock.move(DAY)
        keeper.tidy(central.context)
        assert holder(central, old) is not None, "not before the time is over"
        central.clock.move(1)
        keeper.tidy(central.context)
        assert holder(central, old) is None and holder(central, young) is not None
        with central.machine() as client:
            assert client.get(f"/api/v1/tickets/{old}").status_code == 200, "the ticket stays, without the person"


def test_a_request_that_named_a_forgotten_person_leaves_no_mark(central: Central) -> None:
    with central.machine() as client:
        path, key = f"/api/v1/halls/{central.hall}/tickets", {"Idempotency-Key": "key-0001"}
        body = {"line": "general", "holder": PERSON}
        assert client.post(path, json=body, headers=key).status_code == 201
        later = central.clock.utc() + timedelta(seconds=1)
        assert central.context.database.write(lambda session: holders.forget_before(session, later)) == 1
        assert client.post(path, json=body, headers=key).status_code == 409


def test_the_service_tidies_when_it_starts(tmp_path: Path) -> None:
    with running_central(tmp_path) as central:
        ticket = central.issue(holder=PERSON)["id"]
    central.clock.move(30 * DAY)
    with running_central(tmp_path, before=central) as central:
        deadline = 200
        while holder(central, ticket) is not None and deadline:
            deadline -= 1
            central.context.database.write(lambda session: None)  # stands in line behind the keeper
        assert holder(central, ticket) is None
