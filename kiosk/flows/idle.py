"""Nobody there any more: how long each place of a visit waits, and what it then does.

One timer serves all. It runs anew on every touch, key and card, on every change of place, and when the machine has finished
speaking; while it speaks it is prolonged (accessibility.md row 23: time of speech does not count).

Nothing shortens it, and no visit ends before the resident was asked: not a printed ticket, which somebody may be reading or
scanning still, nor a card that was taken away: most readers tell so while the card still lies on them (devices.md 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.types import (
    CardFailed,
    CardPresented,
    CardRemoved,
    CardSeen,
    JackChanged,
    KeyPressed,
    SentenceStarted,
    SpeechEnded,
    SpeechStarted,
)
from kiosk.effects import Effect, StartTimer, StopTimer
from kiosk.events import HAND, Event
from kiosk.flows import delays, help
from kiosk.flows.state import Issuing, Terminal
from kiosk.views import Choice, Menu, View, Weight, msg

IDLE = "idle"


@dataclass(frozen=True)
class Patience:
    """``ends``: the visit ends at once when the seconds are over; else the resident is asked first."""

    seconds: float
    ends: bool = False


def patience(state: Terminal) -> Patience | None:
    """None: nobody is being waited for."""
    if not state.visit.begun:
        return None
    if state.asking:
        return Patience(delays.STILL, ends=True)
    if help.is_open(state):
        return Patience(delays.HELPER)
    return None if isinstance(state.stage, Issuing) else Patience(delays.IDLE)


def timers(before: Terminal, event: Event, after: Terminal) -> tuple[Effect, ...]:
    wait = patience(after)
    if wait is None:
        return (StopTimer(IDLE),) if patience(before) is not None else ()
    if isinstance(event, (SpeechStarted, SentenceStarted)) and not after.asking:
        return (StartTimer(IDLE, wait.seconds + delays.SPEECH),)
    heard = isinstance(event, SpeechEnded) and not after.asking  # the question stands as long as the table says, heard or not
    if is_activity(event) or heard or wait != patience(before) or before.stage != after.stage:
        return (StartTimer(IDLE, wait.seconds),)
    return ()


def by_hand(event: Event) -> bool:
    """Plugging in headphones is one of the ways to begin a visit."""
    return isinstance(event, (*HAND, KeyPressed)) or isinstance(event, JackChanged) and event.plugged


def is_activity(event: Event) -> bool:
    return by_hand(event) or isinstance(event, (CardSeen, CardPresented, CardFailed, CardRemoved))


def view_asking() -> View:
    return Menu(
        msg("still-title"),
        body=(msg("still-body"),),
        choices=(Choice("still-here", msg("still-here"), weight=Weight.PRIMARY),),
        home=True,
    )
