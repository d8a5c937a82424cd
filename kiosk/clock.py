"""What time it is: passed in everywhere, so that tests move it by hand."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

CHINA = timezone(timedelta(hours=8), "CST")  # one zone, no summer time; used until the hall has said its own


class Clock(Protocol):
    def monotonic(self) -> float:
        """Seconds that never jump; only differences mean anything."""
        ...

    def utc(self) -> datetime:
        """Aware."""
        ...


class SystemClock:
    def monotonic(self) -> float:
        return time.monotonic()

    def utc(self) -> datetime:
        return datetime.now(timezone.utc)


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; China's, where the machine does not know the name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return CHINA
