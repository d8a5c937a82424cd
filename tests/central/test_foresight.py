"""What the units of a group will ask for is asked for together, and is never older than what they do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from central import migrations
from central.db import Database
from central.sql import Sql
from central.transaction import Transaction, transaction_of
from tests.kit.postgresql import Server

ADD = Sql("INSERT INTO halls (id, name, phone, zone, region, rules, version) VALUES (:id, '{}', '', 'UTC', '', '{}', 0)")
VERSION = Sql("SELECT version FROM halls WHERE id = :id")
PUT = Sql("UPDATE halls SET version = :version WHERE id = 'h'")
ELSEWHERE = Sql("INSERT INTO events (hall_id, at, name, data) VALUES ('h', '2026-01-01', 'n', '{}')", spares_foreseen=True)
UNITS = 60

Unit = Callable[[Transaction], Any]


@pytest.fixture
def processes(postgresql: Server) -> Iterator[tuple[Database, Database]]:
    """Two processes' views of one database."""
    url = postgresql.fresh()
    one, two = Database(url), Database(url)
    one.migrate(migrations.upgrade)
    one.write(lambda session: transaction_of(session).run(ADD, {"id": "h"}))
    yield one, two
    one.close()
    two.close()


def ahead(transaction: Transaction) -> None:
    transaction.will_hold("h")
    transaction.foresee(VERSION, {"id": "h"})


def raised(transaction: Transaction) -> None:
    transaction.hold("h")
    [(version,)] = transaction.rows(VERSION, {"id": "h"})
    transaction.run(PUT, {"version": version + 1})


def looked_up(transaction: Transaction) -> None:
    transaction.hold("h")
    assert transaction.rows(VERSION, {"id": "h"}) == [(0,)]
    transaction.run(ELSEWHERE, {})


async def at_once(database: Database, unit: Unit, times: int) -> None:
    await asyncio.wait_for(asyncio.gather(*[database.change(unit, ahead) for _ in range(times)]), 60)


def test_what_changed_in_between_is_asked_for_anew(processes: tuple[Database, Database]) -> None:
    """Each unit reads a figure and writes it raised by one: one that was kept too long would lose a step."""

    async def both() -> None:
        await asyncio.gather(*[at_once(database, raised, UNITS) for database in processes])

    asyncio.run(both())
    assert processes[0].look(lambda transaction: transaction.rows(VERSION, {"id": "h"})) == [(2 * UNITS,)]


def test_a_group_that_changes_nothing_of_it_asks_once(
    processes: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    line: Any = processes[0]._writer._line
    ways: list[int] = []
    talk = line._wire.talk
    monkeypatch.setattr(line._wire, "talk", lambda statements: ways.append(len(statements)) or talk(statements))
    asyncio.run(at_once(processes[0], looked_up, UNITS))
    assert len(ways) < UNITS, f"{len(ways)} ways to the database for {UNITS} units that share their commits"
