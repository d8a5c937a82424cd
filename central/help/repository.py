"""SQL of the help calls."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.help.models import HelpCall


def by_id(session: Session, call_id: str) -> HelpCall | None:
    return session.get(HelpCall, call_id)


def by_request_key(session: Session, hall: str, key: str) -> HelpCall | None:
    return session.scalar(select(HelpCall).where(HelpCall.hall_id == hall, HelpCall.request_key == key))
