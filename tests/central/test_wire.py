"""Statements to PostgreSQL in one go: every value comes back as it went in, and an error leaves the connection usable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.errors import DivisionByZero, UndefinedTable

from central.sql import Row
from central.wire import Wire
from tests.kit.postgresql import Server

MANY: Any = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
TYPES: list[tuple[str, st.SearchStrategy[Any]]] = [
    ("text", WORDS),
    ("bigint", st.integers(-(2**63), 2**63 - 1)),
    ("boolean", st.booleans()),
    ("bytea", st.binary()),
    ("date", st.dates(date(1900, 1, 1), date(2200, 1, 1))),
    ("timestamp", MOMENTS),
    ("double precision", st.floats(allow_nan=False, allow_infinity=False)),
]
VALUES = st.sampled_from(TYPES).flatmap(lambda each: st.tuples(st.just(each[0]), st.none() | each[1]))


@pytest.fixture
def wire(postgresql: Server) -> Iterator[Wire]:
    with psycopg.connect(postgresql.url("postgres").replace("+psycopg", ""), autocommit=True) as connection:
        yield Wire(connection)


@settings(max_examples=60, **MANY)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=5))
def test_values_come_back_as_they_went(wire: Wire, asked: list[list[tuple[str, Any]]]) -> None:
    def statement(values: list[tuple[str, Any]]) -> tuple[str, list[Any]]:
        places = ", ".join(f"${place}::{kind}" for place, (kind, _) in enumerate(values, 1))
        return f"SELECT {places}", [each for _, each in values]

    def expected(values: list[tuple[str, Any]]) -> list[Row]:
        return [tuple(each.replace(tzinfo=None) if isinstance(each, datetime) else each for _, each in values)]

    assert wire.talk([statement(values) for values in asked]) == [expected(values) for values in asked]


def test_the_first_error_is_told_and_what_follows_is_not_run(wire: Wire) -> None:
    with pytest.raises(UndefinedTable):
        wire.talk([("SELECT 1", []), ("SELECT * FROM nothing", []), ("SELECT 2", [])])
    with pytest.raises(DivisionByZero):
        wire.talk([("SELECT 1 / $1::int", [0]), ("SELECT 2", [])])
    assert wire.talk([("SELECT 1 / $1::int", [1]), ("SELECT 2", []), ("SELECT 1 WHERE false", [])]) == [[(1,)], [(2,)], []]


def test_a_lost_connection_is_an_error_not_a_wait(wire: Wire) -> None:
    for _ in range(2):
        with pytest.raises(psycopg.OperationalError):
            wire.talk([("SELECT 1", []), ("SELECT pg_terminate_backend(pg_backend_pid())", []), ("SELECT 2", [])])
