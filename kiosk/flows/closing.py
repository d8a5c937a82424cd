"""The result of a mandate in person: the resident reads the closing sheet (办结单) on the glass and signs for what lies there."""

from __future__ import annotations

from dataclasses import replace

from kiosk import signature
from kiosk.effects import Note
from kiosk.events import Event, Written
from kiosk.flows import help, progress
from kiosk.flows.asking import ask_mandate
from kiosk.flows.mandate_state import Closing, ClosingRead, ClosingSigned, MandateSeen
from kiosk.flows.state import Step, Terminal
from kiosk.hall.mandate import Mandate
from kiosk.journal import Entry, What
from kiosk.mandating import ReceiveResult

DOING = "receiving"
"""What is told to whoever is called."""


def touched(state: Terminal, stage: Closing, choice: str) -> Step:
    if choice in ("closing-helper", "sign-helper"):
        return help.call(state, DOING)
    if isinstance(stage, ClosingSigned):
        return _signing(state, stage, choice)
    if choice == "closing-sign":
        return state.at(ClosingSigned(stage.mandate, stage.found, stage.asked)), ()
    return progress.shown(state, stage.found), ()


def written(state: Terminal, event: Event) -> Terminal:
    stage = state.stage
    if isinstance(stage, ClosingSigned) and isinstance(event, Written) and len(stage.strokes) < signature.MOST:
        return state.at(replace(stage, strokes=stage.strokes + event.strokes))
    return state


def received(state: Terminal, stage: Closing, mandate: Mandate) -> Step:
    """Of the service: as it is now, among the others."""
    others = tuple(mandate if one.id == mandate.id else one for one in stage.found.mandates)
    seen = MandateSeen(mandate, replace(stage.found, mandates=others))
    return state.at(seen), (Note(Entry(What.MANDATE_RECEIVED)),)


def _signing(state: Terminal, stage: ClosingSigned, choice: str) -> Step:
    match choice:
        case "sign-done":
            return ask_mandate(state, ReceiveResult(stage.mandate.id, stage.asked, stage.strokes))
        case "sign-clear":
            return state.at(replace(stage, strokes=())), ()
    return state.at(ClosingRead(stage.mandate, stage.found, stage.asked)), ()
