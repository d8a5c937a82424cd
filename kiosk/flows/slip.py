"""The paper of an appointment or of a request for a visit, and the same on the glass: shown, printed, and the truth told."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import Effect, Note, PrintSlip, StartTimer, StopTimer
from kiosk.events import Event, SlipPrinted, TimerFired
from kiosk.faults import of_fault
from kiosk.flows import delays, opinion_views
from kiosk.flows.booking_state import How, SlipHeld
from kiosk.flows.state import Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.hall.messages import Appointment, OpinionReceipt
from kiosk.journal import Entry, What
from kiosk.moments import moment_words
from kiosk.questions import Slip
from kiosk.views import Choice, Msg, TicketShown, View, Weight, msg

PRINT = "print"
FOUND = (How.KEPT, How.ALREADY)  # it was there before: no paper by itself, and it may be changed

_OUTCOMES = {
    PrintOutcome.PRINTED: "slip-printed",
    PrintOutcome.NOT_PRINTED: "slip-not-printed",
    PrintOutcome.UNCERTAIN: "slip-uncertain",
}


def held(state: Terminal, slip: Slip, how: How, now: Now) -> Step:
    """On the glass; and on its way to paper, unless it was there before."""
    prints = state.world.fittings.printer and how not in FOUND
    stage = SlipHeld(slip, how, printing=prints)
    return state.at(stage), _printing(stage, now, reprint=False) if prints else ()


def view(state: Terminal, stage: SlipHeld) -> View:
    slip = stage.slip
    return TicketShown(
        msg(stage.how.value),
        body=_body(state, stage),
        choices=_choices(state, stage),
        number=f"{slip.code[:3]} {slip.code[3:]}" if isinstance(slip, Appointment) else slip.number,
        line=slip.line.name if isinstance(slip, Appointment) else None,
        when=moment_words(slip.day, slip.at) if isinstance(slip, Appointment) else None,
        ahead=None,
        outcome=_outcome(state, stage),
    )


def touched(state: Terminal, stage: SlipHeld, choice: str, now: Now) -> Step:
    if choice == "done":
        return end_visit(state, now.fresh)
    if choice == "again" and choice in {one.id for one in _choices(state, stage)}:
        second = stage.how in FOUND or stage.result is not None and stage.result.outcome is PrintOutcome.UNCERTAIN
        return state.at(replace(stage, printing=True)), _printing(stage, now, reprint=second)
    return state, ()


def told(state: Terminal, event: Event) -> Step:
    stage = state.stage
    if not isinstance(stage, SlipHeld):
        return state, ()
    match event:
        case SlipPrinted(slip_id, result) if stage.slip.id == slip_id:
            return _printed(state, stage, result)
        case TimerFired(name) if name == PRINT and stage.printing:
            return _printed(state, stage, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE))
    return state, ()


def _printing(stage: SlipHeld, now: Now, reprint: bool) -> tuple[Effect, ...]:
    return PrintSlip(stage.slip, now.lang, reprint), StartTimer(PRINT, delays.PRINT)


def _printed(state: Terminal, stage: SlipHeld, result: PrintResult) -> Step:
    effects = (StopTimer(PRINT), Note(Entry(What.PRINT_OUTCOME, result.outcome.value)))
    return state.at(replace(stage, printing=False, result=result)), effects


def _outcome(state: Terminal, stage: SlipHeld) -> Msg | None:
    if stage.printing:
        return msg("slip-printing")
    if stage.result is not None:
        return msg(_OUTCOMES[stage.result.outcome])
    return None if stage.how in FOUND else msg("slip-remember")


def _body(state: Terminal, stage: SlipHeld) -> tuple[Msg, ...]:
    """Bad news of the paper, then what happens next."""
    body: tuple[Msg, ...] = ()
    if not stage.printing and stage.result is not None and stage.result.fault is not None:
        body = (of_fault(stage.result.fault).title,)
    if isinstance(stage.slip, Appointment):
        body += (msg("book-come"),)
    elif isinstance(stage.slip, OpinionReceipt):
        body += opinion_views.after(stage.slip, state.world)
    else:
        phone = state.world.hall.phone if state.world.hall is not None else ""
        body += (msg("visit-called"),) + ((msg("visit-phone", phone=phone),) if phone else ())
    return body + ((msg("ticket-card-back"),) if state.world.cards else ())


def _choices(state: Terminal, stage: SlipHeld) -> tuple[Choice, ...]:
    done = Choice("done", msg("ticket-done"), weight=Weight.PRIMARY)
    if stage.printing:
        return (done,)
    found = stage.how in FOUND
    change = (Choice("book.move", msg("book-move")), Choice("book.cancel", msg("book-cancel"))) if found else ()
    paper = state.world.fittings.printer and not stage.settled
    return change + ((Choice("again", msg("ticket-again")),) if paper else ()) + (done,)
