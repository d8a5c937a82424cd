"""Endpoints of the machines themselves: enrolment, and that they are there."""

from __future__ import annotations

from central.errors import CodeSpent, CodeUnknown, documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes
from central.terminals import service
from central.terminals.presence import Sighting
from central.terminals.schemas import EnrolIn, EnrolOut, PresenceIn, PresenceOut

router = api_router("terminals")


@router.post("/enrol", status_code=201, responses=documented(CodeUnknown, CodeSpent))
@writes(None)
def enrol(unit: UnitOfWork, body: EnrolIn) -> EnrolOut:
    """Turns a one-time code into the credential of a machine."""
    return service.enrol(unit, body)


@router.put("/presence", responses=documented())
@reads(may("machine.say"))
def presence(unit: UnitOfWork, body: PresenceIn) -> PresenceOut:
    """The machine is there, and this is how it is: to be said once a minute, and when a device begins or ends to fail."""
    unit.context.presence.note(unit.caller.id, Sighting(unit.now, body.version, body.troubles))
    return PresenceOut(seen_at=unit.now)
