"""How an unanswered call for help goes on, and for whom it rings. Pure.

It follows from the time that has passed: no job has to run for it, every worker finds the same, and a restart changes nothing.

0. It rings for those on duty; where only deputies are, for them.
1. After ``deputy_s``: for their deputies too.
2. After ``manager_s``: for the manager and the admin too.
3. After ``phone_s``: for every member of the staff; the resident is told the telephone.

In a hall without a roster, and while nobody is on duty, it rings for everybody from the start. Who has acknowledged a call keeps
it quiet for ``deputy_s``; if they don't say by then that they come, it rings on, as far as it is by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from central.callers import ADMIN, MANAGER
from central.halls.rules import Rules
from central.roster.duty import OnDuty

FIRST, DEPUTIES, MANAGERS, EVERYBODY = range(4)

RINGING, ACKNOWLEDGED, ANSWERED, CLOSED = "ringing", "acknowledged", "answered", "closed"


@dataclass(frozen=True)
class Standing:
    """How a call is at a moment. ``turns_at``: when that will be otherwise by itself; None: not any more."""

    state: str
    level: int
    turns_at: datetime | None = None


def standing(
    state: str, level: int, rung_at: datetime, acknowledged_at: datetime | None, rules: Rules, now: datetime
) -> Standing:
    """``state`` and ``level`` as they are stored; the level only grows."""
    if state not in (RINGING, ACKNOWLEDGED):
        return Standing(state, level)
    if state == ACKNOWLEDGED and acknowledged_at is not None:
        lapses = acknowledged_at + timedelta(seconds=rules.help_deputy_s)
        if now < lapses:
            return Standing(ACKNOWLEDGED, level, lapses)
    after = (rules.help_deputy_s, rules.help_manager_s, rules.help_phone_s)
    moments = [rung_at + timedelta(seconds=seconds) for seconds in after]
    reached = max([level, *(place for place, moment in enumerate(moments, DEPUTIES) if moment <= now)])
    return Standing(RINGING, reached, min((moment for moment in moments[reached:] if moment > now), default=None))


def rings_for(level: int, person: str, role: str, duty: OnDuty) -> bool:
    """Whether a call that has come to ``level`` rings for a member of the staff."""
    if level >= EVERYBODY or not duty.people:
        return True
    if level >= MANAGERS and role in (ADMIN, MANAGER):
        return True
    rung = duty.people if level >= DEPUTIES else duty.rung
    return any(helper.id == person for helper in rung)
