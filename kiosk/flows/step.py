"""What every flow is: a pure step and a pure view of its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from kiosk.effects import Effect
from kiosk.events import Event
from kiosk.views import View
from kiosk.visit import Settings

S = TypeVar("S")


@dataclass(frozen=True)
class Now:
    """What was so when the event was taken from the queue: facts like any other.

    ``at``: aware, in the hall's zone. ``settings``: of the visit, changed already if the event changes them. ``fresh``: an id
    that no visit has had, for the visit that begins when this event ends the one before.
    """

    at: datetime
    settings: Settings = Settings()
    fresh: str = ""

    @property
    def lang(self) -> str:
        """The language of the visit."""
        return self.settings.lang

    @property
    def clock(self) -> str:
        """"14:05"."""
        return f"{self.at:%H:%M}"

    @property
    def today(self) -> date:
        return self.at.date()


@dataclass(frozen=True)
class Turns:
    """What a hall's display shows between calls, by the configuration: so many of the most asked ``guides``, the ``staff`` on
    duty, each for so many ``seconds``; ``second``: there is a second language."""

    guides: int = 0
    staff: bool = False
    seconds: float = 15.0
    second: bool = False


@dataclass(frozen=True)
class Fittings:
    """What this machine has, by the configuration: the names of its card readers, a ticket printer, the window of a pad, the
    call zone of a display ("": all), what reads handwriting ("": nothing does), what a display shows
    between calls."""

    readers: frozenset[str] = frozenset()
    printer: bool = False
    window: str = ""
    area: str = ""
    recogniser: str = ""
    turns: Turns = Turns()


@dataclass(frozen=True)
class Flow(Generic[S]):
    """``begin(visit_id)`` gives the state at rest, ``step(state, event, now)`` the next state and what is asked for,
    ``view_of(state, now)`` what is shown. ``name`` is the role: terminal, display or pad. ``tools``: whether the views carry
    the toolbar, which a hall's display, that nobody touches, does not."""

    name: str
    begin: Callable[[str], S]
    step: Callable[[S, Event, Now], tuple[S, tuple[Effect, ...]]]
    view_of: Callable[[S, Now], View]
    tools: bool = True
