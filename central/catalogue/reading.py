"""The guides that are in force today, in the hall's zone. They are sent as they are stored."""

from __future__ import annotations

import json
from datetime import date

from central.catalogue import repository
from central.catalogue.guide import BundleOut, GuideOut
from central.catalogue.models import Guide
from central.errors import GuideUnknown
from central.halls import service as halls
from central.halls.plan import plan_of
from central.unit import Unit


def guide_today(unit: Unit, hall: str, item: str) -> Guide:
    found = repository.guide_in_force(unit.session, hall, item, halls.today(unit, hall))
    if found is None:
        raise GuideUnknown("the item has no guide in force", "item")
    return found


def today(unit: Unit, hall: str) -> date:
    return halls.today(unit, hall)


def version_of(unit: Unit, hall: str, item: str, number: int) -> Guide:
    """Any version, also one to come or one that is over."""
    found = repository.version(unit.session, hall, item, number)
    if found is None:
        raise GuideUnknown("the item's guide has no such version", "version")
    return found


def shown(unit: Unit, hall: str) -> list[Guide]:
    """Those of the items that the hall serves: an item of a line that is out of service is not shown."""
    lines = plan_of(unit, hall).lines
    served = {each.id for each in repository.items(unit.session, hall) if lines[each.line_id].active}
    return [each for each in repository.in_force(unit.session, hall, halls.today(unit, hall)) if each.item_id in served]


def as_json(guides: list[Guide], bundles: list[BundleOut], next_change: date | None) -> bytes:
    """A ``GuidesOut``; the documents are JSON already."""
    documents = ",".join(each.document for each in guides)
    joined = ",".join(each.model_dump_json() for each in bundles)
    following = json.dumps(next_change and str(next_change))
    return f'{{"guides":[{documents}],"bundles":[{joined}],"next_change":{following}}}'.encode()


def content(guide: Guide) -> GuideOut:
    return GuideOut.model_validate_json(guide.document)
