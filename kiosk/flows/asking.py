"""A question to the hall, asked as a number is: once under its key, again by itself, then only by a touch."""

from __future__ import annotations

from kiosk.effects import AskBooking, AskMandate
from kiosk.flows import take_number
from kiosk.flows.state import Step, Terminal
from kiosk.flows.visiting import next_key
from kiosk.mandating import MandateQuestion
from kiosk.questions import Question


def ask(state: Terminal, question: Question) -> Step:
    state, key = next_key(state)
    return take_number.send(state, AskBooking(key, question))


def ask_mandate(state: Terminal, question: MandateQuestion) -> Step:
    state, key = next_key(state)
    return take_number.send(state, AskMandate(key, question))
