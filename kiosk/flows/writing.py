"""A writing square: the ink in it, and what it may be. For a search, a name, or whatever else has characters.

The character is taken for finished when the finger rests (``delays.WRITTEN``); then it is recognised, away from this thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from devices.types import Stroke
from kiosk.effects import Effect, Recognise, StartTimer, StopTimer
from kiosk.events import Event, Recognised, TimerFired, Written
from kiosk.flows import delays
from kiosk.views import Choice, Msg, Weight, Writing, msg

RESTS = "written"  # the timer
SLOTS = 5
MOST = 2 * SLOTS  # beyond that the right one is hardly ever among them (python -m bench.writing)
LONGEST = 60  # strokes; no character has as many, and a hand that rests on the glass makes no end of them


@dataclass(frozen=True)
class Ink:
    """``strokes`` in the square; the characters that they may be, None while nobody has looked; ``passed``: so many of these were
    said to be wrong."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    characters: tuple[str, ...] | None = field(default=None, repr=False)
    passed: int = 0

    @property
    def offered(self) -> tuple[str, ...]:
        return (self.characters or ())[self.passed : self.passed + SLOTS]


def view(title: Msg, ink: Ink, written: str = "") -> Writing:
    """What is in the square, and what it may be."""
    mending = (
        Choice("ink.undo", msg("ink-undo"), icon="back", enabled=bool(ink.strokes)),
        Choice("ink.clear", msg("ink-clear"), icon="again", enabled=bool(ink.strokes)),
        Choice("ink.other", msg("ink-other"), icon="cross", enabled=bool(ink.offered)),
    )
    characters = tuple(Choice(f"char.{char}", msg("ink-char", char=char), weight=Weight.PRIMARY) for char in ink.offered)
    failed = ink.characters is not None and not characters
    return Writing(
        title,
        body=(msg("ink-again" if failed else "ink-how"),),
        choices=characters + mending,
        back=True,
        home=True,
        strokes=ink.strokes,
        written=written,
        slots=SLOTS,
    )


def told(ink: Ink, event: Event, among: str = "") -> tuple[Ink, tuple[Effect, ...]]:
    """``among``: the characters that can be meant ("": any)."""
    match event:
        case Written(_, strokes) if len(ink.strokes) < LONGEST:
            return replace(ink, strokes=ink.strokes + strokes), (StartTimer(RESTS, delays.WRITTEN),)
        case TimerFired(name) if name == RESTS and ink.strokes:
            return ink, (Recognise(ink.strokes, MOST, among),)
        case Recognised(strokes, characters) if strokes == ink.strokes:
            return Ink(strokes, characters), ()
    return ink, ()


def touched(ink: Ink, choice: str) -> tuple[Ink, tuple[Effect, ...]]:
    """The ways to mend it. A square without ink is as if nobody had looked."""
    match choice:
        case "ink.undo" if len(ink.strokes) > 1:
            return Ink(ink.strokes[:-1]), (StartTimer(RESTS, delays.WRITTEN),)
        case "ink.undo" | "ink.clear":
            return Ink(), (StopTimer(RESTS),)
        case "ink.other" if ink.offered:
            return replace(ink, passed=ink.passed + SLOTS), ()
    return ink, ()


def chosen(ink: Ink, choice: str) -> str | None:
    """The character that was chosen, if one was."""
    char = choice.removeprefix("char.")
    return char if choice != char and char in ink.offered else None
