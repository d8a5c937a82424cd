"""Days and times of the hall as sentences. Every language orders the pieces in its own way."""

from __future__ import annotations

from datetime import date

from kiosk.views import Msg, msg

NOON = 12


def day_words(day: date, today: date) -> Msg:
    """"11月24日 周二"; "今天 周一"."""
    return msg("moment-day", ahead=(day - today).days, **_of_day(day))


def time_words(at: str) -> Msg:
    """"09:30" as it is said: "上午 9:30"."""
    return msg("moment-time", **_of_time(at))


def moment_words(day: date, at: str) -> Msg:
    return msg("moment", **_of_day(day), **_of_time(at))


def moment_args(day: date, at: str) -> dict[str, str | int]:
    """For a sentence that has a moment in it."""
    return {**_of_day(day), **_of_time(at)}


def opens_words(day: date, at: str, today: date) -> Msg:
    """When what is closed opens again: "明天 上午 8:30 开始办"."""
    return msg("moment-opens", ahead=(day - today).days, **_of_day(day), **_of_time(at))


def _of_day(day: date) -> dict[str, int]:
    return {"month": day.month, "day": day.day, "weekday": day.isoweekday()}


def _of_time(at: str) -> dict[str, str]:
    hour, minute = int(at[:2]), at[3:]
    return {"part": "am" if hour < NOON else "pm", "clock": f"{(hour - 1) % NOON + 1}:{minute}"}
