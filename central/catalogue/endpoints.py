"""Endpoint of the items."""

from __future__ import annotations

from central.catalogue import removing, repository
from central.catalogue.schemas import ItemOut, ItemsOut
from central.errors import ItemInUse, ItemUnknown, documented
from central.halls.plan import plan_of
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("catalogue")


@router.get("/halls/{hall}/items", responses=documented())
@reads(may("hall.see"))
def items(unit: UnitOfWork, hall: str) -> ItemsOut:
    """What the hall serves, and the line to take a ticket for."""
    lines = plan_of(unit, hall).lines
    found = [each for each in repository.items(unit.session, hall) if lines[each.line_id].active]
    return ItemsOut(
        items=[
            ItemOut(id=each.id, name=each.name, domain=each.domain, line=each.line_id, aliases=each.aliases) for each in found
        ]
    )


@router.delete("/halls/{hall}/items/{item}", status_code=204, responses=documented(ItemUnknown, ItemInUse))
@writes(may("item.remove"))
def remove_item(unit: UnitOfWork, hall: str, item: str) -> None:
    """The item and every version of its guide go; what was told from them keeps the record that was made then."""
    removing.remove(unit, hall, item)
