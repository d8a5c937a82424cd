"""Halls to load: put into a database that the service has brought up to date, with credentials as if all had been enrolled."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, insert

from central import models  # noqa: F401  every table
from central.db import Base
from central.halls.models import Hall, Line, OpeningHours, Priority, Window, WindowLine
from central.security import MACHINE_TOKEN, STAFF_TOKEN, new_token, token_hash
from central.staff.models import Staff, StaffSession, StaffWindow
from central.terminals.models import Terminal

MOST_LINES = 8
SESSION = timedelta(hours=12)
LIMIT_HALL = "limit"
"""A hall without machines or staff: what is measured without the service is written there."""

Row = tuple[type[Base], dict[str, Any]]


@dataclass(frozen=True, repr=False)
class BenchHall:
    """``windows`` and ``terminals``: a token for each; a window's is that of its clerk's session."""

    id: str
    lines: tuple[str, ...]
    windows: dict[str, str]
    terminals: tuple[str, ...]
    displays: tuple[str, ...]


def shaped(number: int, windows: int, terminals: int, displays: int) -> BenchHall:
    lines = tuple(f"line{n}" for n in range(1, min(MOST_LINES, max(1, windows)) + 1))
    return BenchHall(
        f"bench{number:04}",
        lines,
        {f"w{n}": new_token(STAFF_TOKEN) for n in range(1, windows + 1)},
        tuple(new_token(MACHINE_TOKEN) for _ in range(terminals)),
        tuple(new_token(MACHINE_TOKEN) for _ in range(displays)),
    )


def lines_of(hall: BenchHall, window: int) -> tuple[str, ...]:
    """Many-to-many: a window serves its own line and the next one."""
    return tuple(dict.fromkeys(hall.lines[(window + step) % len(hall.lines)] for step in (0, 1)))


def put(engine: Engine, halls: Sequence[BenchHall]) -> None:
    """Enters the halls; the service must not have looked at them before."""
    by_table: dict[type[Base], list[dict[str, Any]]] = {}
    for table, row in [*_rows_of_hall(LIMIT_HALL, ("line1",)), *(row for hall in halls for row in _rows(hall))]:
        by_table.setdefault(table, []).append(row)
    with engine.begin() as connection:
        for table in (Hall, Line, Window, WindowLine, OpeningHours, Priority, Staff, StaffWindow, StaffSession, Terminal):
            if table in by_table:
                connection.execute(insert(table), by_table[table])


def _rows(hall: BenchHall) -> Iterator[Row]:
    yield from _rows_of_hall(hall.id, hall.lines)
    for position, (window, token) in enumerate(hall.windows.items()):
        yield Window, _named(hall.id, window, position) | {"label": str(position + 1), "type": "comprehensive", "open": True}
        for line in lines_of(hall, position):
            yield WindowLine, {"hall_id": hall.id, "window_id": window, "line_id": line}
        yield from _clerk(hall.id, window, token)
    for role, tokens in (("terminal", hall.terminals), ("display", hall.displays)):
        for number, token in enumerate(tokens, 1):
            yield Terminal, _machine(hall.id, role, number, token)


def _rows_of_hall(hall: str, lines: Sequence[str]) -> Iterator[Row]:
    yield Hall, {"id": hall, "name": {"zh": "测试大厅"}, "phone": "0477-0000000", "zone": "Asia/Shanghai", "region": "150602007"}
    for position, line in enumerate(lines):
        yield Line, _named(hall, line, position) | {"letter": chr(65 + position), "summary": {"zh": "各种证明"}}
    yield Priority, _named(hall, "elderly", 0) | {"min_age": 65, "evidence": ["card_birth_date", "own_word"]}
    for weekday in range(1, 8):
        yield OpeningHours, {"hall_id": hall, "weekday": weekday, "opens": 0, "closes": 1440}


def _named(hall: str, id: str, position: int) -> dict[str, Any]:
    return {"hall_id": hall, "id": id, "name": {"zh": f"测试{position + 1}", "en": f"Bench {position + 1}"}, "position": position}


def _clerk(hall: str, window: str, token: str) -> Iterator[Row]:
    clerk = {"id": str(uuid4()), "hall_id": hall, "user": f"{hall}-{window}", "name": "测试员", "role": "clerk"}
    yield Staff, clerk | {"password_hash": secrets.token_hex(16), "must_change": False}
    yield StaffWindow, {"staff_id": clerk["id"], "hall_id": hall, "window_id": window}
    yield StaffSession, {"token_hash": token_hash(token), "staff_id": clerk["id"], "expires_at": datetime.now(UTC) + SESSION}


def _machine(hall: str, role: str, number: int, token: str) -> dict[str, Any]:
    machine = {"id": str(uuid4()), "hall_id": hall, "name": f"{role}-{number}", "role": role}
    return machine | {"token_hash": token_hash(token), "enrolled_at": datetime.now(UTC)}
