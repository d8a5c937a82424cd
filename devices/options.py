"""Options of a device: typed, bounded, documented, and checked all at once.

An options class is a frozen dataclass whose fields are made by :func:`option`. :func:`check` compares a table of the
configuration file with it and names every mistake by its key.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Mistake:
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"


def option(
    about: str,
    default: Any = dataclasses.MISSING,
    *,
    low: float | None = None,
    high: float | None = None,
    among: tuple[Any, ...] | None = None,
    form: str | None = None,
    distinct: bool = False,
) -> Any:
    """A field with its meaning and unit. ``low`` and ``high`` are allowed themselves; ``form`` is a regular expression.

    Of a list, each item is held to these, and with ``distinct`` none may come twice. A text must not be empty unless its
    default is.
    """
    bounds = {"low": low, "high": high, "among": among, "form": form, "distinct": distinct, "may_be_empty": default == ""}
    return dataclasses.field(default=default, metadata={"about": about, **bounds})


def check(options: type, given: Mapping[str, object]) -> list[Mistake]:
    """Every mistake in ``given``; empty when ``options(**as_fields(...))`` can be built."""
    fields = {field.name: field for field in dataclasses.fields(options)}
    types = _types(options)
    mistakes = [Mistake(key, "unknown; known are " + ", ".join(fields)) for key in given if key not in fields]
    for name, field in fields.items():
        if name not in given:
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                mistakes.append(Mistake(name, f"missing; {field.metadata['about']}"))
            continue
        mistakes += [Mistake(name, reason) for reason in _wrong(given[name], types[name], field.metadata)]
    return mistakes


def build(options: type, given: Mapping[str, object]) -> Any:
    """The options object from a table that :func:`check` found no mistake in."""
    types = _types(options)
    return options(**{key: _as(value, types[key]) for key, value in given.items()})


def describe(options: type) -> Iterator[str]:
    """One line an option, what is required first; for ``bangban-devices`` and for people."""
    types = _types(options)
    for field in sorted(dataclasses.fields(options), key=lambda field: field.default is not dataclasses.MISSING):
        yield f"{field.name} ({_name(types[field.name])}, {_default(field.default)}): {field.metadata['about']}"


def _default(value: object) -> str:
    if value is dataclasses.MISSING:
        return "required"
    return "may be left out" if value in (None, "", ()) else f"default {value!r}"


def _types(options: type) -> dict[str, Any]:
    """The type of each field; None beside another type only says that the option may be left out."""
    return {name: _without_none(hint) for name, hint in get_type_hints(options).items()}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (wanted,) = (part for part in get_args(hint) if part is not NoneType)
    return wanted


def _wrong(value: object, wanted: Any, bounds: Mapping[str, Any]) -> Iterator[str]:
    if get_origin(wanted) is tuple:
        if not isinstance(value, (list, tuple)) or not value:
            yield f"a list of {_name(get_args(wanted)[0])} is wanted, not {value!r}"
            return
        for item in value:
            yield from _wrong_item(item, get_args(wanted)[0], bounds)
        if bounds["distinct"] and len(set(map(str, value))) < len(value):
            yield f"nothing may stand twice in {value!r}"
        return
    yield from _wrong_item(value, wanted, bounds)


def _wrong_item(value: object, wanted: Any, bounds: Mapping[str, Any]) -> Iterator[str]:
    if not _is(value, wanted):
        yield f"{_name(wanted)} is wanted, not {value!r}"
    elif bounds["among"] is not None and value not in bounds["among"]:
        yield f"must be one of {', '.join(map(str, bounds['among']))}, not {value!r}"
    elif isinstance(value, (int, float)) and not _within(value, bounds["low"], bounds["high"]):
        yield f"must be from {bounds['low']} to {bounds['high']}, not {value!r}"
    elif value == "" and not bounds["may_be_empty"]:
        yield "must not be empty"
    elif bounds["form"] is not None and not re.fullmatch(bounds["form"], str(value)):
        yield f"{value!r} is not of the form {bounds['form']}"


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def _is(value: object, wanted: Any) -> bool:
    if wanted is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str if wanted is Path else wanted)


def _as(value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        return tuple(value)
    return wanted(value) if wanted in (float, Path) else value


def _name(wanted: Any) -> str:
    if get_origin(wanted) is tuple:
        return f"list of {_name(get_args(wanted)[0])}"
    return {str: "text", int: "whole number", float: "number", bool: "true or false", Path: "path"}.get(wanted, str(wanted))
