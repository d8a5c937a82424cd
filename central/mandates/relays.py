"""转办: a mandate goes to an office by its name, or to another hall of this service, and comes back. The hall that it was given
to answers for it all the while; what the other hall does is in ``passed``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from central.errors import Invalid
from central.halls import levels
from central.halls import repository as halls
from central.mandates import repository
from central.mandates.models import Mandate, MandateRelay
from central.mandates.step_schemas import BackIn, RelayIn
from central.unit import Unit

Facts = dict[str, Any]


@dataclass(frozen=True)
class Near:
    """A hall that a mandate may be relayed to. ``level`` None: its region doesn't tell."""

    id: str
    name: dict[str, str]
    level: str | None


def near(unit: Unit, hall_id: str) -> list[Near]:
    """Those above it, the nearest first, then those of its district by name."""
    there = halls.names_and_regions(unit.session)
    own = next(region for id, _, region in there if id == hall_id)
    others = sorted((each for each in there if each[0] != hall_id), key=lambda each: each[1]["zh"])
    found = [each for each in others if levels.are_near(own, each[2])]
    found.sort(key=lambda each: levels.steps_up(own, each[2]))
    return [Near(id, name, levels.level_of(region)) for id, name, region in found]


def relay(unit: Unit, mandate: Mandate, body: RelayIn) -> Facts:
    if body.lead and any(each.lead for each in repository.relays(unit.session, mandate.id)):
        raise Invalid("another office has the lead already", "lead")
    office, level = (body.office, body.level) if body.hall is None else _hall(unit, mandate, body.hall, body.level)
    facts = {"office": office, "level": level, "lead": body.lead}
    sent = MandateRelay(mandate_id=mandate.id, hall_id=body.hall, sent_at=unit.now, until=body.until, **facts)
    unit.session.add(sent)
    unit.session.flush()
    tell(unit, sent, "relay.asked")
    return {"relay": sent.id} | facts | ({} if body.until is None else {"until": body.until.isoformat()})


def _hall(unit: Unit, mandate: Mandate, hall_id: str, said: str | None) -> tuple[str, str]:
    """Its name and its level."""
    found = halls.hall_if_there(unit.session, hall_id)
    if found is None or hall_id == mandate.hall_id:
        raise Invalid("no other hall of this service", "hall")
    if any(each.hall_id == hall_id for each in out(unit, mandate)):
        raise Invalid("this hall has it already", "hall")
    level = levels.level_of(found.region) or said
    if level is None:
        raise Invalid("its region doesn't tell its level", "level")
    return found.name["zh"], level


def out(unit: Unit, mandate: Mandate) -> list[MandateRelay]:
    """Those who have it now."""
    return [each for each in repository.relays(unit.session, mandate.id) if each.back_at is None]


def back(unit: Unit, mandate: Mandate, body: BackIn) -> Facts:
    """It has come back from an office; from a hall of this service it is recalled."""
    found = next((each for each in out(unit, mandate) if each.id == body.relay), None)
    if found is None:
        raise Invalid("no office has it under this number", "relay")
    return {"office": found.office} | end(unit, found, "recalled")


def end_all(unit: Unit, mandate: Mandate) -> None:
    """Nobody has to do anything about it any more."""
    for each in out(unit, mandate):
        end(unit, each, "recalled")


def end(unit: Unit, found: MandateRelay, outcome: str) -> Facts:
    """It lies there no longer. With a hall of this service the outcome is noted, and it is told."""
    found.back_at = unit.now
    if found.hall_id is None:
        return {}
    found.outcome = outcome
    tell(unit, found, "relay.changed")
    return {"outcome": outcome}


def tell(unit: Unit, found: MandateRelay, event: str) -> None:
    """Who writes to the events of another hall holds that hall."""
    if found.hall_id is not None:
        unit.hold(found.hall_id)
        unit.announce(found.hall_id, event, {"relay": found.id})
