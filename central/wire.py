"""Several prepared statements to PostgreSQL and back in one go, on libpq itself (psycopg.pq).

Measured: psycopg's cursors take 60 to 80 us for each statement, most of it to be ready for anything; here a statement of the hot
path takes a quarter of that. Everything else (SQLAlchemy, transactions, errors) stays with psycopg, on the same connection.
"""

from __future__ import annotations

import select
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

import psycopg
from psycopg import pq
from psycopg.errors import error_from_result

from central.sql import Row, naive

Statement = tuple[str, Sequence[Any]]
"""SQL with places ``$1``, ``$2`` ..., and what stands there."""

# By Python type: the type that PostgreSQL is told (0: let it find out), and the text form of a value.
_WRITTEN: dict[type, tuple[int, Callable[[Any], bytes | None]]] = {
    str: (0, str.encode),
    int: (20, lambda value: b"%d" % value),
    bool: (16, lambda value: b"t" if value else b"f"),
    float: (701, lambda value: repr(value).encode()),
    datetime: (1114, lambda value: naive(value).isoformat(" ").encode()),
    date: (1082, lambda value: value.isoformat().encode()),
    bytes: (17, lambda value: b"\\x" + value.hex().encode()),
    type(None): (0, lambda value: None),
}


def _number(value: bytes) -> int | float:
    return float(value) if b"." in value else int(value)


# By PostgreSQL's type; what isn't here is text.
_READ: dict[int, Callable[[bytes], Any]] = {
    16: lambda value: value == b"t",
    17: lambda value: bytes.fromhex(value[2:].decode()),
    20: int,
    21: int,
    23: int,
    700: float,
    701: float,
    1082: lambda value: date.fromisoformat(value.decode()),
    1114: lambda value: datetime.fromisoformat(value.decode()),
    1700: _number,
}


class Wire:
    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._libpq = connection.pgconn
        self._poll = select.poll()
        self._poll.register(self._libpq.socket, select.POLLIN)
        self._names = (b"bangban_%d" % number for number in count())
        self._prepared: dict[tuple[str, tuple[int, ...]], bytes] = {}

    def talk(self, statements: Sequence[Statement]) -> list[list[Row]]:
        """The rows of each. Raises psycopg's error of the first that failed; those behind it were not run."""
        new: dict[tuple[str, tuple[int, ...]], bytes] = {}
        expected: list[bool] = []
        self._libpq.enter_pipeline_mode()
        try:
            for query, values in statements:
                expected += self._send(query, values, new)
            self._libpq.pipeline_sync()
            answers = [self._answer() for _ in expected]
            self._result()  # of the end
        finally:
            if not self._lost():
                self._libpq.exit_pipeline_mode()
        for answer in answers:
            if answer.status == pq.ExecStatus.FATAL_ERROR:
                raise error_from_result(answer)
        self._prepared |= new
        return [_rows(answer) for answer, wanted in zip(answers, expected) if wanted]

    def _send(self, query: str, values: Sequence[Any], new: dict[tuple[str, tuple[int, ...]], bytes]) -> list[bool]:
        """Which answers will come: for a statement that must be prepared first, one that nobody wants."""
        written = [_WRITTEN[type(value)] for value in values]
        kind = (query, tuple(each[0] for each in written))
        name = self._prepared.get(kind) or new.get(kind)
        expected = [True]
        if name is None:
            name = new[kind] = next(self._names)
            self._libpq.send_prepare(name, query.encode(), kind[1])
            expected = [False, True]
        self._libpq.send_query_prepared(name, [write(value) for (_, write), value in zip(written, values)])
        return expected

    def _answer(self) -> pq.abc.PGresult:
        """A statement's result, and the mark behind it."""
        answer = self._result()
        if answer is None:
            raise psycopg.OperationalError("the connection is lost")
        self._result()
        return answer

    def _result(self) -> pq.abc.PGresult | None:
        """Waits without keeping other threads from running, which libpq would."""
        while self._libpq.is_busy():
            self._poll.poll()
            self._libpq.consume_input()
        return self._libpq.get_result()

    def _lost(self) -> bool:
        return self._libpq.status == pq.ConnStatus.BAD


def _rows(answer: pq.abc.PGresult) -> list[Row]:
    columns = range(answer.nfields)
    read = [_READ.get(answer.ftype(column), bytes.decode) for column in columns]
    get = answer.get_value
    return [
        tuple(None if (value := get(row, column)) is None else read[column](value) for column in columns)
        for row in range(answer.ntuples)
    ]
