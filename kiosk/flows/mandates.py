"""代办, as one place of the terminal's flow: giving a mandate, holding it, asking how far it is."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import AskMandate, Effect, Note, StopTimer
from kiosk.events import Event, MandateAnswered
from kiosk.faults import of_mandate
from kiosk.flows import closing, closing_views, entrust, entrust_views, entrusted, on_file, progress, progress_views, take_number
from kiosk.flows.mandate_state import Closing, Entrusting, MandateHeld, MandateSought, Signed, Stage, Tracing
from kiosk.flows.state import Failed, Issuing
from kiosk.flows.state import Stage as Anywhere
from kiosk.flows.state import Step, Terminal
from kiosk.flows.step import Now
from kiosk.hall.mandate import Forms, Found, Mandate, MandateReceipt
from kiosk.hall.messages import Refusal
from kiosk.journal import Entry, What
from kiosk.mandating import FindMandates, MandateQuestion, MandateReply
from kiosk.views import View, msg

STOPPED: tuple[Effect, ...] = (StopTimer(take_number.ISSUE), StopTimer(take_number.RETRY))


def view(state: Terminal, stage: Stage, now: Now) -> View:
    match stage:
        case Entrusting():
            return entrust_views.view(state.world, state.visit.holder, stage, now)
        case MandateHeld():
            return entrusted.view(state, stage)
        case Closing():
            return closing_views.view(stage)
        case Tracing():
            return progress_views.view(state.world, stage, now)


def touched(state: Terminal, stage: Stage, choice: str, now: Now) -> Step:
    """Only what is offered is done."""
    shown = view(state, stage, now)
    if choice not in {one.id for one in shown.choices if one.enabled} and not (choice == "back" and shown.back):
        return state, ()
    match stage:
        case Entrusting():
            return entrust.touched(state, stage, choice, now)
        case MandateHeld():
            return entrusted.touched(state, stage, choice, now)
        case Closing():
            return closing.touched(state, stage, choice)
        case Tracing():
            return progress.touched(state, stage, choice, now)


def told(state: Terminal, event: Event, now: Now) -> Step:
    """A finger signs; the service and the printer answer."""
    state, of_service = _answered(closing.written(entrust.written(on_file.told(state, event), event), event), event, now)
    state, of_receipt = entrusted.told(state, event)
    state, of_progress = progress.told(state, event)
    return state, of_service + of_receipt + of_progress


def _answered(state: Terminal, event: Event, now: Now) -> Step:
    """An answer to something else is dropped. What was given is shown even after the terminal gave up waiting for it."""
    stage = state.stage
    if not isinstance(event, MandateAnswered) or not isinstance(stage, (Issuing, Failed)):
        return state, ()
    request = stage.request
    if not isinstance(request, AskMandate) or request.key != event.key:
        return state, ()
    if isinstance(event.reply, Refusal):
        return _refused(state, stage, request.question, event.reply, now) if isinstance(stage, Issuing) else (state, ())
    origin = stage.origin if isinstance(stage, Issuing) else stage.resume
    state, effects = _done(state, origin, request.question, event.reply, now)
    return state, STOPPED + effects


def _done(state: Terminal, origin: Anywhere, question: MandateQuestion, reply: MandateReply, now: Now) -> Step:
    match reply:
        case Forms():
            return entrust.told_forms(state, origin, reply), ()
        case MandateReceipt() if isinstance(origin, Signed):
            return entrusted.held(state, origin, reply, now)
        case Found() if isinstance(question, FindMandates):
            return progress.found(state, reply, question)
        case Mandate() if isinstance(origin, Closing):
            return closing.received(state, origin, reply)
    return state, ()


def _refused(state: Terminal, stage: Issuing, question: MandateQuestion, refusal: Refusal, now: Now) -> Step:
    """Who laid a card that nobody knows may have a receipt."""
    if isinstance(question, FindMandates) and refusal in (Refusal.MANDATE_UNKNOWN, Refusal.CODES_TRIED):
        words = of_mandate(refusal, gives=False)
        if question.holder is not None:
            words = replace(words, title=msg("mandates-none"), do=msg("mandates-none-do"))
        failed = state.at(Failed(words, MandateSought()))
        return failed, STOPPED + (Note(Entry(What.MANDATE_REFUSED, refusal.value)),)
    return take_number.refused(state, stage, refusal, now)
