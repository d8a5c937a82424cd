"""Publishing a guide: a new version from a day on. What was published stays as it was; what is the same again leaves no trace."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from central.audit import repository as audit
from central.catalogue import checks, repository
from central.catalogue.guide import GuideIn, GuideOut
from central.catalogue.models import Guide, Item
from central.catalogue.schemas import PublishedAtOut, PublishEverywhereIn
from central.errors import Invalid, ItemUnknown, Mistake
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.unit import Unit


@dataclass(frozen=True)
class Published:
    """``new``: it is another version; else what is in force from that day on said the same already."""

    version: int
    effective_from: date
    new: bool


def publish(unit: Unit, hall: str, item_id: str, guide: GuideIn, effective_from: date | None) -> Published:
    """In force from a day of the hall's, today when None. Whoever listens is told."""
    item = repository.item(unit.session, hall, item_id)
    if item is None:
        raise ItemUnknown("the hall does not offer this item", "item")
    found = checks.mistakes(guide)
    if found:
        raise Invalid.all_of([each.model_copy(update={"field": f"guide.{each.field}"}) for each in found])
    published = store(unit, item, guide, effective_from or halls.today(unit, hall))
    if published.new:
        audit.add(unit.session, unit.now, hall, _actor(unit), "guide.published", item_id, [f"v{published.version}"])
        halls.changed(unit, hall)
    return published


def publish_everywhere(unit: Unit, item_id: str, body: PublishEverywhereIn) -> list[PublishedAtOut]:
    """The unit holds the house: no other holds several halls meanwhile, so nobody waits in a circle."""
    there = {each.id: each.region for each in hall_rows.halls(unit.session)}
    offering = [id for id in repository.halls_with_item(unit.session, item_id) if there[id].startswith(body.region)]
    if not offering:
        raise ItemUnknown("no hall of the region offers this item", "item")
    told = []
    for hall in offering:
        unit.hold(hall)
        told.append(PublishedAtOut(hall=hall, **vars(publish(unit, hall, item_id, body.guide, body.effective_from))))
    return told


def store(unit: Unit, item: Item, guide: GuideIn, effective_from: date) -> Published:
    """The version alone: the caller checks the guide, writes it down and tells of it."""
    there = repository.guide_in_force(unit.session, item.hall_id, item.id, effective_from)
    digest = digest_of(guide, item.name)
    if there is not None and there.digest == digest:
        return Published(there.version, there.effective_from, False)
    today = halls.today(unit, item.hall_id)
    current = repository.guide_in_force(unit.session, item.hall_id, item.id, today)
    if current is not None and effective_from < current.effective_from:
        raise Invalid.all_of([EARLIER])
    number = repository.last_version(unit.session, item.hall_id, item.id) + 1
    told = GuideOut(**dict(guide), item=item.id, name=item.name, version=number, effective_from=effective_from)
    unit.session.add(
        Guide(
            hall_id=item.hall_id,
            item_id=item.id,
            version=number,
            effective_from=effective_from,
            published_at=unit.now,
            published_by=_actor(unit),
            withdrawn=False,
            digest=digest,
            document=told.model_dump_json(),
        )
    )
    unit.session.flush()
    return Published(number, effective_from, True)


EARLIER = Mistake(
    field="effective_from", code="backwards", message="it would be over already: the guide in force is of a later day"
)


def withdraw(unit: Unit, guide: Guide) -> None:
    """It counts no longer: what was in force before it is so again. A version that is withdrawn already stays so."""
    if guide.withdrawn:
        return
    repository.withdraw(unit.session, guide)
    fields = [f"v{guide.version}"]
    audit.add(unit.session, unit.now, guide.hall_id, _actor(unit), "guide.withdrawn", guide.item_id, fields)
    halls.changed(unit, guide.hall_id)


def digest_of(guide: GuideIn, name: dict[str, str]) -> str:
    """Of all that a resident reads; the same for the same words, in whatever order their languages stand."""
    return sha256(json.dumps([guide.model_dump(mode="json"), name], ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _actor(unit: Unit) -> str:
    return unit.known_caller.actor if unit.known_caller is not None else "service"
