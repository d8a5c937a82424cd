"""A person on the way: the call for a helper, from anywhere, and the way back to what one was doing."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import CallHelper, CloseHelp, Effect, Note, StartTimer, StopTimer
from kiosk.events import Event, HelpAnswered, HelpFurther, HelpOver, HelpPlaced, HelpRefused, HelpSeen, TimerFired
from kiosk.flows import delays, help_views
from kiosk.flows.visiting import Help, V, Visiting, next_key, with_visit
from kiosk.hall.messages import Refusal
from kiosk.journal import Entry, What
from kiosk.views import View

HELP = "help"
PHONE = "help-phone"
"""Nobody has answered for so long that the telephone is the better way."""
EVERYBODY = 3
"""The level of a call at which the service has rung for all (its own word for "nobody came")."""

Asked = tuple[Effect, ...]


def call(state: V, doing: str, line: str = "", item: str = "") -> tuple[V, Asked]:
    """Ring once in a visit; a second touch shows how the first call stands, unless that one failed. ``line``, ``item``: what the
    resident had come to, so that whoever comes knows what it is about."""
    state = with_visit(state, begun=True)
    standing = state.visit.help
    if standing is not None and standing.refusal is None:
        return with_visit(state, help=replace(standing, open=True)), ()
    state, key = next_key(state)
    effects = (CallHelper(key, doing, line, item), StartTimer(HELP, delays.HELP), Note(Entry(What.HELP_CALLED, doing)))
    return with_visit(state, help=Help(key)), effects


def told(state: V, event: Event) -> tuple[V, Asked]:
    standing = state.visit.help
    if standing is None:
        return state, ()
    match event:
        case HelpPlaced(key=key) if key == standing.key:
            return _placed(state, standing, event)
        case HelpRefused(key, refusal) if key == standing.key:
            return with_visit(state, help=replace(standing, refusal=refusal)), (StopTimer(HELP),)
        case HelpAnswered(helper) if helper.request_id == standing.request_id:
            answered = replace(standing, helper=helper, late=False)
            return with_visit(state, help=answered), (StopTimer(PHONE), Note(Entry(What.HELP_ANSWERED)))
        case TimerFired(name) if name == HELP and not standing.request_id and not standing.queued:
            return with_visit(state, help=replace(standing, refusal=Refusal.UNREACHABLE)), ()
        case TimerFired(name) if name == PHONE and standing.helper is None:
            return with_visit(state, help=replace(standing, late=True)), ()
    return _goes_on(state, standing, event)


def _placed(state: V, standing: Help, event: HelpPlaced) -> tuple[V, Asked]:
    changed = replace(standing, request_id=event.request_id, queued=event.queued, refusal=None, duty=event.duty)
    waits: Asked = (StartTimer(PHONE, float(event.phone_after_s)),) if event.phone_after_s and standing.helper is None else ()
    return with_visit(state, help=changed), (StopTimer(HELP), *waits)


def _goes_on(state: V, standing: Help, event: Event) -> tuple[V, Asked]:
    """What the staff make of it before somebody comes, and its end."""
    match event:
        case HelpSeen(request_id, name) if request_id == standing.request_id:
            return with_visit(state, help=replace(standing, seen_by=name)), ()
        case HelpFurther(request_id, level) if request_id == standing.request_id:
            further = replace(standing, seen_by="", further=True, late=standing.late or level >= EVERYBODY)
            return with_visit(state, help=further), ()
        case HelpOver(request_id) if request_id == standing.request_id:
            return with_visit(state, help=None), (StopTimer(PHONE),)
    return state, ()


def touched(state: V, choice: str) -> tuple[V, Asked]:
    """On the view of the call itself."""
    standing = state.visit.help
    if standing is None or choice not in {one.id for one in view(state, standing).choices}:
        return state, ()
    if choice == help_views.OVER:
        return with_visit(state, help=None), (CloseHelp(standing.request_id), StopTimer(PHONE))
    return closed(state), ()


def is_open(state: Visiting) -> bool:
    return state.visit.help is not None and state.visit.help.open


def closed(state: V) -> V:
    """Back to what the resident was doing; the call itself stands."""
    return with_visit(state, help=replace(state.visit.help, open=False)) if state.visit.help is not None else state


def view(state: Visiting, standing: Help) -> View:
    return help_views.view(state.world, standing)
