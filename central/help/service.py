"""A resident rings, a helper answers, the call is closed."""

from __future__ import annotations

from uuid import uuid4

from central.callers import MACHINES
from central.errors import Forbidden, HelpUnknown, KeyReused, WrongState
from central.help import repository
from central.help.models import HelpCall
from central.help.schemas import HelpOut, HelpState
from central.unit import Unit

RINGING: HelpState = "ringing"
ANSWERED: HelpState = "answered"
CLOSED: HelpState = "closed"


def ring(unit: Unit, hall_id: str, key: str, doing: str) -> tuple[HelpOut, bool]:
    """The call of this request, and whether it was made now (True) or by an earlier sending of the same request."""
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        if (earlier.terminal_id, earlier.doing) != (unit.caller.id, doing):
            raise KeyReused("this Idempotency-Key was used with another body", "Idempotency-Key")
        return _told(earlier), False
    call = HelpCall(
        id=str(uuid4()),
        hall_id=hall_id,
        terminal_id=unit.caller.id,
        request_key=key,
        doing=doing,
        state=RINGING,
        rung_at=unit.now,
    )
    unit.session.add(call)
    at = unit.now.isoformat().replace("+00:00", "Z")
    told = {"terminal": unit.caller.id, "terminal_name": unit.caller.name, "doing": doing, "at": at}
    unit.announce(hall_id, "help.called", {"id": call.id, **told})
    return _told(call), True


def answer(unit: Unit, call_id: str, minutes: int | None) -> HelpOut:
    """A helper is on the way; only one is. The same helper may name other minutes."""
    call = _known(unit, call_id)
    if call.state == CLOSED or (call.state == ANSWERED and call.answered_by != unit.caller.id):
        raise WrongState(f"the call is {call.state}")
    if call.answered_at is None:
        call.answered_at = unit.now
    call.state, call.answered_by, call.minutes = ANSWERED, unit.caller.id, minutes
    told = {"terminal": call.terminal_id, "name": unit.caller.name, "minutes": minutes}
    unit.announce(call.hall_id, "help.answered", {"id": call.id, **told})
    return _told(call)


def close(unit: Unit, call_id: str) -> HelpOut:
    """By the staff, or by the machine that rang. Closed twice is closed."""
    call = _known(unit, call_id)
    if unit.caller.role in MACHINES and call.terminal_id != unit.caller.id:
        raise Forbidden("this call was rung at another machine")
    if call.state != CLOSED:
        call.state, call.closed_at = CLOSED, unit.now
        unit.announce(call.hall_id, "help.closed", {"id": call.id})
    return _told(call)


def _known(unit: Unit, call_id: str) -> HelpCall:
    call = repository.by_id(unit.session, call_id)
    if call is None:
        raise HelpUnknown("no such call for help")
    if call.hall_id != unit.caller.hall:
        raise Forbidden("this call belongs to another hall")
    return call


def _told(call: HelpCall) -> HelpOut:
    state: HelpState = call.state  # type: ignore[assignment]
    return HelpOut(id=call.id, state=state)
