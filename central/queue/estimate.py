"""How long a resident will wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

SAMPLE = 20
"""Latest services of a line that are looked at."""
FEWEST = 3
"""Below that nothing is said: a guess would be read as a promise."""


def estimated_wait_s(ahead: int, windows: int, services: Sequence[tuple[datetime, datetime]]) -> int | None:
    """Seconds: those ahead, times the mean service of the line, shared by its open windows. None when too little is known."""
    if len(services) < FEWEST or windows < 1:
        return None
    mean = sum((closed - called).total_seconds() for called, closed in services) / len(services)
    return round(ahead * mean / windows)
