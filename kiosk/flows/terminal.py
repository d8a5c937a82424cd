"""The terminal's flow: what covers the glass (are you there, a helper), then the place of the visit, asked in that order."""

from __future__ import annotations

from dataclasses import replace

from devices.types import CardFailed, CardPresented, CardSeen, JackChanged, KeyPressed
from kiosk.effects import Effect, Note
from kiosk.events import Crashed, Event, Focused, PageTurned, Pointed, TimerFired, Touched
from kiosk.faults import CRASH
from kiosk.flows import (
    arriving,
    booked,
    card,
    desk,
    find,
    help,
    help_rating,
    home,
    idle,
    mandates,
    opinion,
    opinion_views,
    settings,
    staff_shown,
    take_number,
    trouble,
)
from kiosk.flows.booking_state import Booking, HomeVisit, Kept, SlipHeld
from kiosk.flows.find_state import Looking
from kiosk.flows.guide_state import Checking, GuideRead, Noticed
from kiosk.flows.mandate_state import Entrusting, MandateHeld, Tracing
from kiosk.flows.opinion_state import Telling
from kiosk.flows.staff_state import Everybody, OnePerson
from kiosk.flows.state import (
    AtHome,
    CardKnown,
    ClassMenu,
    CodeTyped,
    Failed,
    Issuing,
    LineChosen,
    Step,
    Terminal,
    TicketHeld,
    end_visit,
)
from kiosk.flows.step import Fittings, Flow, Now
from kiosk.flows.visiting import Visit, with_visit
from kiosk.flows.world import World, learn
from kiosk.journal import Entry, What
from kiosk.views import View


def terminal(fittings: Fittings) -> Flow[Terminal]:
    return Flow("terminal", lambda visit: Terminal(World(fittings), Visit(visit)), step, view_of)


def view_of(state: Terminal, now: Now) -> View:
    if state.asking:
        return idle.view_asking()
    if state.visit.help is not None and state.visit.help.open:
        return help.view(state, state.visit.help)
    if state.visit.adjusting is not None:
        return settings.view(state.visit.adjusting, now.settings)
    if state.visit.rating is not None:
        return help_rating.view(state.visit.rating)
    if state.visit.reading:
        return card.view_reading()
    return _view_of_stage(state, now)


def step(state: Terminal, event: Event, now: Now) -> Step:
    before = state
    state = replace(state, world=learn(state.world, event))
    if idle.by_hand(event):
        state = with_visit(state, begun=True)
    after, effects = _answer(state, event, now)
    if after.stage != state.stage:
        after = replace(after, asking=False)
    began = after.visit.begun and (not before.visit.begun or after.visit.id != before.visit.id)
    noted: tuple[Effect, ...] = (Note(Entry(What.VISIT_BEGAN)),) if began else ()
    told = arriving.told(state, after, view_of(state, now), view_of(after, now))
    return after, effects + noted + told + idle.timers(before, event, after)


def _answer(state: Terminal, event: Event, now: Now) -> Step:
    match event:
        case Touched(_, choice):
            return _touched(state, choice, now)
        case TimerFired(idle.IDLE):
            return _idle(state, now)
        case KeyPressed() | Focused() | Pointed() | PageTurned() | JackChanged(plugged=True):
            return replace(state, asking=False), ()
        case CardSeen() | CardPresented() | CardFailed():
            state, unrated = help_rating.closed(settings.closed(help.closed(replace(state, asking=False))))
            state, of_card = card.told(state, event, now)
            return state, unrated + of_card
        case Crashed():
            return Terminal(state.world, Visit(now.fresh, begun=True), Failed(CRASH)), ()
    state, of_card = card.told(state, event, now)
    state, of_number = take_number.told(state, event, now)
    state, of_desk = desk.told(state, event, now)
    state, of_mandate = mandates.told(state, event, now)
    state, of_writing = find.told(state, event)
    state, of_handbook = staff_shown.told(state, event)
    before = state
    state, of_help = help.told(state, event)
    state, of_rating = help_rating.told(before, state, event, now.lang)
    return state, of_card + of_number + of_desk + of_mandate + of_writing + of_handbook + of_help + of_rating


def _idle(state: Terminal, now: Now) -> Step:
    wait = idle.patience(state)
    if wait is None:
        return state, ()
    return _left(state, now) if wait.ends else (replace(state, asking=True), ())


def _left(state: Terminal, now: Now) -> Step:
    """What was asked and not answered is told as that."""
    state, unrated = help_rating.closed(state)
    state, ended = end_visit(state, now.fresh)
    return state, unrated + ended


def _touched(state: Terminal, choice: str, now: Now) -> Step:
    view = view_of(state, now)
    if choice == "home" and view.home:
        return _left(state, now)
    if choice == "tool.help":
        return help.call(replace(state, asking=False), _view_of_stage(state, now).name, *_about(state))
    if choice == settings.OPEN:
        return settings.opened(help.closed(replace(state, asking=False)))
    if state.asking:
        return replace(state, asking=False), ()
    if help.is_open(state):
        return _touched_help(state, choice, now)
    if settings.is_open(state):
        return settings.touched(state, choice, now.settings)
    if help_rating.is_open(state) and not choice.startswith("tool."):
        return help_rating.touched(state, choice)
    if choice.startswith(("tool.", "set.")) or state.visit.reading:
        return state, settings.told(choice, now.settings)
    return _touched_stage(state, choice, now)


def _touched_help(state: Terminal, choice: str, now: Now) -> Step:
    if choice.startswith(("tool.", "set.")):
        return state, settings.told(choice, now.settings)
    return help.touched(state, choice)


def _about(state: Terminal) -> tuple[str, str]:
    """The line and the item that the resident has come to, by their ids."""
    match state.stage:
        case LineChosen(line=line, item=item):
            return line.id, item.id if item is not None else ""
        case ClassMenu(line=line) | CodeTyped(line=line):
            return line.id, ""
        case GuideRead(item=id):
            return "", id
        case Checking(guide=guide) | Noticed(checked=Checking(guide=guide)):
            return "", guide.item
        case Entrusting(errand=errand) | MandateHeld(errand=errand):
            return "", errand.guide.item
    return "", ""


def _touched_stage(state: Terminal, choice: str, now: Now) -> Step:
    match state.stage:
        case AtHome():
            return home.touched(state, choice, now)
        case LineChosen() as stage:
            return card.touched_line(state, stage, choice, now)
        case ClassMenu() as stage:
            return card.touched_class(state, stage, choice, now)
        case CodeTyped() as stage:
            return booked.touched(state, stage, choice, now)
        case CardKnown() as stage:
            return card.touched_card(state, stage, choice, now)
        case TicketHeld() as stage:
            return take_number.touched_ticket(state, stage, choice, now)
        case Booking() | Kept() | HomeVisit() | SlipHeld() as stage:
            return desk.touched(state, stage, choice, now)
        case Telling() as stage:
            return opinion.touched(state, stage, choice, now)
        case Entrusting() | MandateHeld() | Tracing() as stage:
            return mandates.touched(state, stage, choice, now)
        case Looking() as stage:
            return find.touched(state, stage, choice, now)
        case Everybody() | OnePerson() as stage:
            return staff_shown.touched(state, stage, choice, now)
        case Failed() as stage:
            return trouble.touched(state, stage, choice, now)
    return state, ()


def _view_of_stage(state: Terminal, now: Now) -> View:
    match state.stage:
        case LineChosen() as stage:
            return card.view_line(state, stage)
        case ClassMenu() as stage:
            return card.view_classes(state, stage)
        case CodeTyped() as stage:
            return booked.view(stage)
        case CardKnown() as stage:
            return card.view_card(state, stage, now)
        case Issuing() as stage:
            return take_number.view_issuing(stage)
        case TicketHeld() as stage:
            return take_number.view_ticket(state, stage)
        case Booking() | Kept() | HomeVisit() | SlipHeld() as stage:
            return desk.view(state, stage, now)
        case Telling() as stage:
            return opinion_views.view(state.world, state.visit.holder, stage, now)
        case Entrusting() | MandateHeld() | Tracing() as stage:
            return mandates.view(state, stage, now)
        case Looking() as stage:
            return find.view(state, stage, now)
        case Everybody() | OnePerson() as stage:
            return staff_shown.view(state, stage)
        case Failed() as stage:
            return trouble.view(stage)
    return home.view(state, now)
