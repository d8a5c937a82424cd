"""Which hours hold on a day: stories of the calendar year, and what must hold of any calendar."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.halls.calendar import KINDS, Opening, Special, at_the_door, days_from, is_open, next_opening, spans_on, special_on
from central.halls.hours import DAY, Span

MORNING, AFTERNOON = (510, 720), (870, 1050)
WEEK = [Span(day, *span) for day in range(1, 6) for span in (MORNING, AFTERNOON)]
WEEK += [Span(2, *MORNING, line="civil"), Span(6, 540, 720, line="general")]
MONDAY = date(2025, 9, 29)
NATIONAL_DAY = [Special(date(2025, 10, day), "holiday") for day in range(1, 9)]


def at(clock: str, day: date = MONDAY) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())


def test_an_ordinary_week() -> None:
    assert spans_on(WEEK, [], None, MONDAY) == spans_on(WEEK, [], "social", MONDAY) == [MORNING, AFTERNOON]
    assert spans_on(WEEK, [], "civil", MONDAY) == [], "a line with hours of its own keeps those alone"
    assert spans_on(WEEK, [], "general", date(2025, 10, 4)) == [(540, 720)]
    assert at_the_door(spans_on(WEEK, [], None, MONDAY)) == "08:30–12:00 14:30–17:30"
    assert is_open(WEEK, [], None, at("11:59")) and not is_open(WEEK, [], None, at("12:00"))
    assert next_opening(WEEK, [], None, at("12:00")) == Opening(MONDAY, 870)
    assert next_opening(WEEK, [], None, at("12:00")).at == "14:30"  # type: ignore[union-attr]


def test_the_evening_before_a_long_holiday_is_told_the_day() -> None:
    evening = at("17:30", date(2025, 9, 30))
    assert next_opening(WEEK, NATIONAL_DAY, "social", evening) == Opening(date(2025, 10, 9), 510)
    duty = [*NATIONAL_DAY, Special(date(2025, 10, 4), "service_day", (MORNING,), "social", {"zh": "集中办理日"})]
    assert next_opening(WEEK, duty, "social", evening) == Opening(date(2025, 10, 4), 510)
    assert next_opening(WEEK, duty, None, evening) == Opening(date(2025, 10, 9), 510), "one line's day is not the hall's"


@pytest.mark.parametrize(
    ("special", "hours"),
    [
        ([], [MORNING, AFTERNOON]),
        ([Special(MONDAY, "extended", ((510, 1200),))], [(510, 1200)]),
        ([Special(MONDAY, "staggered", ((720, 870), (600, 720)))], [(600, 870)]),
        ([Special(MONDAY, "holiday"), Special(MONDAY, "extended", (MORNING,))], [MORNING]),
        ([Special(MONDAY, "holiday"), Special(MONDAY, "service_day", (AFTERNOON,), "social")], [AFTERNOON]),
        ([Special(MONDAY, "closure"), Special(MONDAY, "service_day", (AFTERNOON,), "social")], []),
        ([Special(MONDAY, "closure", line="social"), Special(MONDAY, "extended", ((510, 1200),))], []),
        ([Special(MONDAY, "closure", line="general")], [MORNING, AFTERNOON]),
        ([Special(MONDAY + timedelta(days=1), "closure")], [MORNING, AFTERNOON]),
    ],
)
def test_which_entry_decides(special: list[Special], hours: list[tuple[int, int]]) -> None:
    assert spans_on(WEEK, special, "social", MONDAY) == hours


def test_a_hall_that_never_opens_promises_nothing() -> None:
    assert next_opening([], [], None, at("10:00")) is None


def test_the_next_days_of_a_page() -> None:
    days = days_from(WEEK, NATIONAL_DAY, None, date(2025, 9, 30), 3)
    assert [(day.day.day, len(day.spans), day.special and day.special.kind) for day in days] == [
        (30, 2, None),
        (1, 0, "holiday"),
        (2, 0, "holiday"),
    ]


ends = st.lists(st.integers(0, DAY), min_size=2, max_size=2, unique=True).map(lambda pair: (min(pair), max(pair)))
lines = st.sampled_from([None, "a", "b"])
weeks = st.lists(st.builds(lambda day, span, line: Span(day, *span, line=line), st.integers(1, 7), ends, lines), max_size=6)
offsets = st.integers(0, 9).map(lambda ahead: MONDAY + timedelta(days=ahead))
specials = st.lists(
    st.builds(Special, offsets, st.sampled_from(KINDS), st.lists(ends, max_size=2).map(tuple), lines),
    max_size=8,
)
moments = st.integers(0, 3 * DAY - 1).map(lambda minute: at("00:00") + timedelta(minutes=minute))


@settings(deadline=None)
@given(weeks, specials, lines, offsets, st.randoms(use_true_random=False))
def test_a_day_has_one_answer(
    week: list[Span], special: list[Special], line: str | None, day: date, chance: random.Random
) -> None:
    """In order, apart from each other, and the same in whatever order the rows are read."""
    spans = spans_on(week, special, line, day)
    assert all(0 <= opens < closes <= DAY for opens, closes in spans)
    assert all(before[1] < after[0] for before, after in zip(spans, spans[1:]))
    chance.shuffle(week), chance.shuffle(special)
    assert spans_on(week, special, line, day) == spans
    of_hall = special_on(special, None, day)
    if of_hall is not None and of_hall.kind == "closure":
        assert spans == spans_on(week, special, None, day), "no line is open in a shut building"


@settings(deadline=None)
@given(weeks, specials, lines, moments)
def test_it_opens_when_it_said_it_would_and_not_before(
    week: list[Span], special: list[Special], line: str | None, local: datetime
) -> None:
    again = next_opening(week, special, line, local)
    if is_open(week, special, line, local):
        assert again is None
        return
    until = local + timedelta(days=14)
    if again is not None:
        until = min(until, at("00:00", again.day) + timedelta(minutes=again.minute))
        assert until > local
        assert until < local + timedelta(days=14) and is_open(week, special, line, until) or until == local + timedelta(days=14)
    edges = {local}
    for ahead in range(15):
        day = local.date() + timedelta(days=ahead)
        edges |= {at("00:00", day) + timedelta(minutes=opens) for opens, _ in spans_on(week, special, line, day)}
    assert not [edge for edge in edges if local <= edge < until and is_open(week, special, line, edge)]
