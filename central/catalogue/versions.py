"""The versions of an item's guide, and what each asks of people."""

from __future__ import annotations

from datetime import date

from central.audit import actors
from central.catalogue import reading, repository
from central.catalogue.models import Guide
from central.catalogue.schemas import VersionOut, VersionState
from central.errors import ItemUnknown
from central.halls import service as halls
from central.unit import Unit


def of(unit: Unit, hall: str, item: str) -> list[VersionOut]:
    """The newest first."""
    if repository.item(unit.session, hall, item) is None:
        raise ItemUnknown("the hall does not offer this item", "item")
    today = halls.today(unit, hall)
    current = repository.guide_in_force(unit.session, hall, item, today)
    names = actors.names(unit.session, hall)
    return [
        _told(each, state_of(each, current, today), names.get(each.published_by))
        for each in repository.versions(unit.session, hall, item)
    ]


def state_of(guide: Guide, current: Guide | None, today: date) -> VersionState:
    """``current``: the one in force today."""
    if guide.withdrawn:
        return "withdrawn"
    if guide is current:
        return "in_force"
    return "coming" if guide.effective_from > today else "over"


def _told(guide: Guide, state: VersionState, by: str | None) -> VersionOut:
    told = reading.content(guide)
    return VersionOut(
        version=guide.version,
        effective_from=guide.effective_from,
        published_at=guide.published_at,
        published_by=by,
        state=state,
        materials=len(told.materials),
        steps=len(told.steps),
        promised_days=told.promised_days,
        visits=told.visits,
    )
