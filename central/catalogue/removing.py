"""Taking an item out of a hall for good."""

from __future__ import annotations

from central.audit import repository as audit
from central.catalogue import repository
from central.catalogue.publishing import actor
from central.errors import ItemInUse, ItemUnknown
from central.halls import service as halls
from central.mandates import repository as mandates
from central.unit import Unit


def remove(unit: Unit, hall: str, item_id: str) -> None:
    """With every version of its guide; whoever listens is told. Not while a mandate for it is under way."""
    if repository.item(unit.session, hall, item_id) is None:
        raise ItemUnknown("the hall does not offer this item", "item")
    if mandates.is_under_way(unit.session, hall, item_id):
        raise ItemInUse("a mandate for this item is not closed", "item")
    versions = repository.remove(unit.session, hall, item_id)
    audit.add(unit.session, unit.now, hall, actor(unit), "item.removed", item_id, [f"{versions}"])
    halls.changed(unit, hall)
