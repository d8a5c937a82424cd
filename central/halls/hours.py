"""Opening hours: pure arithmetic on the hall's wall clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

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


def is_open(spans: Iterable[Span], local: datetime) -> bool:
    now = _minute(local)
    return any(span.opens <= now < span.closes for span in _today(spans, local))


def opens_at(spans: Iterable[Span], local: datetime) -> str | None:
    """When it is closed and will open again today; None otherwise."""
    spans = list(spans)
    if is_open(spans, local):
        return None
    later = [span.opens for span in _today(spans, local) if span.opens > _minute(local)]
    return clock_face(min(later)) if later else None


def of_today(spans: Iterable[Span], local: datetime) -> str:
    """The day's spans, as they are shown at the door."""
    return " ".join(f"{clock_face(span.opens)}–{clock_face(span.closes)}" for span in _today(spans, local))


def _today(spans: Iterable[Span], local: datetime) -> list[Span]:
    return sorted((span for span in spans if span.weekday == local.isoweekday()), key=lambda span: (span.opens, span.closes))


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute
