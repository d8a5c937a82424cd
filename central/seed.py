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
from central.catalogue import importing
from central.catalogue import repository as catalogue
from central.catalogue.files import read_folder
from central.catalogue.models import Item
from central.context import Context
from central.description import HallDescription, read
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import Hall, Line, Priority, SpecialDay, Window
from central.ids import new_id
from central.knowledge.models import KnownAnswer
from central.roster.models import RosterEntry
from central.setup import repository as setup
from central.setup.calendar import values_of_day
from central.setup.roster import values_of as values_of_roster
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
        new = session.get(Hall, description.hall.id) is None
        if new:
            rules = description.rules.model_dump(exclude_defaults=True)
            session.add(Hall(**description.hall.model_dump(), rules=rules))
            session.flush()
        added = _add_queue(session, description) + _add_calendar(session, description, new) + _add_catalogue(session, description)
        session.flush()
        added += _add_staff(unit, description, hashes)
        codes = _add_machines(unit, description, reset_credentials)
        if added and not new:
            hall_service.changed(unit, description.hall.id)
        return HandedOut(description.hall.id, passwords, codes)

    return context.database.write(work)


def load_sample(context: Context, always_open: bool = False, reset_credentials: bool = False) -> HandedOut:
    """The invented hall with its guides; a hall that has guides keeps them as they are."""
    made = load(context, sample_hall(always_open), reset_credentials)
    if not context.database.read(lambda session: catalogue.known(session, made.hall)):
        guides = importing.prepare(read_folder(SAMPLE / "guides"))

        def work(session: Session) -> None:
            unit = unit_for(context, session)
            unit.hold(made.hall)
            importing.bring_in(unit, made.hall, guides, None)
            _add_answers(unit, made.hall)

        context.database.write(work)
    return made


def sample_hall(always_open: bool = False) -> dict[str, Any]:
    """The invented hall; ``always_open`` replaces its hours."""
    hall = tomllib.loads((SAMPLE / "heelun.toml").read_text("utf-8"))
    if always_open:
        hall |= tomllib.loads((SAMPLE / "always_open.toml").read_text("utf-8"))
    return hall


def _add_answers(unit: Unit, hall: str) -> None:
    """Of the invented hall's own knowledge base."""
    for each in tomllib.loads((SAMPLE / "answers.toml").read_text("utf-8"))["answer"]:
        known = KnownAnswer(id=new_id(unit.now), hall_id=hall, item_id=each.get("item"), shared=False, changed_at=unit.now)
        known.question, known.answer = each["question"], each["answer"]
        unit.session.add(known)


def _place(asked: int | None, index: int) -> int:
    """In the order of the description, unless it says otherwise."""
    return index if asked is None else asked


def _add_queue(session: Session, description: HallDescription) -> int:
    """How many lines and windows are new."""
    hall = description.hall.id
    lines = [(n, each) for n, each in enumerate(description.line) if halls.line(session, hall, each.id) is None]
    windows = [(n, each) for n, each in enumerate(description.window) if halls.window(session, hall, each.id) is None]
    for index, line in lines:
        session.add(Line(hall_id=hall, **line.model_dump() | {"position": _place(line.position, index)}))
    session.flush()
    for index, window in windows:
        values = window.model_dump(exclude={"lines"}) | {"position": _place(window.position, index)}
        session.add(Window(hall_id=hall, **values))
        session.flush()
        setup.set_lines_of_window(session, hall, window.id, {each.id: each.weight for each in window.lines})
    return len(lines) + len(windows)


def _add_calendar(session: Session, description: HallDescription, new: bool) -> int:
    """Hours and special days are the hall's own once it is there: what the console took away doesn't come back."""
    if not new:
        return 0
    hall = description.hall.id
    for line in {each.line: None for each in description.hours}:
        spans = [(each.weekday, each.opens, each.closes) for each in description.hours if each.line == line]
        setup.set_hours(session, hall, line, spans)
    session.add_all(SpecialDay(hall_id=hall, **values_of_day(each)) for each in description.special_day)
    return len(description.hours) + len(description.special_day)


def _add_catalogue(session: Session, description: HallDescription) -> int:
    """How many priority classes and items are new."""
    hall = description.hall.id
    classes = [(n, each) for n, each in enumerate(description.priority) if halls.priority(session, hall, each.id) is None]
    items = [(n, each) for n, each in enumerate(description.item) if catalogue.item(session, hall, each.id) is None]
    for index, priority in classes:
        session.add(Priority(hall_id=hall, **priority.model_dump() | {"position": _place(priority.position, index)}))
    for index, item in items:
        session.add(Item(hall_id=hall, position=index, line_id=item.line, **item.model_dump(exclude={"line"})))
    return len(classes) + len(items)


def _add_staff(unit: Unit, description: HallDescription, hashes: dict[str, str]) -> int:
    """How many are new."""
    hall, new = description.hall.id, 0
    for each in description.staff:
        person = staff.by_user(unit.session, each.user)
        if person is None:
            person, new = staff_service.enter(unit, hall, each.user, each.name, each.role, each.windows, each.lines), new + 1
            if each.roster is not None:
                unit.session.add(RosterEntry(staff_id=person.id, hall_id=hall, **values_of_roster(each.roster)))
        if each.user in hashes:
            staff_service.set_initial_password(unit, person, hashes[each.user])
    return new


def _add_machines(unit: Unit, description: HallDescription, reset: bool) -> dict[str, str]:
    hall, codes = description.hall.id, {}
    for each in description.terminal:
        machine = terminals.by_name(unit.session, hall, each.name)
        if machine is not None and not reset:
            continue
        machine = machine or terminal_service.enter(unit, hall, each.name, each.role, each.window, each.place)
        codes[each.name] = terminal_service.new_code(unit, machine)
    return codes
