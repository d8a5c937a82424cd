"""Looking at who works here, as one place of the terminal's flow."""

from __future__ import annotations

from kiosk.flows import rest, staff_views
from kiosk.flows.staff_state import Everybody, OnePerson, Staff
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.people import OnShow
from kiosk.views import View


def view(state: Terminal, stage: Staff) -> View:
    """Somebody whom the hall no longer shows leads back to the others."""
    person = _person(state.world, stage.person) if isinstance(stage, OnePerson) else None
    return staff_views.everybody(state.world) if person is None else staff_views.one(state.world, person)


def touched(state: Terminal, stage: Staff, choice: str, now: Now) -> Step:
    if choice.startswith(staff_views.PERSON):
        person = _person(state.world, choice.removeprefix(staff_views.PERSON))
        return (state.at(OnePerson(person.id)) if person is not None else state), ()
    if choice in ("back", "staff-more") and isinstance(stage, OnePerson):
        return state.at(Everybody()), ()
    return (state.at(rest.place(state, now)) if choice == "back" else state), ()


def _person(world: World, id: str) -> OnShow | None:
    return next((one for one in world.people if one.id == id), None)
