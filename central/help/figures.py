"""How fast calls for help were answered (row 68 of the functions). Pure; about the hall, not about its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from math import ceil
from zoneinfo import ZoneInfo

from central.help.models import HelpCall
from central.help.schemas import HelpFiguresOut
from central.help.service import MISSED, WITHDRAWN

Key = Callable[[HelpCall], str]


def key_of(by: str, zone: ZoneInfo) -> Key:
    """What a call counts for: the hour or the day in which it was rung, or the place."""
    if by == "day":
        return lambda call: call.rung_at.astimezone(zone).date().isoformat()
    if by == "place":
        return lambda call: call.terminal_id or f"window {call.window_id}"
    return lambda call: f"{call.rung_at.astimezone(zone).hour:02}"


def rows(calls: Iterable[HelpCall], key: Key) -> dict[str, list[HelpCall]]:
    found: dict[str, list[HelpCall]] = {}
    for call in calls:
        found.setdefault(key(call), []).append(call)
    return dict(sorted(found.items()))


def figures(key: str, name: str, calls: list[HelpCall], deputy_s: int) -> HelpFiguresOut:
    """``deputy_s``: an answer within it is one of those who were rung first."""
    answers = sorted(_seconds(call.rung_at, call.answered_at) for call in calls if call.answered_at is not None)
    helped = sorted(
        _seconds(call.answered_at, call.closed_at)
        for call in calls
        if call.answered_at is not None and call.closed_at is not None
    )
    return HelpFiguresOut(
        key=key,
        name=name,
        calls=len(calls),
        answered=len(answers),
        withdrawn=sum(call.outcome == WITHDRAWN for call in calls),
        missed=sum(call.outcome == MISSED for call in calls),
        escalated=sum(call.level > 0 for call in calls),
        answer_p50_s=_percentile(answers, 0.5),
        answer_p90_s=_percentile(answers, 0.9),
        answer_max_s=answers[-1] if answers else None,
        in_time=round(sum(each <= deputy_s for each in answers) / len(calls), 4) if calls else None,
        help_p50_s=_percentile(helped, 0.5),
    )


def days_between(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of the first day to that after the last."""
    begins = datetime(first.year, first.month, first.day, tzinfo=zone)
    return begins, datetime.fromordinal(last.toordinal() + 1).replace(tzinfo=zone)


def _seconds(begins: datetime, ends: datetime) -> int:
    return max(0, round((ends - begins).total_seconds()))


def _percentile(values: list[int], share: float) -> int | None:
    """The least of the values that ``share`` of them don't exceed; ``values`` in order."""
    return values[max(0, ceil(len(values) * share) - 1)] if values else None
