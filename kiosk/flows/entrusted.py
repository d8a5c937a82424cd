"""A mandate that the service has: its number and its end on the glass, the receipt and the form on paper, and the truth about
both."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk import keeping, mandate_pieces
from kiosk.effects import Effect, Note, PrintSlip, StartTimer, StopTimer
from kiosk.events import Event, SlipPrinted, TimerFired
from kiosk.faults import of_fault
from kiosk.flows import delays, help
from kiosk.flows.entrust import DOING
from kiosk.flows.guide_state import Paper
from kiosk.flows.mandate_state import MandateHeld, Signed
from kiosk.flows.state import Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.hall.mandate import MandateReceipt
from kiosk.journal import Entry, What
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper
from kiosk.masking import masked_name, tail
from kiosk.views import Choice, GuideShown, Msg, View, Weight, msg

PRINT = "print"
_WORST = (PrintOutcome.NOT_PRINTED, PrintOutcome.UNCERTAIN, PrintOutcome.PRINTED)
_OUTCOMES = {
    PrintOutcome.PRINTED: "entrusted-printed",
    PrintOutcome.NOT_PRINTED: "entrusted-not-printed",
    PrintOutcome.UNCERTAIN: "entrusted-uncertain",
}


def held(state: Terminal, signed: Signed, receipt: MandateReceipt, now: Now) -> Step:
    """On the glass and on its way to paper. Somebody comes by themselves to whoever could not sign."""
    stage = MandateHeld(receipt, signed.errand, signed.strokes if receipt.signed else ())
    noted: tuple[Effect, ...] = (Note(Entry(What.MANDATE_GIVEN)),)
    state, printing = _print(state, stage, now) if state.world.fittings.printer else (state.at(stage), ())
    called: tuple[Effect, ...] = ()
    if not receipt.signed:
        state, called = help.call(state, DOING, "", signed.errand.guide.item)
    return state, noted + printing + called


def view(state: Terminal, stage: MandateHeld) -> View:
    receipt = stage.receipt
    hall = state.world.hall
    phone = hall.phone if hall is not None else ""
    return GuideShown(
        msg("entrusted-title" if receipt.signed else "entrusted-draft", number=receipt.number),
        body=(*_paper_words(state, stage), *((msg("ticket-card-back"),) if state.world.cards else ())),
        choices=_choices(state, stage),
        home=True,
        pieces=mandate_pieces.of_receipt(receipt),
        keep=keeping.of_receipt(receipt, phone),
    )


def touched(state: Terminal, stage: MandateHeld, choice: str, now: Now) -> Step:
    match choice:
        case "done":
            return end_visit(state, now.fresh)
        case "entrust-helper":
            return help.call(state, DOING, "", stage.errand.guide.item)
        case "again":
            return _print(state, stage, now)
    return state, ()


def told(state: Terminal, event: Event) -> Step:
    stage = state.stage
    if not isinstance(stage, MandateHeld) or not stage.printing:
        return state, ()
    match event:
        case SlipPrinted(slip_id, result):
            papers = tuple(replace(one, result=result) if one.id == slip_id else one for one in stage.papers)
        case TimerFired(name) if name == PRINT:
            mute = PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
            papers = tuple(one if one.result is not None else replace(one, result=mute) for one in stage.papers)
        case _:
            return state, ()
    after = replace(stage, papers=papers)
    if after.printing:
        return state.at(after), ()
    return state.at(after), (StopTimer(PRINT), Note(Entry(What.PRINT_OUTCOME, _result(after).outcome.value)))


def _print(state: Terminal, stage: MandateHeld, now: Now) -> Step:
    """The receipt first, then the form; of those that there were already, the ones that did not come."""
    papers: list[Paper] = []
    effects: list[Effect] = []
    for place, before in enumerate(stage.papers or (None, None)):
        if before is not None and before.result is not None and before.result.outcome is PrintOutcome.PRINTED:
            papers.append(before)
            continue
        state, key = next_key(state)
        papers.append(Paper(key))
        again = before is not None and before.result is not None and before.result.outcome is PrintOutcome.UNCERTAIN
        effects.append(PrintSlip(_form(state, stage, key) if place else _receipt(stage, key), now.lang, again))
    return state.at(replace(stage, papers=tuple(papers))), (*effects, StartTimer(PRINT, delays.PRINT))


def _receipt(stage: MandateHeld, key: str) -> ReceiptPaper:
    return ReceiptPaper(key, stage.errand.forms.receipt, stage.receipt)


def _form(state: Terminal, stage: MandateHeld, key: str) -> MandatePaper:
    holder = state.visit.holder
    name, end = (masked_name(holder.name), tail(holder.id_number)) if holder is not None else ("", "")
    return MandatePaper(key, stage.errand.forms.mandate, stage.receipt, name, end, stage.strokes)


def _result(stage: MandateHeld) -> PrintResult:
    """The worse of the two."""
    results = [one.result for one in stage.papers if one.result is not None]
    return min(results, key=lambda one: _WORST.index(one.outcome))


def _paper_words(state: Terminal, stage: MandateHeld) -> tuple[Msg, ...]:
    if not stage.papers:
        return (msg("entrusted-no-paper"),)
    if stage.printing:
        return (msg("entrusted-printing"),)
    result = _result(stage)
    fault = (of_fault(result.fault).title,) if result.fault is not None else ()
    return (msg(_OUTCOMES[result.outcome]), *fault)


def _choices(state: Terminal, stage: MandateHeld) -> tuple[Choice, ...]:
    """Somebody takes the papers, or brings a pen. Never more than two, so that what became of the paper stands above them at
    every size; the way home is there besides."""
    wanted = bool(stage.receipt.papers) or not stage.receipt.signed
    label = msg("entrusted-collect" if stage.receipt.signed else "entrusted-pen")
    helper = (Choice("entrust-helper", label, icon="help"),) if wanted else ()
    lost = bool(stage.papers) and not stage.printing and _result(stage).outcome is not PrintOutcome.PRINTED
    if lost:
        return (Choice("again", msg("ticket-again"), icon="printer", weight=Weight.PRIMARY), *helper)
    return (*helper, Choice("done", msg("ticket-done"), icon="check", weight=Weight.PRIMARY))
