"""A hall's catalogue as it is in force today, to be carried away."""

from __future__ import annotations

import json

from central.catalogue import repository
from central.catalogue.entries import Entry
from central.catalogue.guide import GuideIn, GuideOut
from central.catalogue.models import Guide
from central.halls import service as halls
from central.unit import Unit

HEAD = set(GuideOut.model_fields) - set(GuideIn.model_fields)


def entries(unit: Unit, hall: str) -> list[Entry]:
    """Every item, with its guide where one is in force. No day: what comes back is in force from when it comes back."""
    guides = {each.item_id: each for each in repository.in_force(unit.session, hall, halls.today(unit, hall))}
    return [
        Entry.model_construct(
            id=each.id,
            name=each.name,
            domain=each.domain,
            line=each.line_id,
            aliases=list(each.aliases),
            guide=content(guides[each.id]) if each.id in guides else None,
        )
        for each in repository.items(unit.session, hall)
    ]


def content(guide: Guide) -> GuideIn:
    """What it says, without version and date."""
    told = json.loads(guide.document)
    return GuideIn.model_validate({name: value for name, value in told.items() if name not in HEAD})
