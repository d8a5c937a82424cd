"""SQL of the help calls."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.help.escalation import ACKNOWLEDGED, ANSWERED, CLOSED, RINGING
from central.help.models import HelpCall


def by_id(session: Session, call_id: str) -> HelpCall | None:
    return session.get(HelpCall, call_id)


def by_request_key(session: Session, hall: str, key: str) -> HelpCall | None:
    return session.scalar(select(HelpCall).where(HelpCall.hall_id == hall, HelpCall.request_key == key))


def halls_waiting(session: Session, moment: datetime) -> list[str]:
    """Where a call is not answered, or was rung before ``moment`` and never closed."""
    waiting = HelpCall.state.in_((RINGING, ACKNOWLEDGED))
    left = (HelpCall.state == ANSWERED) & (HelpCall.rung_at < moment)
    return list(session.scalars(select(HelpCall.hall_id).where(waiting | left).distinct().order_by(HelpCall.hall_id)))


def unanswered(session: Session, hall: str) -> list[HelpCall]:
    """The longest waiting first."""
    query = select(HelpCall).where(HelpCall.hall_id == hall, HelpCall.state.in_((RINGING, ACKNOWLEDGED)))
    return list(session.scalars(query.order_by(HelpCall.rung_at, HelpCall.id)))


def open_before(session: Session, hall: str, moment: datetime) -> list[HelpCall]:
    query = select(HelpCall).where(HelpCall.hall_id == hall, HelpCall.state != CLOSED, HelpCall.rung_at < moment)
    return list(session.scalars(query.order_by(HelpCall.rung_at, HelpCall.id)))


def rung_between(session: Session, hall: str, begins: datetime, ends: datetime) -> list[HelpCall]:
    """From ``begins`` until just before ``ends``, in the order in which they were rung."""
    query = select(HelpCall).where(HelpCall.hall_id == hall, HelpCall.rung_at >= begins, HelpCall.rung_at < ends)
    return list(session.scalars(query.order_by(HelpCall.rung_at, HelpCall.id)))
