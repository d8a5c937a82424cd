"""Named timers of the runner. They are due inside its own thread, so a timer that was stopped can never fire late."""

from __future__ import annotations


class Timers:
    """Times are the clock's monotonic seconds."""

    def __init__(self) -> None:
        self._due: dict[str, float] = {}

    def start(self, name: str, at: float) -> None:
        self._due[name] = at

    def stop(self, name: str) -> None:
        self._due.pop(name, None)

    def clear(self) -> None:
        self._due.clear()

    def next_due(self) -> float | None:
        return min(self._due.values(), default=None)

    def take(self, now: float) -> str | None:
        """The timer that has been due longest, which then no longer runs."""
        name = min(self._due, key=lambda one: self._due[one], default=None)
        if name is None or self._due[name] > now:
            return None
        del self._due[name]
        return name
