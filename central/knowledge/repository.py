"""SQL of the knowledge base."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.halls.models import Hall
from central.knowledge.models import KnownAnswer


def by_id(session: Session, answer: str) -> KnownAnswer | None:
    return session.get(KnownAnswer, answer)


def readable(session: Session, hall: str) -> list[tuple[KnownAnswer, dict[str, str]]]:
    """The hall's own and those that others share, with the names of their halls; own ones first, the latest first."""
    query = (
        select(KnownAnswer, Hall.name)
        .join(Hall, Hall.id == KnownAnswer.hall_id)
        .where((KnownAnswer.hall_id == hall) | KnownAnswer.shared)
        .order_by(KnownAnswer.hall_id != hall, KnownAnswer.changed_at.desc(), KnownAnswer.id)
    )
    return [(each, name) for each, name in session.execute(query)]


def taken(session: Session, hall: str) -> set[str]:
    """Ids of the enquiries whose answers are in the hall's base."""
    query = select(KnownAnswer.opinion_id).where(KnownAnswer.hall_id == hall, KnownAnswer.opinion_id.is_not(None))
    return {each for each in session.scalars(query) if each is not None}
