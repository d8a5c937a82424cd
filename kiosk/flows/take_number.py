"""Taking a number: asked for once under one key, shown when the service has it, then printed, and the truth told."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import AskBooking, AskMandate, Effect, IssueTicket, Note, PrintTicket, StartTimer, StopTimer
from kiosk.events import Event, TicketIssued, TicketPrinted, TicketRefused, TimerFired
from kiosk.faults import Way, Words, of_booking, of_fault, of_mandate, of_refusal
from kiosk.flows import delays, rest
from kiosk.flows.asked_for import asked_for
from kiosk.flows.state import (
    CodeTyped,
    Failed,
    Issuing,
    Request,
    Stage,
    Step,
    Terminal,
    TicketHeld,
    earned_class,
    end_visit,
)
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.hall.messages import Line, Refusal, Ticket
from kiosk.journal import Entry, What
from kiosk.mandating import FindMandates, ReadForms
from kiosk.views import Choice, Msg, TicketShown, View, Waiting, Weight, msg

ISSUE, RETRY, PRINT = "issue", "retry", "print"
PASSING = (Refusal.UNREACHABLE, Refusal.BUSY)  # trouble that often passes within a second
FULL = (Refusal.LINE_CLOSED, Refusal.WINDOW_CLOSED, Refusal.QUOTA_SPENT)  # now; another time may be had

_OUTCOMES = {
    PrintOutcome.PRINTED: "ticket-printed",
    PrintOutcome.NOT_PRINTED: "ticket-not-printed",
    PrintOutcome.UNCERTAIN: "ticket-uncertain",
}


def ask(state: Terminal, line: Line, now: Now, priority: str | None = None, evidence: str | None = None) -> Step:
    state, key = next_key(state)
    return send(state, IssueTicket(key, line.id, now.lang, state.visit.holder, priority, evidence))


def send(state: Terminal, request: Request) -> Step:
    return state.at(Issuing(request, origin=state.stage)), (request, StartTimer(ISSUE, delays.ISSUE))


def ask_with_card(state: Terminal, line: Line, now: Now) -> Step:
    """With the priority that the birth date on the card earns, if one was laid and it was not declined."""
    holder = state.visit.holder
    earned = earned_class(state.world.hall, holder.birth, now.today) if holder is not None else None
    if earned is None or state.visit.declined:
        return ask(state, line, now)
    return ask(state, line, now, earned.id, "card_birth_date")


def ask_again(state: Terminal, request: Request, origin: Stage) -> Step:
    """The same request under the same key: should the first have arrived, its ticket comes back."""
    return state.at(Issuing(request, 2, origin)), (request, StartTimer(ISSUE, delays.ISSUE))


def view_issuing(stage: Issuing) -> View:
    request = stage.request
    title = asked_for(request.question) if isinstance(request, (AskBooking, AskMandate)) else msg("issuing-title")
    return Waiting(title, body=(msg("issuing-body" if stage.tries == 1 else "retrying-body"),))


def view_ticket(state: Terminal, stage: TicketHeld) -> View:
    ticket = stage.ticket
    return TicketShown(
        msg("ticket-earlier" if ticket.earlier else "ticket-title", number=ticket.number),
        body=_body(state, stage),
        choices=_choices(state, stage),
        number=ticket.number,
        line=ticket.line.name,
        windows=ticket.windows,
        area=ticket.area,
        ahead=ticket.ahead,
        wait_minutes=ticket.wait_minutes,
        outcome=_outcome(stage),
        qr=ticket.qr,
    )


def touched_ticket(state: Terminal, stage: TicketHeld, choice: str, now: Now) -> Step:
    if choice == "done":
        return end_visit(state, now.fresh)
    if choice == "again" and choice in {one.id for one in _choices(state, stage)}:
        second = stage.ticket.earlier or stage.result is not None and stage.result.outcome is PrintOutcome.UNCERTAIN
        return state.at(replace(stage, printing=True)), _printing(stage.ticket, now, reprint=second)
    return state, ()


def told(state: Terminal, event: Event, now: Now) -> Step:
    """What the service, the printer and the timers answer. An answer to something else is dropped."""
    stage = state.stage
    match event:
        case TicketIssued(key, ticket) if _awaits(stage, key):
            return _issued(state, ticket, now)
        case TicketRefused(key, refusal) if isinstance(stage, Issuing) and stage.request.key == key:
            return refused(state, stage, refusal, now)
        case TimerFired(name) if name == ISSUE and isinstance(stage, Issuing):
            return refused(state, replace(stage, tries=2), Refusal.UNREACHABLE, now)
        case TimerFired(name) if name == RETRY and isinstance(stage, Issuing):
            return ask_again(state, stage.request, stage.origin)
        case TicketPrinted(ticket_id, result) if isinstance(stage, TicketHeld) and stage.ticket.id == ticket_id:
            return _printed(state, stage, result)
        case TimerFired(name) if name == PRINT and isinstance(stage, TicketHeld) and stage.printing:
            return _printed(state, stage, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE))
    return state, ()


def _awaits(stage: Stage, key: str) -> bool:
    """A ticket may still come after the resident was told that there was no answer; it is theirs."""
    request = stage.request if isinstance(stage, (Issuing, Failed)) else None
    return request is not None and request.key == key


def _issued(state: Terminal, ticket: Ticket, now: Now) -> Step:
    prints = state.world.fittings.printer and not ticket.earlier
    effects: tuple[Effect, ...] = (StopTimer(ISSUE), StopTimer(RETRY), Note(Entry(What.TICKET_ISSUED, ticket.line.id)))
    if prints:
        effects += _printing(ticket, now, reprint=False)
    return state.at(TicketHeld(ticket, printing=prints)), effects


def _printing(ticket: Ticket, now: Now, reprint: bool) -> tuple[Effect, ...]:
    return PrintTicket(ticket, now.lang, reprint), StartTimer(PRINT, delays.PRINT)


def refused(state: Terminal, stage: Issuing, refusal: Refusal, now: Now) -> Step:
    """Once more by itself where the trouble may pass; then in words, with every way on that is safe."""
    if refusal in PASSING and stage.tries == 1:
        return state.at(replace(stage, tries=2)), (StartTimer(RETRY, delays.RETRY),)
    words = _words(state, stage, refusal)
    repeated = stage.request if Way.RETRY in words.ways else None
    failed = Failed(words, _resume(state, stage, now), repeated, refused_line(state, stage.request))
    return state.at(failed), (StopTimer(ISSUE), StopTimer(RETRY), Note(Entry(_refused_what(stage.request), refusal.value)))


def _refused_what(request: Request) -> What:
    match request:
        case AskBooking():
            return What.BOOKING_REFUSED
        case AskMandate():
            return What.MANDATE_REFUSED
    return What.TICKET_REFUSED


def _words(state: Terminal, stage: Issuing, refusal: Refusal) -> Words:
    """A line that gives no number now may give a time."""
    if isinstance(stage.request, AskBooking):
        return of_booking(refusal)
    if isinstance(stage.request, AskMandate):
        return of_mandate(refusal, not isinstance(stage.request.question, (FindMandates, ReadForms)))
    words = of_refusal(refusal)
    if refusal in FULL and refused_line(state, stage.request) is not None:
        return replace(words, ways=(Way.BOOK, *words.ways))
    return words


def refused_line(state: Terminal, request: Request | None) -> Line | None:
    """The line of a ticket that was refused, if it can be booked."""
    wanted = request.line if isinstance(request, IssueTicket) else None
    return next((line for line in state.world.lines if line.id == wanted and line.books), None)


def _resume(state: Terminal, stage: Issuing, now: Now) -> Stage:
    if isinstance(stage.origin, CodeTyped):
        return replace(stage.origin, typed="")
    return stage.origin if isinstance(stage.request, (AskBooking, AskMandate)) else rest.place(state, now)


def _printed(state: Terminal, stage: TicketHeld, result: PrintResult) -> Step:
    effects = (StopTimer(PRINT), Note(Entry(What.PRINT_OUTCOME, result.outcome.value)))
    return state.at(replace(stage, printing=False, result=result)), effects


def _outcome(stage: TicketHeld) -> Msg:
    if stage.printing:
        return msg("ticket-printing")
    if stage.result is not None:
        return msg(_OUTCOMES[stage.result.outcome])
    if stage.ticket.earlier:
        return msg("ticket-called" if stage.ticket.called else "ticket-still-good")
    return msg("ticket-remember")


def _body(state: Terminal, stage: TicketHeld) -> tuple[Msg, ...]:
    body: tuple[Msg, ...] = (msg("ticket-appointment"),) if stage.ticket.appointment else ()
    body += (msg("ticket-priority"),) if stage.ticket.priority else ()
    if not stage.printing and stage.result is not None and stage.result.fault is not None:
        body += (of_fault(stage.result.fault).title,)
    return body + ((msg("ticket-card-back"),) if state.world.cards else ())


def _choices(state: Terminal, stage: TicketHeld) -> tuple[Choice, ...]:
    done = Choice("done", msg("ticket-done"), weight=Weight.PRIMARY)
    lost = stage.ticket.earlier and stage.result is None and state.world.fittings.printer
    if stage.printing or stage.settled and not lost:
        return (done,)
    return Choice("again", msg("ticket-again")), done
