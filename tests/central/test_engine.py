"""The database under the service: units that share a commit, that are refused, that run twice, that wait for each other."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from central import migrations
from central.db import Database
from central.errors import LoginRefused, WrongState
from central.halls.models import Hall, Line
from central.sql import Sql, as_day, as_moment
from central.transaction import Transaction, transaction_of
from central.writer import MOST
from tests.kit.waiting import until

pytestmark = pytest.mark.both

ADD = Sql("INSERT INTO halls (id, name, phone, zone, region, rules, version) VALUES (:id, '{}', '', 'UTC', '', '{}', :version)")
IDS = Sql("SELECT id FROM halls ORDER BY id")
RAISE = Sql("UPDATE halls SET version = version + 1 WHERE id = :id")
VERSION = Sql("SELECT version FROM halls WHERE id = :id")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    opened.migrate(migrations.upgrade)
    yield opened
    opened.close()


@pytest.fixture
def other(database: Database, database_url: str) -> Iterator[Database]:
    """Another process's view of a PostgreSQL database."""
    if database_url.startswith("sqlite"):
        pytest.skip("a SQLite file has one process")
    opened = Database(database_url)
    yield opened
    opened.close()


def add(name: str, version: int = 0) -> Callable[[Session], str]:
    def unit(session: Session) -> str:
        transaction_of(session).run(ADD, {"id": name, "version": version})
        return name

    return unit


def ids(database: Database) -> list[str]:
    return [row[0] for row in database.look(lambda transaction: transaction.rows(IDS, {}))]


def together(database: Database, *units: Callable[[Session], Any]) -> list[Future[Any]]:
    """Hands the units over while the writer is busy, so that they wait together and share a commit."""
    busy, go = threading.Event(), threading.Event()

    def first(_session: Session) -> None:
        busy.set()
        assert go.wait(30)

    begun = database.submit(first)
    assert busy.wait(30)
    futures = [database.submit(unit) for unit in units]
    go.set()
    begun.result(30)
    for future in futures:
        future.exception(30)
    return futures


def test_what_was_refused_is_undone_and_nothing_else(database: Database) -> None:
    runs: list[str] = []

    def counted(name: str, then: Exception | None = None) -> Callable[[Session], str]:
        def unit(session: Session) -> str:
            runs.append(name)
            add(name)(session)
            if then is not None:
                raise then
            return name

        return unit

    refused, broken, kept = WrongState("no"), ZeroDivisionError(), LoginRefused("counted")
    asked = [counted("a"), counted("b", refused), counted("c"), counted("d", broken), counted("e", kept), counted("f")]
    futures = together(database, *asked)
    assert ids(database) == ["a", "c", "e", "f"]
    assert [future.exception() for future in futures] == [None, refused, None, broken, kept, None]
    assert [futures[place].result() for place in (0, 2, 5)] == ["a", "c", "f"]
    assert runs[:2] == ["a", "b"] and runs.count("a") == 2, "the group was undone and run again"


def test_a_refusal_that_changed_nothing_costs_its_neighbours_nothing(database: Database) -> None:
    runs: list[str] = []

    def unit(session: Session) -> None:
        runs.append("once")
        add("a")(session)

    def refuse(session: Session) -> None:
        assert transaction_of(session).rows(IDS, {}) == [("a",)], "units of one commit see what those before them did"
        raise WrongState("no")

    _, refused = together(database, unit, refuse)
    assert isinstance(refused.exception(), WrongState) and runs == ["once"] and ids(database) == ["a"]


def test_an_error_of_the_database_hits_only_its_own_unit(database: Database) -> None:
    def wrong(session: Session) -> None:
        session.execute(text("SELECT * FROM nothing"))

    futures = together(database, add("a"), add("a"), wrong, add("b"), add("c"))
    assert ids(database) == ["a", "b", "c"]
    assert [future.exception() is None for future in futures] == [True, False, False, True, True]
    assert isinstance(futures[2].exception(), SQLAlchemyError)


def test_more_than_fit_into_one_commit(database: Database) -> None:
    many = 2 * MOST + 5
    futures = together(database, *(add(f"{place:03}") for place in range(many)))
    assert [future.result() for future in futures] == ids(database) == [f"{place:03}" for place in range(many)]


def test_listeners_are_told_after_the_commit_and_only_of_what_was_committed(database: Database) -> None:
    told: list[str] = []

    def ring(halls: set[str]) -> None:
        told.extend(hall for hall in halls if hall in ids(database))

    def announcing(name: str, then: Exception | None = None) -> Callable[[Session], None]:
        def unit(session: Session) -> None:
            add(name)(session)
            transaction_of(session).rung.add(name)
            if then is not None:
                raise then

        return unit

    listening = threading.Event()
    database.listen(ring, listening.set)
    assert listening.wait(30)
    together(database, announcing("a"), announcing("b", WrongState("no")), announcing("c"))
    until(lambda: set(told) == {"a", "c"})


def test_closing_right_after_beginning_to_listen_ends(database: Database, database_url: str) -> None:
    for _ in range(20):
        short = Database(database_url)
        short.listen(lambda halls: None, lambda: None)
        short.close()


def test_caches_are_told_when_changes_were_taken_back(database: Database) -> None:
    forgotten: list[bool] = []
    database.when_undone(lambda: forgotten.append(True))

    def refuse(session: Session) -> None:
        add("a")(session)
        raise WrongState("no")

    together(database, add("b"))
    assert not forgotten
    together(database, refuse)
    assert forgotten


def test_the_session_and_plain_sql_see_each_other(database: Database) -> None:
    def unit(session: Session) -> tuple[list[Any], int]:
        transaction = transaction_of(session)
        session.add(Hall(id="orm", name={"zh": "厅"}, phone="", zone="UTC", region=""))
        transaction.run(RAISE, {"id": "orm"})
        transaction.run(ADD, {"id": "plain", "version": 7})
        return transaction.rows(IDS, {}), session.get_one(Hall, "plain").version

    assert database.write(unit) == ([("orm",), ("plain",)], 7)
    assert database.read(lambda session: session.get_one(Hall, "orm").version) == 1


def test_what_is_remembered_is_what_sessions_made_of_it(database: Database) -> None:
    def version(transaction: Transaction) -> int | None:
        return transaction.remembered(VERSION, {"id": "h"}, lambda rows: int(rows[0][0]))

    def raised(session: Session) -> int | None:
        session.execute(text("UPDATE halls SET version = version + 1"))
        return version(transaction_of(session))

    def remembered() -> int | None:
        return asyncio.run(database.change(version))

    assert [remembered(), database.write(add("h")), remembered(), remembered()] == [None, "h", 0, 0]
    assert [database.write(raised), remembered(), database.write(raised), remembered()] == [1, 1, 2, 2]


def test_what_was_put_off_comes_with_the_commit_and_of_what_stands_alone(database: Database) -> None:
    def put_off(name: str, then: Exception | None = None) -> Callable[[Session], None]:
        def unit(session: Session) -> None:
            transaction_of(session).put_off(ADD, {"id": name, "version": 0})
            if then is not None:
                raise then

        return unit

    refused, kept = WrongState("no"), LoginRefused("counted")
    futures = together(database, put_off("a"), put_off("b", refused), put_off("c", kept), put_off("d"))
    assert [future.exception() for future in futures] == [None, refused, kept, None] and ids(database) == ["a", "c", "d"]
    again, new = together(database, put_off("a"), put_off("e"))
    assert again.exception() is not None and new.exception() is None and ids(database) == ["a", "c", "d", "e"]


def test_values_go_in_and_come_out_as_they_are(database: Database) -> None:
    add_event = Sql("INSERT INTO events (hall_id, at, name, data) VALUES (:hall, :at, :name, :data)")
    find = Sql("SELECT at, CAST(data AS TEXT) FROM events WHERE at = :at AND name = '100 %'")
    add_day = Sql("INSERT INTO band_counts (hall_id, line_id, day, band, issued) VALUES (:h, :l, :d, 0, 0)")
    find_day = Sql("SELECT day FROM band_counts WHERE day = :d")
    moment = datetime(2026, 3, 4, 5, 6, 7, 89, timezone(timedelta(hours=8)))
    day = date(2026, 3, 4)

    def unit(session: Session) -> None:
        transaction = transaction_of(session)
        add("h")(session)
        session.add(Line(hall_id="h", id="l", letter="A", name={}, summary={}, position=0))
        transaction.run(add_event, {"hall": "h", "at": moment, "name": "100 %", "data": '{"words": "办"}'})
        transaction.run(add_day, {"h": "h", "l": "l", "d": day})
        assert [as_moment(at) for at, _ in transaction.rows(find, {"at": moment})] == [moment.astimezone(UTC)]
        assert [as_day(found) for found, in transaction.rows(find_day, {"d": day})] == [day]
        assert transaction.rows(find, {"at": moment})[0][1] == '{"words": "办"}'
        with pytest.raises(ValueError, match="time zone"):
            transaction.rows(find, {"at": datetime(2026, 3, 4)})

    database.write(unit)


async def at_once(units: dict[Database, list[Callable[[Transaction], None]]]) -> None:
    jobs = [each.change(unit) for each, its in units.items() for unit in its]
    await asyncio.wait_for(asyncio.gather(*jobs), 60)


def test_a_hall_is_held_by_one_process_at_a_time(database: Database, other: Database) -> None:
    """Both read a figure and write it raised by one: nothing is lost if, and only if, one waits for the other."""
    database.write(add("h"))
    put = Sql("UPDATE halls SET version = :version WHERE id = 'h'")

    def unit(transaction: Transaction) -> None:
        transaction.hold("h")
        [(version,)] = transaction.rows(VERSION, {"id": "h"})
        transaction.run(put, {"version": version + 1})

    asyncio.run(at_once({database: [unit] * 100, other: [unit] * 100}))
    assert database.look(lambda transaction: transaction.rows(VERSION, {"id": "h"})) == [(200,)]


def test_processes_that_want_the_same_halls_in_opposite_order_all_get_on(database: Database, other: Database) -> None:
    for name in ("h1", "h2"):
        database.write(add(name))

    def raised(name: str) -> Callable[[Transaction], None]:
        def unit(transaction: Transaction) -> None:
            transaction.hold(name)
            transaction.run(RAISE, {"id": name})

        return unit

    one, two = raised("h1"), raised("h2")
    asyncio.run(at_once({database: [one, two] * 50, other: [two, one] * 50}))
    versions = [database.look(lambda transaction: transaction.rows(VERSION, {"id": name})) for name in ("h1", "h2")]
    assert versions == [[(100,)], [(100,)]]


def test_one_of_all_processes_leads_and_another_follows_when_it_is_gone(database: Database, other: Database) -> None:
    assert database.lead() and database.lead()
    assert not other.lead()
    database.close()
    until(other.lead)


def test_a_lost_connection_costs_the_units_that_were_on_it_and_no_others(database: Database, other: Database) -> None:
    def cut_off(session: Session) -> None:
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(SQLAlchemyError):
        database.write(cut_off)
    database.write(add("a"))
    all_others = "pid <> pg_backend_pid() AND datname = current_database()"
    kill = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {all_others}"
    other.write(lambda session: session.execute(text(kill)))
    told: list[set[str]] = []
    database.listen(told.append, lambda: told.append(set()))
    until(lambda: told == [set()])
    assert ids(database) == ["a"]
