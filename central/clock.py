"""Time: UTC inside, the hall's zone where people read it. The clock is passed in, never asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present moment as an aware datetime in UTC."""


def system_clock() -> datetime:
    return datetime.now(UTC)


def in_zone(moment: datetime, zone: str) -> datetime:
    """``moment`` as the clock on the wall of a hall in ``zone`` (IANA name) shows it."""
    return moment.astimezone(ZoneInfo(zone))
