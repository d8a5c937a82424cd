"""How often Kivy looks for events: often while somebody is at it, seldom else. Each look costs, drawn frame or not.

At 60 looks a second a resting window takes 2 % of a core, at 30 half of it; and what a flow answers to a touch would wait up to
16 ms for the next look.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

CALM, LIVELY = 30, 200  # looks a second
STARTS_S = 5.0  # after the window opens: the first views come, and then nobody is there
STIRRED_S = 15.0  # after a touch or a key: somebody is there, and shall not wait for a look


class Pace:
    """Belongs to Kivy's thread. Does nothing before ``begin``."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._clock: Any = None
        self._until = 0.0

    def begin(self, clock: Any) -> None:
        """``clock``: Kivy's. It has no public name for its most frames a second after the start."""
        self._clock = clock
        self._be_lively(STARTS_S)

    def stir(self) -> None:
        """Somebody touches the glass, or a view came."""
        self._be_lively(STIRRED_S)

    def look(self) -> bool:
        """Called at each look. Whether nobody is at it."""
        calm = self._now() > self._until
        if calm:
            self._set(CALM)
        return calm

    def _be_lively(self, seconds: float) -> None:
        self._until = self._now() + seconds
        self._set(LIVELY)

    def _set(self, frames: int) -> None:
        if self._clock is not None:
            self._clock._max_fps = frames
