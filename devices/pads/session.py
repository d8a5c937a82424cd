"""One rating: opened, pressed once, closed. No timer and no default: a rating that nobody gave does not exist."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

DEBOUNCE_S = 0.3  # a contact bounces for milliseconds, a nervous finger for a few tenths of a second


class RatingSession:
    """Shared by all pads. Thread-safe: a kiosk's thread opens and closes, a device's thread presses."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._open: str | None = None
        self._pressed_at = -DEBOUNCE_S

    @property
    def is_open(self) -> bool:
        return self._open is not None

    def open(self, session: str) -> None:
        """Ends whatever was open."""
        with self._lock:
            self._open = session

    def close(self) -> None:
        with self._lock:
            self._open = None

    def press(self) -> str | None:
        """The session that this press is the rating of; None for every press but the first of an open session.

        A press within :data:`DEBOUNCE_S` of the one before is the same press, so that the echo of one resident's finger is
        never the next resident's rating.
        """
        with self._lock:
            now = self._clock()
            bounced, self._pressed_at = now - self._pressed_at < DEBOUNCE_S, now
            if bounced:
                return None
            session, self._open = self._open, None
            return session
