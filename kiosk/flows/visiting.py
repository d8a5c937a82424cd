"""What every flow that a person touches has: the world, the visit, a call for a helper, and keys for requests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from devices.types import Holder
from kiosk.flows.world import World
from kiosk.hall.messages import Helper, Refusal
from kiosk.hall.people import Duty
from kiosk.views import Sense


@dataclass(frozen=True)
class Help:
    """A call for a helper. ``open``: it covers the glass. ``seen_by``: who has acknowledged it; ``further``: it has gone on to
    others; ``late``: nobody has answered for so long that the telephone is the better way."""

    key: str
    open: bool = True
    request_id: str = ""
    queued: bool = False
    helper: Helper | None = None
    refusal: Refusal | None = None
    duty: Duty | None = None
    seen_by: str = ""
    further: bool = False
    late: bool = False


@dataclass(frozen=True)
class HelpRating:
    """A helper was here and is gone: the resident may say how it was. ``level``: what they chose; ``kept``: whether that is
    saved, None while nobody knows."""

    call: str
    lang: str
    level: int | None = None
    kept: bool | None = None


@dataclass(frozen=True)
class Visit:
    """``begun``: somebody touched or laid a card.
    ``adjusting``: the settings that cover the glass."""

    id: str
    begun: bool = False
    holder: Holder | None = None
    declined: bool = False  # the priority that the holder's age earns
    reading: bool = False
    requests: int = 0
    help: Help | None = None
    adjusting: Sense | None = None
    rating: HelpRating | None = None


@dataclass(frozen=True)
class Visiting:
    world: World
    visit: Visit


V = TypeVar("V", bound=Visiting)


def with_visit(state: V, **changes: Any) -> V:
    return replace(state, visit=replace(state.visit, **changes))


def next_key(state: V) -> tuple[V, str]:
    """A key for a request that was never made. Visit ids never come twice, so neither do keys."""
    number = state.visit.requests + 1
    return with_visit(state, requests=number), f"{state.visit.id}.{number}"
