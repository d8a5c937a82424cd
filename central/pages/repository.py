"""SQL of the console: what left a window last, and who rang for help."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.help.models import HelpCall
from central.help.service import CLOSED
from central.queue.models import Call, Ticket
from central.staff.models import Staff
from central.terminals.models import Terminal


class Rung(NamedTuple):
    call: HelpCall
    terminal: str
    helper: str | None


def last_closed(session: Session, hall: str, window: str, day: date) -> tuple[str, str] | None:
    """Number and outcome of the ticket that left this window last on that day."""
    query = (
        select(Ticket.number, Call.outcome)
        .join(Call, Call.ticket_id == Ticket.id)
        .where(Call.hall_id == hall, Call.window_id == window, Ticket.day == day, Call.closed_at.is_not(None))
        .order_by(Call.id.desc())
        .limit(1)
    )
    row = session.execute(query).first()
    return None if row is None else (row.number, row.outcome or "")


def help_calls(session: Session, hall: str) -> list[Rung]:
    """Those not yet closed, the longest waiting first."""
    query = (
        select(HelpCall, Terminal.name, Staff.name)
        .join(Terminal, Terminal.id == HelpCall.terminal_id)
        .outerjoin(Staff, Staff.id == HelpCall.answered_by)
        .where(HelpCall.hall_id == hall, HelpCall.state != CLOSED)
        .order_by(HelpCall.rung_at, HelpCall.id)
    )
    return [Rung(call, terminal, helper) for call, terminal, helper in session.execute(query)]
