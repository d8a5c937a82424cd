"""A booked time: its code, typed on large keys, becomes the ticket."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import CheckIn
from kiosk.flows import number_entry, take_number
from kiosk.flows.state import CodeTyped, LineChosen, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.views import View


def view(stage: CodeTyped) -> View:
    return number_entry.code_keys(stage.typed)


def touched(state: Terminal, stage: CodeTyped, choice: str, now: Now) -> Step:
    match choice:
        case "back":
            return state.at(LineChosen(stage.line)), ()
        case "enter" if len(stage.typed) == number_entry.CODE:
            state, key = next_key(state)
            return take_number.send(state, CheckIn(key, stage.typed, now.lang))
    return state.at(replace(stage, typed=number_entry.struck(stage.typed, choice, number_entry.CODE))), ()
