"""Plain SQL for the hottest paths, written once for both databases.

SQLAlchemy's session costs 0.1 ms and more for each statement; the driver alone a tenth of that (spec/performance.md). A statement
names its values as ``:hall``; it must mean the same on SQLite and PostgreSQL.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

Row = tuple[Any, ...]

_NAME = re.compile(r"(?<![:\w]):([a-z_]\w*)")


class Sql:
    """A statement. Made once, when a module is loaded; a module of statements is a repository's."""

    __slots__ = ("names", "qmarks", "numbered", "changes", "spares_foreseen")

    def __init__(self, statement: str, spares_foreseen: bool = False) -> None:
        """``spares_foreseen``: it may change something, but nothing that units foresee (``Transaction.foresee``), or a constraint
        would tell."""
        self.names = tuple(dict.fromkeys(match[1] for match in _NAME.finditer(statement)))
        """The values, in the order of their numbers; one that stands in several places has one number."""
        number = {name: at for at, name in enumerate(self.names, 1)}
        self.qmarks = _NAME.sub(lambda match: f"?{number[match[1]]}", statement)
        """With the places as SQLite writes them."""
        self.numbered = _NAME.sub(lambda match: f"${number[match[1]]}", statement)
        """With the places as PostgreSQL writes them."""
        self.changes = not statement.lstrip().upper().startswith("SELECT")
        """It may change something."""
        self.spares_foreseen = spares_foreseen or not self.changes


def as_moment(value: object) -> datetime:
    """A moment of a result as an aware datetime in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(f"{value}+00:00")  # a tenth of the time of giving it its zone afterwards
    if not isinstance(value, datetime):
        raise TypeError(f"not a moment: {type(value).__name__}")
    return value.replace(tzinfo=UTC)


def as_day(value: object) -> date:
    """A day of a result."""
    if isinstance(value, str):
        return date.fromisoformat(value)
    if not isinstance(value, date):
        raise TypeError(f"not a day: {type(value).__name__}")
    return value


def naive(moment: datetime) -> datetime:
    """As the columns of both databases hold it: UTC, without saying so. A naive moment is refused: whose zone would it be in?"""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.replace(tzinfo=None) if moment.tzinfo is UTC else moment.astimezone(UTC).replace(tzinfo=None)
