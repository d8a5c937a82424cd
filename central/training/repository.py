"""SQL of the trainings."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.training.models import Training


def by_id(session: Session, training: str) -> Training | None:
    return session.get(Training, training)


def of_hall(session: Session, hall: str) -> list[Training]:
    """The latest first."""
    query = select(Training).where(Training.hall_id == hall)
    return list(session.scalars(query.order_by(Training.held_on.desc(), Training.id.desc())))
