"""How far one's mandate is: found by the card or by what stands on the receipt, shown as a path, and printed again."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, Holder, PrintOutcome, PrintResult
from kiosk.effects import Effect, Note, PrintSlip, StartTimer, StopTimer
from kiosk.events import Event, SlipPrinted, TimerFired
from kiosk.flows import delays, number_entry
from kiosk.flows.asking import ask_mandate
from kiosk.flows.booking_state import WaysToBook
from kiosk.flows.guide_state import Paper
from kiosk.flows.mandate_state import ClosingRead, MandateSeen, MandateSought, NumberEnd, ReceiptCode, SeveralMandates, Tracing
from kiosk.flows.progress_views import phone_of
from kiosk.flows.state import Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.hall.mandate import Found, Mandate, MandateReceipt
from kiosk.journal import Entry, What
from kiosk.mandate_handouts import ReceiptPaper
from kiosk.mandating import FindMandates

PRINT = "print"


def begin(state: Terminal) -> Step:
    """Whose card lies there need not lay it again; where no card can be read the receipt is the only way."""
    if state.visit.holder is not None:
        return by_card(state.at(MandateSought()), state.visit.holder)
    return state.at(MandateSought() if state.world.reads_cards else ReceiptCode()), ()


def by_card(state: Terminal, holder: Holder) -> Step:
    return ask_mandate(state, FindMandates(holder=holder))


def found(state: Terminal, several: Found, asked: FindMandates) -> Step:
    """Of the service: one is shown, of several one is chosen first; but one whose result lies there is signed for before."""
    noted = (Note(Entry(What.MANDATE_SEEN)),)
    offered = next((one for one in several.mandates if one.offered), None)
    if offered is not None and several.forms is not None:
        return state.at(ClosingRead(offered, several, asked)), noted
    return shown(state, several), noted


def shown(state: Terminal, several: Found) -> Terminal:
    if len(several.mandates) == 1:
        return state.at(MandateSeen(several.mandates[0], several))
    return state.at(SeveralMandates(several))


def touched(state: Terminal, stage: Tracing, choice: str, now: Now) -> Step:
    match stage:
        case ReceiptCode(typed):
            return _code(state, typed, choice)
        case NumberEnd(code, typed):
            return _end(state, code, typed, choice)
        case SeveralMandates(several):
            chosen = next((one for place, one in enumerate(several.mandates) if choice == f"mandate.{place}"), None)
            if chosen is not None:
                return state.at(MandateSeen(chosen, several)), ()
        case MandateSeen():
            return _seen(state, stage, choice, now)
        case MandateSought():
            if choice == "receipt-code":
                return state.at(ReceiptCode()), ()
    return (state.at(WaysToBook()), ()) if choice == "back" else (state, ())


def told(state: Terminal, event: Event) -> Step:
    """What the printer answers."""
    stage = state.stage
    if not isinstance(stage, MandateSeen) or stage.paper is None or stage.paper.result is not None:
        return state, ()
    match event:
        case SlipPrinted(slip_id, result) if slip_id == stage.paper.id:
            pass
        case TimerFired(name) if name == PRINT:
            result = PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
        case _:
            return state, ()
    effects: tuple[Effect, ...] = (StopTimer(PRINT), Note(Entry(What.PRINT_OUTCOME, result.outcome.value)))
    return state.at(replace(stage, paper=replace(stage.paper, result=result))), effects


def _code(state: Terminal, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(MandateSought() if state.world.reads_cards else WaysToBook()), ()
    if choice == "enter" and len(typed) == number_entry.RECEIPT:
        return state.at(NumberEnd(typed)), ()
    return state.at(ReceiptCode(number_entry.struck(typed, choice, number_entry.RECEIPT))), ()


def _end(state: Terminal, code: str, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(ReceiptCode(code)), ()
    if choice == "enter" and len(typed) == number_entry.END:
        return ask_mandate(state, FindMandates(code, typed))
    return state.at(NumberEnd(code, number_entry.struck(typed, choice, number_entry.END))), ()


def _seen(state: Terminal, stage: MandateSeen, choice: str, now: Now) -> Step:
    match choice:
        case "done":
            return end_visit(state, now.fresh)
        case "guide.print" if stage.found.forms is not None:
            state, key = next_key(state)
            mandate = stage.mandate
            phone = phone_of(state.world, mandate)
            slip = ReceiptPaper(key, stage.found.forms.receipt, _told(mandate), mandate.agent_name, phone)
            return state.at(replace(stage, paper=Paper(key))), (PrintSlip(slip, now.lang), StartTimer(PRINT, delays.PRINT))
        case "back" if len(stage.found.mandates) > 1:
            return state.at(SeveralMandates(stage.found)), ()
        case "back":
            return state.at(WaysToBook()), ()
    return state, ()


def _told(mandate: Mandate) -> MandateReceipt:
    """The receipt as it can be printed again: its code is on the first one alone, and the card does without."""
    signed = mandate.state != "drafted"
    return MandateReceipt(mandate.id, mandate.number, "", signed, mandate.item, mandate.made_at, mandate.due_on)
