"""Looking at who works here, and taking their handbook home, as one place of the terminal's flow."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import Note, PrintSlip, StartTimer, StopTimer
from kiosk.events import Event, SlipPrinted, TimerFired
from kiosk.flows import delays, rest, staff_views
from kiosk.flows.guide_state import Paper
from kiosk.flows.handbook import handbook
from kiosk.flows.staff_state import Everybody, OnePerson, Staff
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.flows.world import World
from kiosk.hall.people import OnShow
from kiosk.journal import Entry, What
from kiosk.views import View

PRINT = "print"


def view(state: Terminal, stage: Staff) -> View:
    """Somebody whom the hall no longer shows leads back to the others."""
    person = _person(state.world, stage.person) if isinstance(stage, OnePerson) else None
    if person is not None:
        return staff_views.one(state.world, person)
    return staff_views.everybody(state.world, stage.paper if isinstance(stage, Everybody) else None)


def touched(state: Terminal, stage: Staff, choice: str, now: Now) -> Step:
    if choice.startswith(staff_views.PERSON):
        person = _person(state.world, choice.removeprefix(staff_views.PERSON))
        return (state.at(OnePerson(person.id)) if person is not None else state), ()
    if choice in ("back", "staff-more") and isinstance(stage, OnePerson):
        return state.at(Everybody()), ()
    if choice == "guide.print" and isinstance(stage, Everybody):
        return _print(state, stage, now)
    return (state.at(rest.place(state, now)) if choice == "back" else state), ()


def told(state: Terminal, event: Event) -> Step:
    """What the printer answers."""
    stage = state.stage
    if not isinstance(stage, Everybody) or stage.paper is None or stage.paper.result is not None:
        return state, ()
    match event:
        case SlipPrinted(slip_id, result) if slip_id == stage.paper.id:
            return _printed(state, stage.paper, result)
        case TimerFired(name) if name == PRINT:
            return _printed(state, stage.paper, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE))
    return state, ()


def _print(state: Terminal, stage: Everybody, now: Now) -> Step:
    if "guide.print" not in {one.id for one in view(state, stage).choices if one.enabled}:
        return state, ()
    state, key = next_key(state)
    effects = PrintSlip(handbook(state.world, key, now), now.lang), StartTimer(PRINT, delays.PRINT)
    return state.at(Everybody(Paper(key))), effects


def _printed(state: Terminal, paper: Paper, result: PrintResult) -> Step:
    noted = Note(Entry(What.HANDBOOK_PRINTED, result.outcome.value))
    return state.at(Everybody(replace(paper, result=result))), (StopTimer(PRINT), noted)


def _person(world: World, id: str) -> OnShow | None:
    return next((one for one in world.people if one.id == id), None)
