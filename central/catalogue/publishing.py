"""Publishing guides: a new version from a day on. What was published stays as it was; the same again leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from central.audit import repository as audit
from central.catalogue import checks, documents, repository
from central.catalogue.guide import GuideIn
from central.catalogue.models import Guide
from central.catalogue.repository import Known
from central.catalogue.schemas import PublishedAtOut, PublishEverywhereIn
from central.errors import Invalid, ItemUnknown, Mistake
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.unit import Unit

EARLIER = Mistake(
    field="effective_from", code="backwards", message="it would be over already: the guide in force is of a later day"
)


@dataclass(frozen=True)
class Published:
    """``new``: it is another version; else what is in force from that day on said the same already."""

    version: int
    effective_from: date
    new: bool


def decide(versions: Sequence[Known], digest: str, day: date, today: date) -> Published | Mistake:
    """What becomes of a guide that is published from ``day`` on, beside the ``versions`` there are. Pure."""
    there = in_force(versions, day)
    if there is not None and there.digest == digest:
        return Published(there.version, there.effective_from, False)
    current = in_force(versions, today)
    if current is not None and day < current.effective_from:
        return EARLIER
    return Published(1 + max((each.version for each in versions), default=0), day, True)


def in_force(versions: Sequence[Known], day: date) -> Known | None:
    """As the repository finds it."""
    there = [each for each in versions if each.effective_from <= day and not each.withdrawn]
    return max(there, key=lambda each: (each.effective_from, each.version), default=None)


def publish(unit: Unit, hall: str, item_id: str, guide: GuideIn, effective_from: date | None) -> Published:
    """In force from a day of the hall's, today when None. Whoever listens is told."""
    item = repository.item(unit.session, hall, item_id)
    if item is None:
        raise ItemUnknown("the hall does not offer this item", "item")
    mistakes = checks.mistakes(guide)
    if mistakes:
        raise Invalid.all_of([each.model_copy(update={"field": f"guide.{each.field}"}) for each in mistakes])
    today = halls.today(unit, hall)
    body = documents.canonical(guide)
    digest = documents.digest(body, item.name)
    decided = decide(repository.known(unit.session, hall, item_id), digest, effective_from or today, today)
    if isinstance(decided, Mistake):
        raise Invalid.all_of([decided])
    if decided.new:
        repository.add(unit.session, [row(unit, hall, item_id, item.name, decided, body, digest)])
        audit.add(unit.session, unit.now, hall, actor(unit), "guide.published", item_id, [f"v{decided.version}"])
        halls.changed(unit, hall)
    return decided


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


def row(
    unit: Unit, hall: str, item: str, name: dict[str, str], published: Published, body: str, digest: str
) -> dict[str, object]:
    """A version as it is stored."""
    return {
        "hall_id": hall,
        "item_id": item,
        "version": published.version,
        "effective_from": published.effective_from,
        "published_at": unit.now,
        "published_by": actor(unit),
        "withdrawn": False,
        "digest": digest,
        "document": documents.document(body, item, name, published.version, published.effective_from),
    }


def withdraw(unit: Unit, guide: Guide) -> None:
    """It counts no longer: what was in force before it is so again. A version that is withdrawn already stays so."""
    if guide.withdrawn:
        return
    repository.withdraw(unit.session, guide)
    fields = [f"v{guide.version}"]
    audit.add(unit.session, unit.now, guide.hall_id, actor(unit), "guide.withdrawn", guide.item_id, fields)
    halls.changed(unit, guide.hall_id)


def actor(unit: Unit) -> str:
    return unit.known_caller.actor if unit.known_caller is not None else "service"
