"""What every flow is: a pure step and a pure view of its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.effects import Effect
from kiosk.events import Event
from kiosk.views import View

S = TypeVar("S")


@dataclass(frozen=True)
class Now:
    """What the clock said when the event was taken from the queue: a fact like any other.

    ``clock``: "14:05" in the hall's zone. ``today``: ISO date there, for an age from a birth date.
    """

    clock: str
    today: str


@dataclass(frozen=True)
class Flow(Generic[S]):
    """``begin(visit_id)`` gives the state at rest, ``step(state, event, now)`` the next state and what is asked for,
    ``view_of(state, now)`` what is shown. ``name`` is the role: terminal, display or pad."""

    name: str
    begin: Callable[[str], S]
    step: Callable[[S, Event, Now], tuple[S, tuple[Effect, ...]]]
    view_of: Callable[[S, Now], View]
