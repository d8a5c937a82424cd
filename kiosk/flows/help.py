"""A person on the way: the call for a helper, from anywhere, and the way back to what one was doing."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import CallHelper, Effect, Note, StartTimer, StopTimer
from kiosk.events import Event, HelpAnswered, HelpPlaced, HelpRefused, TimerFired
from kiosk.flows import delays
from kiosk.flows.visiting import Help, V, Visiting, next_key, with_visit
from kiosk.hall.messages import Refusal
from kiosk.journal import Entry, What
from kiosk.views import Choice, HelperComing, Msg, View, Weight, msg

HELP = "help"


def call(state: V, doing: str) -> tuple[V, tuple[Effect, ...]]:
    """Ring once in a visit; a second touch shows how the first call stands, unless that one failed."""
    state = with_visit(state, begun=True)
    standing = state.visit.help
    if standing is not None and standing.refusal is None:
        return with_visit(state, help=replace(standing, open=True)), ()
    state, key = next_key(state)
    effects = (CallHelper(key, doing), StartTimer(HELP, delays.HELP), Note(Entry(What.HELP_CALLED, doing)))
    return with_visit(state, help=Help(key)), effects


def told(state: V, event: Event) -> tuple[V, tuple[Effect, ...]]:
    standing = state.visit.help
    if standing is None:
        return state, ()
    match event:
        case HelpPlaced(key, request_id, queued) if key == standing.key:
            changed = replace(standing, request_id=request_id, queued=queued, refusal=None)
            return with_visit(state, help=changed), (StopTimer(HELP),)
        case HelpRefused(key, refusal) if key == standing.key:
            return with_visit(state, help=replace(standing, refusal=refusal)), (StopTimer(HELP),)
        case HelpAnswered(helper) if helper.request_id == standing.request_id:
            return with_visit(state, help=replace(standing, helper=helper)), (Note(Entry(What.HELP_ANSWERED)),)
        case TimerFired(name) if name == HELP and not standing.request_id and not standing.queued:
            return with_visit(state, help=replace(standing, refusal=Refusal.UNREACHABLE)), ()
    return state, ()


def is_open(state: Visiting) -> bool:
    return state.visit.help is not None and state.visit.help.open


def closed(state: V) -> V:
    """Back to what the resident was doing; the call itself stands."""
    return with_visit(state, help=replace(state.visit.help, open=False)) if state.visit.help is not None else state


def view(state: Visiting, standing: Help) -> View:
    title, body = _words(state, standing)
    return HelperComing(
        title,
        body=body,
        choices=(Choice("help-return", msg("help-return"), weight=Weight.PRIMARY),),
        home=True,
        helper=standing.helper.name if standing.helper is not None else "",
    )


def _words(state: Visiting, standing: Help) -> tuple[Msg, tuple[Msg, ...]]:
    if standing.helper is not None:
        minutes = standing.helper.minutes
        return msg("help-coming", name=standing.helper.name), (msg("help-minutes", minutes=minutes),) if minutes else ()
    phone = state.world.hall.phone if state.world.hall is not None else ""
    if standing.refusal is not None:
        return msg("help-refused"), (msg("help-phone", phone=phone) if phone else msg("help-desk"),)
    if standing.queued:
        return msg("help-title"), (msg("help-queued", phone=phone) if phone else msg("help-desk"),)
    return msg("help-title"), (msg("help-body"),)
