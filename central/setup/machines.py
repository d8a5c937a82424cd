"""Entering, changing and revoking terminals, displays and pads."""

from __future__ import annotations

from central.errors import Invalid, MachineUnknown, Mistake
from central.halls import repository as halls
from central.setup import changing
from central.setup.changing import wrong
from central.setup.schemas import MachineIn, NewMachineIn
from central.terminals import repository as terminals
from central.terminals import service as terminal_service
from central.terminals.models import Terminal
from central.unit import Unit


def enter(unit: Unit, hall: str, body: NewMachineIn) -> tuple[str, str]:
    """The new machine's id and the code that enrols it."""
    _check(unit, hall, body.name, body.window, None)
    machine = terminal_service.enter(unit, hall, body.name, body.role, body.window, body.place)
    code = terminal_service.new_code(unit, machine)
    changing.done(unit, hall, "terminal.added", machine.id)
    return machine.id, code


def change(unit: Unit, hall: str, machine_id: str, body: MachineIn) -> None:
    machine = _known(unit, hall, machine_id)
    _check(unit, hall, body.name, body.window, machine)
    fields = changing.apply(machine, {"name": body.name, "window_id": body.window, "place": body.place})
    changing.changed(unit, hall, "terminal.changed", machine.id, ["window" if each == "window_id" else each for each in fields])


def new_code(unit: Unit, hall: str, machine_id: str) -> str:
    """The machine keeps its credential until the code is used."""
    machine = _known(unit, hall, machine_id)
    code = terminal_service.new_code(unit, machine)
    changing.done(unit, hall, "terminal.changed", machine.id, ["code"])
    return code


def revoke(unit: Unit, hall: str, machine_id: str) -> None:
    machine = _known(unit, hall, machine_id)
    terminal_service.revoke(unit, machine)
    changing.done(unit, hall, "terminal.revoked", machine.id)


def _known(unit: Unit, hall: str, machine_id: str) -> Terminal:
    machine = terminals.by_id(unit.session, hall, machine_id)
    if machine is None:
        raise MachineUnknown("the hall has no such machine", "machine")
    return machine


def _check(unit: Unit, hall: str, name: str, window: str | None, own: Terminal | None) -> None:
    mistakes: list[Mistake] = []
    same = terminals.by_name(unit.session, hall, name)
    if same is not None and same is not own:
        mistakes.append(wrong("name", "taken", "another machine of the hall has this name"))
    if window is not None and halls.window(unit.session, hall, window) is None:
        mistakes.append(wrong("window", "unknown", "the hall has no such window"))
    if window is None and own is not None and own.role == "pad":
        mistakes.append(wrong("window", "needs_window", "a pad stands at a window"))
    if mistakes:
        raise Invalid.all_of(mistakes)
