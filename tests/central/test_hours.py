"""Opening hours, minute by minute."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.halls.hours import DAY, Span, clock_face, is_open, minutes, of_today, opens_at

MONDAY = datetime(2025, 3, 3)
SPANS = [Span(1, 510, 720), Span(1, 870, 1050), Span(6, 540, 720)]


def at(clock: str, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, minutes=minutes(clock))


@pytest.mark.parametrize(
    ("moment", "open_now", "again"),
    [
        (at("00:00"), False, "08:30"),
        (at("08:29"), False, "08:30"),
        (at("08:30"), True, None),
        (at("11:59"), True, None),
        (at("12:00"), False, "14:30"),
        (at("14:30"), True, None),
        (at("17:29"), True, None),
        (at("17:30"), False, None),
        (at("10:00", day=1), False, None),
        (at("10:00", day=5), True, None),
    ],
)
def test_a_day_with_a_break(moment: datetime, open_now: bool, again: str | None) -> None:
    assert (is_open(SPANS, moment), opens_at(SPANS, moment)) == (open_now, again)


def test_the_hours_at_the_door() -> None:
    assert of_today(reversed(SPANS), at("10:00")) == "08:30–12:00 14:30–17:30"
    assert of_today(SPANS, at("10:00", day=1)) == ""


@pytest.mark.parametrize("text", ["8:30", "08.30", "24:01", "08:60", "-1:00", "08:30:00", "", "ab:cd", "٠٨:٣٠x"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError):
        minutes(text)


@given(st.integers(0, DAY))
def test_a_time_is_read_as_it_is_written(total: int) -> None:
    assert minutes(clock_face(total)) == total


spans = st.builds(
    lambda day, ends: Span(day, min(ends), max(ends)),
    st.integers(1, 7),
    st.lists(st.integers(0, DAY), min_size=2, max_size=2, unique=True),
)


@given(st.lists(spans, max_size=6), st.integers(0, 7 * DAY - 1))
def test_it_opens_when_it_said_it_would(hours: list[Span], minute: int) -> None:
    moment = MONDAY + timedelta(minutes=minute)
    again = opens_at(hours, moment)
    if is_open(hours, moment):
        assert again is None
    elif again is not None:
        opening = moment.replace(hour=0, minute=0) + timedelta(minutes=minutes(again))
        assert opening > moment and is_open(hours, opening)
        between = moment
        while between < opening:
            assert not is_open(hours, between)
            between += timedelta(minutes=1)
