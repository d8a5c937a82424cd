"""Times of the hall's wall clock, as people write them."""

from __future__ import annotations

from dataclasses import dataclass

DAY = 24 * 60


@dataclass(frozen=True)
class Span:
    """From ``opens`` until just before ``closes``, minutes after midnight, on ISO weekday 1 to 7; ``line`` None: the hall."""

    weekday: int
    opens: int
    closes: int
    line: str | None = None


def minutes(text: str) -> int:
    """Minutes after midnight of "HH:MM"; "24:00" is the end of the day. Raises ValueError."""
    hours, colon, rest = text.partition(":")
    if not (colon and len(hours) == 2 and len(rest) == 2 and (hours + rest).isdecimal()):
        raise ValueError(f"{text!r} is not a time of the form HH:MM")
    total = int(hours) * 60 + int(rest)
    if int(rest) > 59 or total > DAY:
        raise ValueError(f"{text!r} is not a time of day")
    return total


def clock_face(total: int) -> str:
    return f"{total // 60:02}:{total % 60:02}"
