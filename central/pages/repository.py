"""SQL of the console: who rang for help, and the names of the staff."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from central.help.escalation import CLOSED
from central.help.models import HelpCall
from central.staff.models import Staff
from central.terminals.models import Terminal


class Rung(NamedTuple):
    call: HelpCall
    terminal: str | None
    place: str | None
    helper: str | None
    acknowledged_by: str | None


def staff_names(session: Session, hall: str) -> dict[str, str]:
    """By id."""
    return {person: name for person, name in session.execute(select(Staff.id, Staff.name).where(Staff.hall_id == hall))}


def help_calls(session: Session, hall: str) -> list[Rung]:
    """Those not yet closed, the longest waiting first."""
    seen = aliased(Staff)
    query = (
        select(HelpCall, Terminal.name, Terminal.place, Staff.name, seen.name)
        .outerjoin(Terminal, Terminal.id == HelpCall.terminal_id)
        .outerjoin(Staff, Staff.id == HelpCall.answered_by)
        .outerjoin(seen, seen.id == HelpCall.acknowledged_by)
        .where(HelpCall.hall_id == hall, HelpCall.state != CLOSED)
        .order_by(HelpCall.rung_at, HelpCall.id)
    )
    return [Rung(*row) for row in session.execute(query)]
