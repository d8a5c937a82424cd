"""Enrolment: a machine shows a code that a person typed, and gets a credential of its own."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from central import security
from central.errors import CodeSpent, CodeUnknown, Invalid
from central.terminals import repository
from central.terminals.models import Enrolment, Terminal
from central.terminals.schemas import EnrolIn, EnrolOut, MachineRole
from central.unit import Unit

CODE_LIFE = timedelta(days=7)


def enter(unit: Unit, hall: str, name: str, role: MachineRole, window: str | None, place: str | None = None) -> Terminal:
    """A machine that may be enrolled with a code later."""
    terminal = Terminal(id=str(uuid4()), hall_id=hall, name=name, role=role, window_id=window, place=place)
    unit.session.add(terminal)
    unit.session.flush()
    return terminal


def new_code(unit: Unit, terminal: Terminal) -> str:
    """A code that enrols this machine once; codes given out earlier for it are void."""
    void_codes(unit, terminal)
    code = security.new_code()
    unit.session.add(Enrolment(code_hash=security.code_hash(code), terminal_id=terminal.id, expires_at=unit.now + CODE_LIFE))
    unit.record("terminal.code", terminal.id, terminal.hall_id)
    return code


def void_codes(unit: Unit, terminal: Terminal) -> None:
    for earlier in repository.open_enrolments(unit.session, terminal.id):
        earlier.used_at = unit.now


def revoke(unit: Unit, terminal: Terminal) -> None:
    """Its credential and its codes no longer work, from this moment on. A new code brings it back."""
    void_codes(unit, terminal)
    terminal.token_hash, terminal.enrolled_at = None, None


def enrol(unit: Unit, body: EnrolIn) -> EnrolOut:
    """Gives the machine a new credential. One it had before no longer works."""
    enrolment = repository.enrolment(unit.session, security.code_hash(body.code))
    if enrolment is None:
        raise CodeUnknown("no such enrolment code", "code")
    if enrolment.used_at is not None or enrolment.expires_at <= unit.now:
        raise CodeSpent("this enrolment code was used or has expired", "code")
    terminal = repository.of_enrolment(unit.session, enrolment)
    if body.name is not None and body.name != terminal.name:
        if repository.by_name(unit.session, terminal.hall_id, body.name) is not None:
            raise Invalid("another machine of the hall has this name", "name")
        terminal.name = body.name
    token = security.new_token(security.MACHINE_TOKEN)
    enrolment.used_at = unit.now
    terminal.token_hash = security.token_hash(token)
    terminal.enrolled_at = unit.now
    unit.record("terminal.enrolled", terminal.id, terminal.hall_id)
    role: MachineRole = terminal.role  # type: ignore[assignment]
    return EnrolOut(terminal=terminal.id, role=role, hall=terminal.hall_id, window=terminal.window_id, token=token)
