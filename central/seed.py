"""Loads a hall's description into the database.

What is already there stays as it is: the console may have changed it since. Passwords and enrolment codes are made for what is
new, or for everything when asked; they are returned once and stored nowhere but as hashes.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from central import security
from central.catalogue import repository as catalogue
from central.catalogue.models import Item
from central.context import Context
from central.description import HallDescription, read
from central.halls import repository as halls
from central.halls.models import Hall, Line, OpeningHours, Priority, Window, WindowLine
from central.staff import repository as staff
from central.staff import service as staff_service
from central.terminals import repository as terminals
from central.terminals import service as terminal_service
from central.unit import Unit, unit_for

SAMPLE = Path(__file__).parent / "sample"


@dataclass(repr=False)
class HandedOut:
    """Shown once: initial password by user, enrolment code by the machine's name."""

    hall: str
    passwords: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.passwords or self.codes)


def load(context: Context, data: dict[str, Any], reset_credentials: bool = False) -> HandedOut:
    """Raises ``DescriptionMistakes``. A machine that is enrolled keeps its credential until a new code is used."""
    description = read(data)
    passwords = {each.user: staff_service.new_initial_password() for each in description.staff}
    if not reset_credentials:
        there = context.database.read(lambda session: {user for user in passwords if staff.by_user(session, user)})
        passwords = {user: password for user, password in passwords.items() if user not in there}
    hashes = {user: security.password_hash(password) for user, password in passwords.items()}

    def work(session: Session) -> HandedOut:
        unit = unit_for(context, session)
        if session.get(Hall, description.hall.id) is None:
            session.add(Hall(**description.hall.model_dump()))
            session.flush()
        _add_queue(session, description)
        _add_catalogue(session, description)
        session.flush()
        _add_staff(unit, description, hashes)
        codes = _add_machines(unit, description, reset_credentials)
        return HandedOut(description.hall.id, passwords, codes)

    return context.database.write(work)


def sample_hall(always_open: bool = False) -> dict[str, Any]:
    """The invented hall; ``always_open`` replaces its hours."""
    hall = tomllib.loads((SAMPLE / "heelun.toml").read_text("utf-8"))
    if always_open:
        hall |= tomllib.loads((SAMPLE / "always_open.toml").read_text("utf-8"))
    return hall


def _add_queue(session: Session, description: HallDescription) -> None:
    hall = description.hall.id
    new = not halls.lines(session, hall)
    for position, line in enumerate(description.line):
        if halls.line(session, hall, line.id) is None:
            session.add(Line(hall_id=hall, position=position, **line.model_dump()))
    session.flush()
    if new:
        session.add_all(
            OpeningHours(hall_id=hall, line_id=span.line, weekday=span.weekday, opens=span.opens, closes=span.closes)
            for span in description.hours
        )
    for position, window in enumerate(description.window):
        if halls.window(session, hall, window.id) is None:
            session.add(Window(hall_id=hall, position=position, **window.model_dump(exclude={"lines"})))
            session.flush()
            session.add_all(WindowLine(hall_id=hall, window_id=window.id, line_id=line) for line in window.lines)


def _add_catalogue(session: Session, description: HallDescription) -> None:
    hall = description.hall.id
    for position, priority in enumerate(description.priority):
        if halls.priority(session, hall, priority.id) is None:
            session.add(Priority(hall_id=hall, position=position, **priority.model_dump()))
    for position, item in enumerate(description.item):
        if catalogue.item(session, hall, item.id) is None:
            session.add(Item(hall_id=hall, position=position, line_id=item.line, **item.model_dump(exclude={"line"})))


def _add_staff(unit: Unit, description: HallDescription, hashes: dict[str, str]) -> None:
    hall = description.hall.id
    for each in description.staff:
        person = staff.by_user(unit.session, each.user)
        if person is None:
            person = staff_service.enter(unit, hall, each.user, each.name, each.role, each.windows)
        if each.user in hashes:
            staff_service.set_initial_password(unit, person, hashes[each.user])


def _add_machines(unit: Unit, description: HallDescription, reset: bool) -> dict[str, str]:
    hall, codes = description.hall.id, {}
    for each in description.terminal:
        machine = terminals.by_name(unit.session, hall, each.name)
        if machine is not None and not reset:
            continue
        machine = machine or terminal_service.enter(unit, hall, each.name, each.role, each.window)
        codes[each.name] = terminal_service.new_code(unit, machine)
    return codes
