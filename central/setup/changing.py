"""What all changes of a hall's set-up have in common: the version they start from, the audit, the announcement, the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import Header

from central.audit import repository as audit
from central.errors import Mistake, SetupChanged
from central.halls import repository as halls
from central.halls import service as hall_service
from central.mistakes import MistakeCode
from central.setup import warnings
from central.setup.schemas import Changed
from central.unit import Unit

IfMatch = Annotated[str | None, Header(alias="If-Match", description="The version that the change was made from")]


def check_version(unit: Unit, hall: str, match: str | None) -> None:
    """Refuses a change that was made from another version than the hall's. None: it holds for any."""
    if match is not None and match.strip().strip('"') not in ("*", str(halls.version(unit, hall))):
        raise SetupChanged("the set-up was changed meanwhile: look at it again", "If-Match")


def wrong(field: str | None, code: MistakeCode, message: str) -> Mistake:
    return Mistake(field=field, code=code, message=message)


def strangers(field: str, named: Iterable[str], there: Iterable[str]) -> list[Mistake]:
    """A mistake when one of those ``named`` isn't there."""
    return [] if set(named) <= set(there) else [wrong(field, "unknown", "names what the hall does not have")]


def apply(row: object, values: Mapping[str, Any]) -> list[str]:
    """Puts the values that differ into the row; their names."""
    differing = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, values[name])
    return differing


def done(unit: Unit, hall: str, action: str, subject: str, fields: list[str] | None = None) -> None:
    """The change is made: it is written down and in force. Names of fields only; no values, which may be a person's."""
    audit.add(unit.session, unit.now, hall, unit.caller.actor, action, subject, fields)
    hall_service.changed(unit, hall)


def changed(unit: Unit, hall: str, action: str, subject: str, fields: list[str]) -> None:
    """As ``done``; the same again changes nothing and leaves no trace."""
    if fields:
        done(unit, hall, action, subject, fields)


def answer(unit: Unit, hall: str) -> Changed:
    unit.session.flush()
    return Changed(version=halls.version(unit, hall), warnings=warnings.of(unit, hall))
