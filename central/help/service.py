"""Somebody rings, it is acknowledged and answered, or goes on to others (``escalation``), and is closed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from central.callers import MACHINES
from central.errors import Forbidden, HelpUnknown, Invalid, WrongState
from central.halls.plan import plan_of, zone_of
from central.help import repository
from central.help.escalation import ACKNOWLEDGED, ANSWERED, CLOSED, RINGING, Standing, standing
from central.help.models import HelpCall
from central.help.schemas import ComingOut, HelpIn, HelpOut, HelpState
from central.repeats import check_same
from central.roster import repository as roster
from central.roster.service import duty_now, duty_out
from central.staff import repository as staff
from central.terminals import repository as terminals
from central.unit import Unit

HELPED, WITHDRAWN, MISSED = "helped", "withdrawn", "missed"
"""How a call ended: somebody came; it was taken back; nobody answered it."""


def ring(unit: Unit, hall_id: str, key: str, body: HelpIn) -> tuple[HelpOut, bool]:
    """The call of this request, and whether it was made now (True) or by an earlier sending of the same request."""
    at_machine = unit.caller.role in MACHINES
    asked = {
        "terminal_id": unit.caller.id if at_machine else body.terminal,
        "window_id": None if at_machine else body.window,
        "rung_by": None if at_machine else unit.caller.id,
        "doing": body.doing,
        "line_id": body.line,
        "item_id": body.item,
    }
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(all(getattr(earlier, name) == value for name, value in asked.items()))
        return told(unit, earlier), False
    place = _place(unit, hall_id, asked)
    call = HelpCall(id=str(uuid4()), hall_id=hall_id, request_key=key, state=RINGING, level=0, rung_at=unit.now, **asked)
    unit.session.add(call)
    at = unit.now.isoformat().replace("+00:00", "Z")
    said = {"terminal": call.terminal_id, "window": call.window_id, "doing": body.doing, "line": body.line, "item": body.item}
    unit.announce(hall_id, "help.called", {"id": call.id, **said, **place, "at": at})
    return told(unit, call), True


def _place(unit: Unit, hall_id: str, asked: dict[str, Any]) -> dict[str, str | None]:
    """Where to go. Raises ``Invalid`` for a place that the hall doesn't have."""
    if asked["terminal_id"] is None and asked["window_id"] is None:
        raise Invalid("a member of the staff says where somebody is needed", "terminal")
    if asked["window_id"] is not None:
        if asked["terminal_id"] is not None:
            raise Invalid("a machine or a window, not both", "window")
        window = plan_of(unit, hall_id).windows.get(asked["window_id"])
        if window is None:
            raise Invalid("the hall has no such window", "window")
        return {"terminal_name": window.label, "place": zone_of(window.area)}
    terminal = terminals.by_id(unit.session, hall_id, asked["terminal_id"])
    if terminal is None:
        raise Invalid("the hall has no such machine", "terminal")
    return {"terminal_name": terminal.name, "place": terminal.place}


def acknowledge(unit: Unit, call_id: str) -> HelpOut:
    """Somebody has seen it and looks after it; it stops ringing for a while. Twice by one person is once."""
    call = _known(unit, call_id)
    now = standing_of(unit, call)
    if now.state == ACKNOWLEDGED and call.acknowledged_by == unit.caller.id:
        return told(unit, call)
    if now.state != RINGING:
        raise WrongState(f"the call is {now.state}")
    call.state, call.level = ACKNOWLEDGED, now.level
    call.acknowledged_at, call.acknowledged_by = unit.now, unit.caller.id
    unit.announce(call.hall_id, "help.acknowledged", {"id": call.id, "terminal": call.terminal_id, "name": unit.caller.name})
    return told(unit, call)


def answer(unit: Unit, call_id: str, minutes: int | None) -> HelpOut:
    """A helper is on the way; only one is. The same helper may name other minutes."""
    call = _known(unit, call_id)
    if call.state == CLOSED or (call.state == ANSWERED and call.answered_by != unit.caller.id):
        raise WrongState(f"the call is {call.state}")
    if call.answered_at is None:
        call.level, call.answered_at = standing_of(unit, call).level, unit.now
    call.state, call.answered_by, call.minutes = ANSWERED, unit.caller.id, minutes
    coming = _coming(unit, call)
    assert coming is not None
    said = {"terminal": call.terminal_id, **coming.model_dump()}
    unit.announce(call.hall_id, "help.answered", {"id": call.id, **said})
    return told(unit, call)


def close(unit: Unit, call_id: str) -> HelpOut:
    """By the staff, or by the machine that rang: the resident was helped, or needs nobody any more. Closed twice is closed."""
    call = _known(unit, call_id)
    if unit.caller.role in MACHINES and call.terminal_id != unit.caller.id:
        raise Forbidden("this call was rung at another machine")
    if call.state != CLOSED:
        end(unit, call, WITHDRAWN if call.answered_at is None else HELPED)
    return told(unit, call)


def end(unit: Unit, call: HelpCall, outcome: str) -> None:
    call.level = standing_of(unit, call).level
    call.state, call.closed_at, call.outcome = CLOSED, unit.now, outcome
    unit.announce(call.hall_id, "help.closed", {"id": call.id, "terminal": call.terminal_id, "outcome": outcome})


def standing_of(unit: Unit, call: HelpCall) -> Standing:
    rules = plan_of(unit, call.hall_id).rules
    return standing(call.state, call.level, call.rung_at, call.acknowledged_at, rules, unit.now)


def _known(unit: Unit, call_id: str) -> HelpCall:
    call = repository.by_id(unit.session, call_id)
    if call is None:
        raise HelpUnknown("no such call for help")
    if call.hall_id != unit.caller.hall:
        raise Forbidden("this call belongs to another hall")
    return call


def _coming(unit: Unit, call: HelpCall) -> ComingOut | None:
    person = None if call.answered_by is None else staff.by_id(unit.session, call.answered_by)
    if person is None:
        return None
    entry = roster.entry(unit.session, person.id)
    picture = entry.picture_mark if entry is not None and entry.shown else None
    return ComingOut(staff=person.id, name=person.name, minutes=call.minutes, picture=picture)


def told(unit: Unit, call: HelpCall) -> HelpOut:
    plan, now = plan_of(unit, call.hall_id), standing_of(unit, call)
    state: HelpState = now.state  # type: ignore[assignment]
    return HelpOut(
        id=call.id,
        state=state,
        level=now.level,
        phone_after_s=plan.rules.help_phone_s,
        duty=duty_out(duty_now(unit, plan)),
        helper=_coming(unit, call),
    )
