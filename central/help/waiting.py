"""Calls that wait: each hall is told when one of them goes on to others, and one that nobody answered comes to an end."""

from __future__ import annotations

from datetime import timedelta

from central.help import repository
from central.help.escalation import RINGING
from central.help.service import HELPED, MISSED, end, standing_of
from central.unit import Unit

RINGS_FOR = timedelta(minutes=30)
"""Then nobody stands before the terminal any more; the resident was told the telephone long before."""
STAYS_FOR = timedelta(hours=12)
"""A call that was answered and never closed is over with its day."""


def look(unit: Unit, hall_id: str) -> None:
    """What is due by now. Escalation follows from the time alone: here it is only announced, so that nobody has to look."""
    for call in repository.unanswered(unit.session, hall_id):
        now = standing_of(unit, call)
        if unit.now - call.rung_at >= RINGS_FOR:
            end(unit, call, MISSED)
        elif now.level > call.level or now.state == RINGING != call.state:
            call.state, call.level = now.state, now.level
            said = {"id": call.id, "terminal": call.terminal_id, "level": now.level}
            unit.announce(hall_id, "help.escalated", said)
    for call in repository.open_before(unit.session, hall_id, unit.now - STAYS_FOR):
        end(unit, call, HELPED)
