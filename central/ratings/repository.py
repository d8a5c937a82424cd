"""SQL of the ratings. There is no update and no delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from central.ratings.models import HelpRating, HelpRatingRefusal, Rating, RatingHead, RatingRefusal
from central.vault import Vault

_OF_TICKET = select(Rating).where(Rating.ticket_mark == bindparam("mark"))


def ticket_mark(vault: Vault, ticket_id: str) -> str:
    return vault.mark("rated ticket", ticket_id)


def of_ticket(session: Session, vault: Vault, ticket_id: str) -> Rating | None:
    return session.scalar(_OF_TICKET, {"mark": ticket_mark(vault, ticket_id)})


def is_rated(session: Session, vault: Vault, ticket_id: str) -> bool:
    return of_ticket(session, vault, ticket_id) is not None


def in_order(session: Session, table: type[Rating] | type[HelpRating]) -> Iterator[Rating | HelpRating]:
    return iter(session.scalars(select(table).order_by(table.seq).execution_options(yield_per=500)))


def head(session: Session, end: int) -> RatingHead | None:
    return session.get(RatingHead, end)


def refusal(session: Session, receipt: str) -> RatingRefusal | None:
    return session.get(RatingRefusal, receipt)


def levels(session: Session, hall: str) -> dict[int, int]:
    """How many ratings of each level a hall has."""
    query = select(Rating.level, func.count()).where(Rating.hall_id == hall).group_by(Rating.level)
    return {level: count for level, count in session.execute(query)}


def refusals(session: Session, hall: str) -> int:
    return session.execute(select(func.count()).where(RatingRefusal.hall_id == hall)).scalar_one()


def of_call(session: Session, mark: str) -> HelpRating | None:
    return session.scalar(select(HelpRating).where(HelpRating.call_mark == mark))


def help_refusal(session: Session, receipt: str) -> HelpRatingRefusal | None:
    return session.get(HelpRatingRefusal, receipt)


def helped_between(session: Session, hall: str, first: date, last: date) -> list[HelpRating]:
    """Both days included."""
    query = select(HelpRating).where(HelpRating.hall_id == hall, HelpRating.helped_on >= first, HelpRating.helped_on <= last)
    return list(session.scalars(query.order_by(HelpRating.seq)))


def help_refusals(session: Session, hall: str, first: date, last: date) -> int:
    table = HelpRatingRefusal
    query = select(func.count()).select_from(table)
    return session.execute(query.where(table.hall_id == hall, table.day >= first, table.day <= last)).scalar_one()
