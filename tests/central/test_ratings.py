"""A rating is the resident's own: voluntary, one per ticket, never whose, and nobody alters or removes it unnoticed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from central import keeper
from central.audit.models import AuditEntry
from central.db import store_at
from central.ratings import chain
from central.ratings.chain import Verdict
from tests.kit.central import Central


def finished(central: Central, window: str = "w1") -> str:
    ticket = central.issue()
    assert central.call_next(window)
    return str(central.step(ticket["id"], "finish")["id"])


def rate(central: Central, ticket: str, level: Any, by: str = "T1") -> httpx.Response:
    with central.machine(by) as client:
        return client.put(f"/api/v1/tickets/{ticket}/rating", json={"level": level, "channel": "touch"})


def verdict(central: Central) -> Verdict:
    return central.context.database.read(lambda session: chain.verify(session, central.context.vault))


def force(central: Central, *statements: str) -> None:
    """As somebody with the file in hand would."""
    with database_of(central) as engine, engine.begin() as connection:
        of_table = "" if connection.dialect.name == "sqlite" else " ON ratings"
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(f"DROP TRIGGER ratings_no_{verb}{of_table}")
        for statement in statements:
            connection.exec_driver_sql(statement)


@contextmanager
def database_of(central: Central) -> Iterator[Engine]:
    """Beside the service."""
    store = store_at(central.context.settings.database_url)
    engine = store.migrating()
    yield engine
    engine.dispose()
    store.close()


def test_one_rating_per_ticket(central: Central) -> None:
    ticket = finished(central)
    first, again, other = rate(central, ticket, 2), rate(central, ticket, 2), rate(central, ticket, 5)
    assert first.json() == again.json() == {"ticket": ticket, "rated": True}
    assert (first.status_code, again.status_code) == (200, 200)
    assert (other.status_code, other.json()["error"]["code"]) == (409, "already_rated")
    assert rate(central, ticket, None).status_code == 409


@pytest.mark.parametrize("level", [0, 6, -1, 2.5, "5", True])
def test_there_are_five_levels(central: Central, level: Any) -> None:
    assert rate(central, finished(central), level).status_code == 422


def test_a_level_must_be_said(central: Central) -> None:
    ticket = finished(central)
    with central.machine() as client:
        assert client.put(f"/api/v1/tickets/{ticket}/rating", json={"channel": "pad"}).status_code == 422


def test_only_a_finished_service_is_rated(central: Central) -> None:
    ticket = central.issue()["id"]
    assert rate(central, ticket, 5).status_code == 409
    central.call_next()
    assert rate(central, ticket, 5).status_code == 409
    central.step(ticket, "no-show")
    assert rate(central, ticket, 5).status_code == 409


def test_a_pad_takes_the_ratings_of_its_own_window(central: Central) -> None:
    assert rate(central, finished(central, "w1"), 4, by="P1").status_code == 200
    assert rate(central, finished(central, "w2"), 4, by="P1").status_code == 403


def test_skipping_is_counted_once_without_saying_who(central: Central) -> None:
    ticket = finished(central)
    for _ in range(2):
        assert rate(central, ticket, None).json() == {"ticket": ticket, "rated": False}
    rows = central.context.database.read(
        lambda session: session.connection().exec_driver_sql("SELECT * FROM rating_refusals").mappings().all()
    )
    assert len(rows) == 1 and set(rows[0]) == {"receipt", "hall_id", "day", "channel"}
    assert ticket not in str(rows[0])
    assert rate(central, ticket, 5).json()["rated"] is True, "who skipped may still rate"


def test_staff_never_see_a_level_beside_a_ticket(central: Central) -> None:
    ticket = finished(central)
    rate(central, ticket, 1)
    with central.person("manager") as client:
        shown = client.get(f"/api/v1/tickets/{ticket}").json()
        with client.stream("GET", f"/api/v1/halls/{central.hall}/events", headers={"Last-Event-ID": "0"}) as stream:
            told = []
            for line in stream.iter_lines():
                told.append(line)
                if told[-2:-1] == ["event: rating.given"]:
                    break
    assert shown["rated"] is True and "level" not in json.dumps(shown)
    assert "level" not in "\n".join(told) and json.loads(told[-1].removeprefix("data: ")) == {"ticket": ticket}


def test_no_table_joins_a_level_to_a_ticket_without_the_key(central: Central) -> None:
    ticket = finished(central)
    rate(central, ticket, 1)
    row = central.context.database.read(
        lambda session: session.connection().exec_driver_sql("SELECT * FROM ratings").mappings().one()
    )
    assert ticket not in str(dict(row)) and "staff_id" not in row


def test_staff_see_sums(central: Central) -> None:
    for level in (5, 5, 1, None):
        rate(central, finished(central), level)
    with central.person("manager") as client:
        sums = client.get(f"/api/v1/halls/{central.hall}/ratings").json()
    assert sums == {"levels": {"5": 2, "4": 0, "3": 0, "2": 0, "1": 1}, "rated": 3, "offered_not_rated": 1}


def test_the_keeper_looks_over_the_chain(central: Central, caplog: pytest.LogCaptureFixture) -> None:
    rate(central, finished(central), 1)
    force(central, "UPDATE ratings SET level = 5")
    keeper.check_ratings(central.context)
    assert "tampered with at number 1" in caplog.text
    last = central.context.database.read(
        lambda session: session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    )
    assert last is not None and last.action == "ratings.broken"


def test_a_rating_cannot_be_changed_or_deleted(central: Central) -> None:
    rate(central, finished(central), 1)
    for statement in ("UPDATE ratings SET level = 5", "DELETE FROM ratings"):
        with database_of(central) as engine, engine.connect() as connection, pytest.raises(DBAPIError, match="only ever added"):
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        ("UPDATE ratings SET level = 5 WHERE seq = 2", 2),
        ("UPDATE ratings SET window_id = 'w2' WHERE seq = 1", 1),
        ("UPDATE ratings SET rated_at = '2020-01-01 00:00:00.000000' WHERE seq = 3", 3),
        ("DELETE FROM ratings WHERE seq = 1", 1),
        ("DELETE FROM ratings WHERE seq = 2", 2),
        ("DELETE FROM ratings WHERE seq = 3", 3),
        ("DELETE FROM ratings", 1),
        ("UPDATE rating_heads SET count = 2", 4),
        ("DELETE FROM rating_heads", 4),
    ],
)
def test_tampering_is_noticed(central: Central, tampering: str, broken_at: int) -> None:
    for level in (4, 1, 5):
        rate(central, finished(central), level)
    assert verdict(central).intact and verdict(central).count == 3
    force(central, tampering)
    assert verdict(central).broken_at == broken_at


def test_a_tail_cut_off_together_with_its_count_is_noticed(central: Central) -> None:
    for level in (4, 1):
        rate(central, finished(central), level)
    cut = "UPDATE rating_heads SET count = 1, last = (SELECT seal FROM ratings WHERE seq = 1)"
    force(central, "DELETE FROM ratings WHERE seq = 2", cut)
    assert verdict(central).broken_at == 2


def test_no_ratings_is_a_whole_chain(central: Central) -> None:
    assert verdict(central) == Verdict(0, chain.START, None)
