"""Endpoints of what other halls have passed to one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path

from central.errors import WrongState, documented
from central.mandates import passed
from central.mandates.passed_schemas import OnwardIn, PassBackIn, PassedListOut, PassedOut, PassedPersonOut
from central.mandates.refusals import NotTheAgent, RelayUnknown, SupplementAsked
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("mandates")

Relay = Annotated[int, Path(ge=0, le=2**31 - 1)]


@router.get("/halls/{hall}/relays", responses=documented())
@reads(may("relay.see"))
def relays(unit: UnitOfWork, hall: str) -> PassedListOut:
    """What other halls have passed to this one; names no resident."""
    return passed.listed(unit, hall)


@router.get("/relays/{relay}", responses=documented(RelayUnknown))
@reads(may("relay.see"))
def relay(unit: UnitOfWork, relay: Relay) -> PassedOut:
    """One of them, with the papers that belong to it and what the caller may do about it now."""
    return passed.described(unit, relay)


@router.post("/relays/{relay}/take", responses=documented(RelayUnknown, NotTheAgent, WrongState))
@writes(may("relay.run"), house=True)
def take_relay(unit: UnitOfWork, relay: Relay) -> PassedOut:
    """The caller has it from now on. Sent again by the same it changes nothing."""
    return passed.take(unit, relay)


@router.post("/relays/{relay}/holder", responses=documented(RelayUnknown, NotTheAgent, WrongState))
@writes(may("relay.holder"), house=True)
def relay_person(unit: UnitOfWork, relay: Relay) -> PassedPersonOut:
    """Whose it is, for who took it over and who leads this hall; every look is in the audits of both halls, so it is a POST."""
    return passed.reveal(unit, relay)


@router.post("/relays/{relay}/back", responses=documented(RelayUnknown, NotTheAgent, WrongState, SupplementAsked))
@writes(may("relay.run"), house=True)
def pass_back(unit: UnitOfWork, relay: Relay, body: PassBackIn) -> PassedOut:
    """To the hall that it was given to, with what came of it."""
    return passed.pass_back(unit, relay, body)


@router.post("/relays/{relay}/onward", responses=documented(RelayUnknown, NotTheAgent, WrongState))
@writes(may("relay.run"), house=True)
def pass_onward(unit: UnitOfWork, relay: Relay, body: OnwardIn) -> PassedOut:
    """To another hall, which has it instead of this one."""
    return passed.onward(unit, relay, body)
