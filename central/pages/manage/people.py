"""The staff, and the machines of the hall: who they are, and what is handed out once."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Request, Response

from central.callers import ADMIN, CLERK, HELPER, MANAGER
from central.pages.drawing import language_of
from central.pages.manage.sections import LEADERS, Chosen, api, chosen_of, draw, moment
from central.pages.members import for_members
from central.pages.words import WORDS, Words
from central.permissions import TABLE
from central.routing import UnitOfWork, reads
from central.setup.schemas import MachineSetup, SetupOut, StaffSetup
from central.setup.service import describe
from central.terminals.schemas import MachineRole
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)

MACHINE_ROLES: tuple[str, ...] = get_args(MachineRole)
STAFF_ROLES = (ADMIN, MANAGER, CLERK, HELPER)
NEW_STAFF = {"user": "", "name": "", "role": CLERK, "windows": [], "lines": [], "active": True}
NEW_MACHINE = {"name": "", "role": "terminal", "window": None, "place": None}


@router.get("/staff")
@reads(None)
@for_members(LEADERS)
def setup_staff(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    setup = describe(unit, unit.caller.hall)
    words = WORDS[language_of(request)]
    chosen = chosen_of(setup.staff, of, new, NEW_STAFF)
    labels = {window.id: window.label for window in setup.windows}
    people = [_person(unit, setup, each) for each in setup.staff]
    if chosen is not None and chosen.id:
        chosen = Chosen(chosen.id, next(each for each in people if each["id"] == chosen.id))
    own = () if unit.caller.role == ADMIN or (chosen is not None and chosen.values["role"] == ADMIN) else (ADMIN,)
    return draw(
        unit,
        request,
        "staff",
        setup,
        chosen,
        rows=[(each, [labels[window] for window in each["windows"] if window in labels]) for each in people],
        roles=[(role, words(f"manage.role.{role}")) for role in STAFF_ROLES if role not in own],
        windows=[(window.id, f"{window.label} {words.named(window.name)}") for window in setup.windows if window.active],
        lines=[(line.id, f"{line.letter} {words.named(line.name)}") for line in setup.lines if line.active],
        permissions=[each for each in TABLE if each.roles & set(STAFF_ROLES)],
        staff_roles=STAFF_ROLES,
        **_asked(unit, "staff", chosen),
    )


@router.get("/machines")
@reads(None)
@for_members(LEADERS)
def setup_machines(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    setup = describe(unit, unit.caller.hall)
    words = WORDS[language_of(request)]
    chosen = chosen_of(setup.machines, of, new, NEW_MACHINE)
    place = {window.id: at for at, window in enumerate(setup.windows)}
    there = sorted(setup.machines, key=lambda each: (MACHINE_ROLES.index(each.role), place.get(each.window or "", -1), each.name))
    machines = [_machine(unit, setup, words, each) for each in there]
    if chosen is not None and chosen.id:
        chosen = Chosen(chosen.id, next(each for each in machines if each["id"] == chosen.id))
    return draw(
        unit,
        request,
        "machines",
        setup,
        chosen,
        rows=machines,
        roles=[(role, words(f"manage.machine_role.{role}")) for role in MACHINE_ROLES],
        windows=[(window.id, f"{window.label} {words.named(window.name)}") for window in setup.windows if window.active],
        **_asked(unit, "machines", chosen),
    )


def _asked(unit: Unit, kind: str, chosen: Chosen | None) -> dict[str, str]:
    """A new one is entered by POST and gets its id from the service."""
    if chosen is None or not chosen.id:
        return {"method": "POST", "url": f"{api(unit)}/{kind}"}
    return {"method": "PUT", "url": f"{api(unit)}/{kind}/{chosen.id}"}


def _person(unit: Unit, setup: SetupOut, person: StaffSetup) -> dict[str, Any]:
    locked = person.locked_until if person.locked_until and person.locked_until > unit.now else None
    return person.model_dump(mode="json") | {"locked": moment(unit, setup, locked)}


def _machine(unit: Unit, setup: SetupOut, words: Words, machine: MachineSetup) -> dict[str, Any]:
    """``when``: since when it is enrolled, or until when its code can be used. ``seen``: when it was last there. ``found``: what
    is wrong with its devices, in words; a code without words is one of a newer machine."""
    other = words("manage.machines.trouble.other")
    found = {name: words.maybe(f"manage.machines.trouble.{code}") or other for name, code in machine.troubles.items()}
    when = machine.code_until if machine.state == "code_given" else machine.enrolled_at
    label = next((window.label for window in setup.windows if window.id == machine.window), None)
    return machine.model_dump(mode="json") | {
        "label": label,
        "when": moment(unit, setup, when),
        "seen": moment(unit, setup, machine.seen_at),
        "found": sorted(found.items()),
    }
