"""Appointments and visits at home, as one place of the terminal's flow."""

from __future__ import annotations

from kiosk.events import Event
from kiosk.flows import answers, booking, booking_views, kept, slip, visiting_home
from kiosk.flows.booking_state import Booking, HomeVisit, Kept, SlipHeld, Stage
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.views import View


def view(state: Terminal, stage: Stage, now: Now) -> View:
    match stage:
        case Booking():
            return booking_views.view(state.world, state.visit.holder, stage, now)
        case Kept():
            return kept.view(stage)
        case HomeVisit():
            return visiting_home.view(state.world, state.visit.holder, stage, now)
        case SlipHeld():
            return slip.view(state, stage)


def touched(state: Terminal, stage: Stage, choice: str, now: Now) -> Step:
    match stage:
        case Booking():
            return booking.touched(state, stage, choice, now)
        case Kept():
            return kept.touched(state, stage, choice, now)
        case HomeVisit():
            return visiting_home.touched(state, stage, choice, now)
        case SlipHeld():
            return kept.touched_slip(state, stage, choice, now)


def told(state: Terminal, event: Event, now: Now) -> Step:
    """What the service and the printer answer."""
    state, of_service = answers.told(state, event, now)
    state, of_paper = slip.told(state, event)
    return state, of_service + of_paper
