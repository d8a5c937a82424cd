"""Endpoints of a hall's staff and machines. What is secret is shown in the answer that makes it, and never again."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Request

from central import errors
from central.context import Context
from central.permissions import may
from central.routing import UnitOfWork, api_router, writes
from central.setup import changing, machines, people
from central.setup.changing import IfMatch
from central.setup.endpoints import refusals
from central.setup.schemas import (
    Changed,
    CodeOut,
    MachineIn,
    NewMachineIn,
    NewMachineOut,
    NewStaffIn,
    NewStaffOut,
    PasswordOut,
    StaffIn,
)
from central.staff import service as staff_service
from central.staff.service import InitialPassword

router = api_router("set-up", "/halls/{hall}/setup")

Uuid = Annotated[str, Path(pattern=r"^[0-9a-f-]{36}$")]


async def _made(request: Request) -> InitialPassword:
    """Before the transaction: hashing takes longer than anything else may wait."""
    context: Context = request.app.state.context
    return await context.judged(staff_service.initial_password)


MadePassword = Annotated[InitialPassword, Depends(_made)]


@router.post("/staff", status_code=201, responses=refusals())
@writes(may("staff.change"))
def enter_staff(
    unit: UnitOfWork, hall: str, body: NewStaffIn, password: MadePassword, match: IfMatch = None
) -> NewStaffOut:
    """A new member of the staff, with an initial password."""
    changing.check_version(unit, hall, match)
    person = people.enter(unit, hall, body, password)
    return NewStaffOut(id=person, password=password.text, **dict(changing.answer(unit, hall)))


@router.put("/staff/{person}", responses=refusals(errors.StaffUnknown, errors.InUse, errors.LastLeader))
@writes(may("staff.change"))
def put_staff(unit: UnitOfWork, hall: str, person: Uuid, body: StaffIn, match: IfMatch = None) -> Changed:
    """Changes a member of the staff; another role, or leaving, ends their sessions."""
    changing.check_version(unit, hall, match)
    people.change(unit, hall, person, body)
    return changing.answer(unit, hall)


@router.post("/staff/{person}/password", responses=refusals(errors.StaffUnknown))
@writes(may("staff.change"))
def new_password(
    unit: UnitOfWork, hall: str, person: Uuid, password: MadePassword, match: IfMatch = None
) -> PasswordOut:
    """A new initial password; the member is logged out."""
    changing.check_version(unit, hall, match)
    people.new_password(unit, hall, person, password)
    return PasswordOut(password=password.text, **dict(changing.answer(unit, hall)))


@router.post("/staff/{person}/unlock", responses=refusals(errors.StaffUnknown))
@writes(may("staff.change"))
def unlock_staff(unit: UnitOfWork, hall: str, person: Uuid, match: IfMatch = None) -> Changed:
    """Lets a member who was locked out try again at once."""
    changing.check_version(unit, hall, match)
    people.unlock(unit, hall, person)
    return changing.answer(unit, hall)


@router.post("/machines", status_code=201, responses=refusals())
@writes(may("machine.change"))
def enter_machine(unit: UnitOfWork, hall: str, body: NewMachineIn, match: IfMatch = None) -> NewMachineOut:
    """A new machine, with the code that enrols it."""
    changing.check_version(unit, hall, match)
    machine, code = machines.enter(unit, hall, body)
    return NewMachineOut(id=machine, code=code, **dict(changing.answer(unit, hall)))


@router.put("/machines/{machine}", responses=refusals(errors.MachineUnknown))
@writes(may("machine.change"))
def put_machine(unit: UnitOfWork, hall: str, machine: Uuid, body: MachineIn, match: IfMatch = None) -> Changed:
    """Another name, or another window."""
    changing.check_version(unit, hall, match)
    machines.change(unit, hall, machine, body)
    return changing.answer(unit, hall)


@router.post("/machines/{machine}/code", responses=refusals(errors.MachineUnknown))
@writes(may("machine.change"))
def new_code(unit: UnitOfWork, hall: str, machine: Uuid, match: IfMatch = None) -> CodeOut:
    """A code that enrols the machine once, in place of the credential that it has."""
    changing.check_version(unit, hall, match)
    code = machines.new_code(unit, hall, machine)
    return CodeOut(code=code, **dict(changing.answer(unit, hall)))


@router.delete("/machines/{machine}", responses=refusals(errors.MachineUnknown))
@writes(may("machine.change"))
def revoke_machine(unit: UnitOfWork, hall: str, machine: Uuid, match: IfMatch = None) -> Changed:
    """Its credential ends at once; a new code brings it back."""
    changing.check_version(unit, hall, match)
    machines.revoke(unit, hall, machine)
    return changing.answer(unit, hall)
