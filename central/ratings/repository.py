"""SQL of the ratings. There is no update and no delete."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from central.ratings.models import Rating, RatingHead, RatingRefusal
from central.vault import Vault

_OF_TICKET = select(Rating).where(Rating.ticket_mark == bindparam("mark"))


def ticket_mark(vault: Vault, ticket_id: str) -> str:
    return vault.mark("rated ticket", ticket_id)


def of_ticket(session: Session, vault: Vault, ticket_id: str) -> Rating | None:
    return session.scalar(_OF_TICKET, {"mark": ticket_mark(vault, ticket_id)})


def is_rated(session: Session, vault: Vault, ticket_id: str) -> bool:
    return of_ticket(session, vault, ticket_id) is not None


def in_order(session: Session) -> Iterator[Rating]:
    return iter(session.scalars(select(Rating).order_by(Rating.seq).execution_options(yield_per=500)))


def head(session: Session) -> RatingHead | None:
    return session.get(RatingHead, 1)


def refusal(session: Session, receipt: str) -> RatingRefusal | None:
    return session.get(RatingRefusal, receipt)


def levels(session: Session, hall: str) -> dict[int, int]:
    """How many ratings of each level a hall has."""
    query = select(Rating.level, func.count()).where(Rating.hall_id == hall).group_by(Rating.level)
    return {level: count for level, count in session.execute(query)}


def refusals(session: Session, hall: str) -> int:
    return session.execute(select(func.count()).where(RatingRefusal.hall_id == hall)).scalar_one()
