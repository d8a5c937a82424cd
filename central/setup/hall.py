"""Changing what is of the hall as a whole: its name, its telephone, the rules of its queue."""

from __future__ import annotations

from central.halls import repository as halls
from central.halls.rules import Rules
from central.setup import changing
from central.setup.schemas import HallIn
from central.unit import Unit


def put(unit: Unit, hall_id: str, body: HallIn) -> None:
    hall = halls.hall(unit.session, hall_id)
    changing.changed(unit, hall_id, "setup.hall_changed", hall_id, changing.apply(hall, body.model_dump()))


def put_rules(unit: Unit, hall_id: str, rules: Rules) -> None:
    """What isn't said goes back to what usually holds."""
    hall = halls.hall(unit.session, hall_id)
    before = Rules.model_validate(hall.rules or {})
    fields = [name for name in Rules.model_fields if getattr(before, name) != getattr(rules, name)]
    hall.rules = rules.model_dump(exclude_defaults=True)
    changing.changed(unit, hall_id, "setup.rules_changed", hall_id, fields)
