"""SQL of the console: who rang for help, and the names of the staff."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from central.help.escalation import CLOSED
from central.help.models import HelpCall
from central.staff.models import Staff
from central.terminals.models import Terminal

_SEEN_BY = aliased(Staff)
# Made once: every page of the staff asks for these, and a statement takes longer to make than to run.
_HELP_CALLS = (
    select(HelpCall, Terminal.name, Terminal.place, Staff.name, _SEEN_BY.name)
    .outerjoin(Terminal, Terminal.id == HelpCall.terminal_id)
    .outerjoin(Staff, Staff.id == HelpCall.answered_by)
    .outerjoin(_SEEN_BY, _SEEN_BY.id == HelpCall.acknowledged_by)
    .where(HelpCall.hall_id == bindparam("hall"), HelpCall.state != CLOSED)
    .order_by(HelpCall.rung_at, HelpCall.id)
)
_STAFF_NAMES = select(Staff.id, Staff.name).where(Staff.hall_id == bindparam("hall"))


class Rung(NamedTuple):
    call: HelpCall
    terminal: str | None
    place: str | None
    helper: str | None
    acknowledged_by: str | None


def staff_names(session: Session, hall: str) -> dict[str, str]:
    """By id."""
    return {person: name for person, name in session.execute(_STAFF_NAMES, {"hall": hall})}


def help_calls(session: Session, hall: str) -> list[Rung]:
    """Those not yet closed, the longest waiting first."""
    return [Rung(*row) for row in session.execute(_HELP_CALLS, {"hall": hall})]
