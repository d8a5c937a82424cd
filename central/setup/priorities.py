"""Changing priority classes."""

from __future__ import annotations

from central.errors import PriorityUnknown
from central.halls import repository as halls
from central.halls.models import Priority
from central.setup import changing
from central.setup.lines import place
from central.setup.schemas import PriorityIn
from central.unit import Unit


def put(unit: Unit, hall: str, priority_id: str, body: PriorityIn) -> bool:
    """Makes or changes a priority class; whether it is new. A ticket keeps the class that it was issued with."""
    priority = halls.priority(unit.session, hall, priority_id)
    values = body.model_dump() | {"position": place(body.position, priority, halls.priorities(unit.session, hall))}
    if priority is None:
        unit.session.add(Priority(hall_id=hall, id=priority_id, **values))
        changing.done(unit, hall, "setup.priority_added", priority_id)
        return True
    changing.changed(unit, hall, "setup.priority_changed", priority_id, changing.apply(priority, values))
    return False


def end(unit: Unit, hall: str, priority_id: str) -> None:
    priority = halls.priority(unit.session, hall, priority_id)
    if priority is None:
        raise PriorityUnknown("the hall has no such priority class", "priority")
    changing.changed(unit, hall, "setup.priority_changed", priority_id, changing.apply(priority, {"active": False}))
