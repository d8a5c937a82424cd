"""SQL of the console: who rang for help, the names of the staff, where helpers can be sent."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from central.help.escalation import CLOSED
from central.help.models import HelpCall
from central.sql import Sql
from central.staff.models import Staff
from central.terminals.models import Terminal
from central.unit import Unit

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
_STAFF_NAMES = Sql("SELECT id, name FROM staff WHERE hall_id = :hall")
_TERMINALS = Sql("SELECT id, name, place FROM terminals WHERE hall_id = :hall AND role = 'terminal' ORDER BY name")
_NEWEST_HELP = Sql("SELECT id FROM help_calls WHERE hall_id = :hall ORDER BY rung_at DESC, id DESC LIMIT 1")


class Rung(NamedTuple):
    call: HelpCall
    terminal: str | None
    place: str | None
    helper: str | None
    acknowledged_by: str | None


def staff_names(unit: Unit, hall: str) -> dict[str, str]:
    """By id."""
    return {person: name for person, name in unit.rows(_STAFF_NAMES, hall=hall)}


def terminals(unit: Unit, hall: str) -> list[tuple[str, str, str | None]]:
    """Id, name and place of each, in the order of their names."""
    return [(terminal, name, place) for terminal, name, place in unit.rows(_TERMINALS, hall=hall)]


def newest_help(unit: Unit, hall: str) -> str:
    """Id of the call for help that was rung last; empty where none ever was."""
    row = unit.row(_NEWEST_HELP, hall=hall)
    return "" if row is None else str(row[0])


def help_calls(session: Session, hall: str) -> list[Rung]:
    """Those not yet closed, the longest waiting first."""
    return [Rung(*row) for row in session.execute(_HELP_CALLS, {"hall": hall})]
