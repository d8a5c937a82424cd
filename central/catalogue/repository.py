"""SQL of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from central.catalogue.models import Guide, Item


@dataclass(frozen=True)
class Known:
    """A version of a guide, without what it says."""

    item: str
    version: int
    effective_from: date
    withdrawn: bool
    digest: str


def items(session: Session, hall_id: str) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.hall_id == hall_id).order_by(Item.position, Item.id)))


def item(session: Session, hall_id: str, item_id: str) -> Item | None:
    return session.get(Item, (hall_id, item_id))


def halls_with_item(session: Session, item_id: str) -> list[str]:
    """The halls that offer an item, in the order in which they are to be held."""
    return list(session.scalars(select(Item.hall_id).where(Item.id == item_id).order_by(Item.hall_id)))


def _ranked(hall_id: str, day: date) -> Select[tuple[str, int, int]]:
    """Item, version and its place among those that could be in force on ``day``; the first is."""
    order = func.row_number().over(partition_by=Guide.item_id, order_by=(Guide.effective_from.desc(), Guide.version.desc()))
    return select(Guide.item_id, Guide.version, order.label("place")).where(
        Guide.hall_id == hall_id, Guide.effective_from <= day, Guide.withdrawn.is_(False)
    )


def in_force(session: Session, hall_id: str, day: date) -> list[Guide]:
    """The guides of all items, in the order of the items."""
    ranked = _ranked(hall_id, day).subquery()
    query = (
        select(Guide)
        .join(ranked, (ranked.c.item_id == Guide.item_id) & (ranked.c.version == Guide.version) & (ranked.c.place == 1))
        .join(Item, (Item.hall_id == Guide.hall_id) & (Item.id == Guide.item_id))
        .where(Guide.hall_id == hall_id)
        .order_by(Item.position, Item.id)
    )
    return list(session.scalars(query))


def guide_in_force(session: Session, hall_id: str, item_id: str, day: date) -> Guide | None:
    query = select(Guide).where(
        Guide.hall_id == hall_id, Guide.item_id == item_id, Guide.effective_from <= day, Guide.withdrawn.is_(False)
    )
    return session.scalar(query.order_by(Guide.effective_from.desc(), Guide.version.desc()).limit(1))


def versions(session: Session, hall_id: str, item_id: str) -> list[Guide]:
    """Of an item's guide, the newest first."""
    query = select(Guide).where(Guide.hall_id == hall_id, Guide.item_id == item_id)
    return list(session.scalars(query.order_by(Guide.version.desc())))


def version(session: Session, hall_id: str, item_id: str, number: int) -> Guide | None:
    return session.get(Guide, (hall_id, item_id, number))


def known(session: Session, hall_id: str, item_id: str | None = None) -> list[Known]:
    """All versions of an item's guide, or of all items'."""
    columns = (Guide.item_id, Guide.version, Guide.effective_from, Guide.withdrawn, Guide.digest)
    query = select(*columns).where(Guide.hall_id == hall_id)
    if item_id is not None:
        query = query.where(Guide.item_id == item_id)
    return [Known(*row) for row in session.execute(query)]


def add_items(session: Session, rows: list[dict[str, object]]) -> None:
    """Items, by the names of their columns."""
    if rows:
        session.execute(insert(Item), rows)


def add(session: Session, rows: list[dict[str, object]]) -> None:
    """Guides, by the names of their columns."""
    if rows:
        session.execute(insert(Guide), rows)


def next_change(session: Session, hall_id: str, day: date) -> date | None:
    """The first day after ``day`` from which on another guide is in force."""
    query = select(func.min(Guide.effective_from)).where(
        Guide.hall_id == hall_id, Guide.effective_from > day, Guide.withdrawn.is_(False)
    )
    return session.execute(query).scalar_one()


def begins(session: Session, hall_id: str, midnight: datetime) -> bool:
    """Whether a guide that was published before ``midnight`` (aware) comes into force with the day that it begins: of what is
    published on its own day everybody was told then."""
    ahead = (Guide.effective_from == midnight.date(), Guide.published_at < midnight)
    query = select(Guide.version).where(Guide.hall_id == hall_id, *ahead, Guide.withdrawn.is_(False))
    return session.execute(query.limit(1)).first() is not None


def withdraw(session: Session, guide: Guide) -> None:
    same = (Guide.hall_id == guide.hall_id, Guide.item_id == guide.item_id, Guide.version == guide.version)
    session.execute(update(Guide).where(*same).values(withdrawn=True))


def remove(session: Session, hall_id: str, item_id: str) -> int:
    """The item with all versions of its guide. How many these were."""
    gone = session.execute(delete(Guide).where(Guide.hall_id == hall_id, Guide.item_id == item_id).returning(Guide.version))
    count = len(gone.all())
    session.execute(delete(Item).where(Item.hall_id == hall_id, Item.id == item_id))
    return count
