"""Fields of a JSON answer, read with their types. Pure; what does not have the agreed shape is a :class:`Misread`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from typing import Any, TypeVar

from kiosk.hall.messages import HallName

T = TypeVar("T")


class Misread(ValueError):
    """An answer without the agreed shape. Names the field, never its value."""


def field(data: Any, key: str, kind: type) -> Any:
    value = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Misread(key)
    return value


def text(data: Any, key: str) -> str:
    return str(field(data, key, str))


def truth(data: Any, key: str) -> bool:
    return bool(field(data, key, bool))


def count(data: Any, key: str) -> int:
    value = int(field(data, key, int))
    if value < 0:
        raise Misread(key)
    return value


def span(data: Any, key: str) -> tuple[int, int]:
    """Seconds, the lesser first."""
    pair = rows(data, key)
    if len(pair) != 2 or not all(type(one) is int for one in pair) or not 0 <= pair[0] <= pair[1]:
        raise Misread(key)
    return pair[0], pair[1]


def optional(data: Any, key: str, read: Callable[[Any, str], T]) -> T | None:
    return None if isinstance(data, Mapping) and data.get(key) is None else read(data, key)


def rows(data: Any, key: str) -> list[Any]:
    return list(field(data, key, list))


def texts(data: Any, key: str) -> tuple[str, ...]:
    found = rows(data, key)
    if not all(isinstance(one, str) for one in found):
        raise Misread(key)
    return tuple(found)


def name(data: Any, key: str) -> HallName:
    return named(field(data, key, dict), key)


def named(names: Any, key: str) -> HallName:
    """A name that stands in a list called ``key``."""
    if not isinstance(names, Mapping) or not isinstance(names.get("zh"), str):
        raise Misread(key)
    if not all(isinstance(one, str) for one in names.values()):
        raise Misread(key)
    return HallName(tuple(sorted(names.items())))


def day(data: Any, key: str) -> date:
    try:
        return date.fromisoformat(text(data, key))
    except ValueError as error:
        raise Misread(key) from error


def moment(data: Any, key: str) -> datetime:
    try:
        found = datetime.fromisoformat(text(data, key))
    except ValueError as error:
        raise Misread(key) from error
    return found if found.tzinfo is not None else found.replace(tzinfo=timezone.utc)
