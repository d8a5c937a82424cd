"""Which slots a day has and how many places are left in each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """``minute`` after midnight at which it begins; ``free`` of its ``places``."""

    minute: int
    places: int
    free: int


def starts(spans: Iterable[tuple[int, int]], length: int) -> list[int]:
    """Minutes at which slots of ``length`` minutes begin: one after the other from each opening, each ending before it closes."""
    return [start for opens, closes in spans for start in range(opens, closes - length + 1, length)]


def with_places(minutes: Iterable[int], places: int, taken: Mapping[int, int], after: int = -1) -> list[Slot]:
    """Those that begin later than the minute ``after``. ``taken``: appointments by the minute of their slot."""
    return [Slot(start, places, max(0, places - taken.get(start, 0))) for start in minutes if start > after]
