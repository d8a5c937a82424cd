"""SQL of the catalogue."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.catalogue.models import Item


def items(session: Session, hall_id: str) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.hall_id == hall_id).order_by(Item.position)))


def item(session: Session, hall_id: str, item_id: str) -> Item | None:
    return session.get(Item, (hall_id, item_id))
