"""A booked time: its code, typed on large keys, becomes the ticket."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import CheckIn
from kiosk.flows import take_number
from kiosk.flows.state import CodeTyped, LineChosen, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import next_key
from kiosk.views import Choice, NumberKeys, View, Weight, msg

LENGTH = 6  # digits of a code
DIGITS = tuple(f"digit.{digit}" for digit in "123456789")


def view(stage: CodeTyped) -> View:
    keys = tuple(Choice(id, msg("digit", digit=id[-1]), typing=True) for id in (*DIGITS, "digit.0"))
    erase = Choice("erase", msg("code-erase"), weight=Weight.QUIET, enabled=bool(stage.typed))
    enter = Choice("enter", msg("code-enter"), weight=Weight.PRIMARY, enabled=len(stage.typed) == LENGTH)
    return NumberKeys(
        msg("code-title"),
        choices=(*keys[:-1], erase, keys[-1], enter),
        back=True,
        home=True,
        typed=stage.typed,
        length=LENGTH,
    )


def touched(state: Terminal, stage: CodeTyped, choice: str, now: Now) -> Step:
    match choice.partition("."):
        case ("back", _, _):
            return state.at(LineChosen(stage.line)), ()
        case ("digit", _, digit) if len(stage.typed) < LENGTH:
            return state.at(replace(stage, typed=stage.typed + digit)), ()
        case ("erase", _, _):
            return state.at(replace(stage, typed=stage.typed[:-1])), ()
        case ("enter", _, _) if len(stage.typed) == LENGTH:
            state, key = next_key(state)
            return take_number.send(state, CheckIn(key, stage.typed, now.lang))
    return state, ()
