"""The course of a mandate and its working days, whatever comes in whatever order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.errors import WrongState
from central.halls.terms import due, prolonged, standing, working_days
from central.mandates.course import CLOSED, OPEN, WORKING, Act, Course, State, after
from central.mandates.filing import Folder, gaps
from central.mandates.refusals import SupplementAsked

MONDAY = date(2025, 3, 3)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def weekday(day: date) -> bool:
    return day.isoweekday() < 6


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(Act), max_size=40))
def test_whatever_is_tried_in_whatever_order(tried: list[Act]) -> None:
    course, done = Course(State.DRAFTED), []
    for act in tried:
        twice = course.asked and course.state in WORKING and act is Act.ASK
        try:
            following = after(course, act)
        except (WrongState, SupplementAsked) as refused:
            assert isinstance(refused, SupplementAsked) == twice
            continue
        assert course.state not in CLOSED or act in (Act.RETURN, Act.PASS_ON), "what is closed stays as it is"
        assert following.out >= 0 and (following.state is not State.RELAYED or following.out > 0)
        assert following.state is not State.TAKEN or following.out == 0, "an agent alone has what no office has"
        course = following
        done.append(act)
    assert done.count(Act.ASK) <= 1, "what is missing is told once"
    if course.state is State.FILED:
        once = [Act.ACCEPT, Act.TAKE, Act.FINISH, Act.FILE]
        assert [act for act in done if act in once] == once
        assert Act.CALL_BACK in done and (Act.DELIVER in done) != (Act.CONFIRM in done)
    assert (course.state is State.WITHDRAWN) == (Act.WITHDRAW in done)


def test_every_state_is_reached_and_only_the_closed_ones_end() -> None:
    seen, frontier = set(), [Course(State.DRAFTED)]
    while frontier:
        course = frontier.pop()
        if course in seen or course.out > 2:
            continue
        seen.add(course)
        following = [after(course, act) for act in Act if course.may(act)]
        assert course.state in CLOSED or any(each.state is not course.state for each in following), course
        frontier += following
    assert {course.state for course in seen} == set(State)
    assert OPEN.isdisjoint(CLOSED)


@given(days, st.integers(0, 60))
def test_an_end_is_a_working_day_and_as_many_lie_before_it(start: date, count: int) -> None:
    end = due(weekday, start, count)
    assert working_days(weekday, start, end) == count
    assert weekday(end) or end == start
    assert standing(weekday, start, end).left == count


@given(days, st.integers(1, 30), st.integers(0, 40), st.integers(0, 40))
def test_days_of_waiting_are_not_days_of_work(start: date, count: int, until_asked: int, waited: int) -> None:
    end, asked = due(weekday, start, count), start + timedelta(days=until_asked)
    received = asked + timedelta(days=waited)
    assert working_days(weekday, end, prolonged(weekday, end, asked, received)) == working_days(weekday, asked, received)


def test_a_deadline_over_a_weekend_and_a_holiday() -> None:
    """Ten working days from Monday, with one holiday among them (行政许可法 82, 民法典 201)."""

    def works(day: date) -> bool:
        return weekday(day) and day != date(2025, 3, 6)

    end = due(works, MONDAY, 10)
    assert end == date(2025, 3, 18)
    told = {day: standing(works, day, end) for day in (date(2025, 3, 13), date(2025, 3, 14), end, date(2025, 3, 20))}
    assert [(each.urgency, each.left) for each in told.values()] == [("fine", 3), ("soon", 2), ("soon", 0), ("late", -2)]


@pytest.mark.parametrize("missing", ["signature", "outcome", "originals", "payments", "receipt", "call_back"])
def test_a_folder_tells_what_it_lacks(missing: str) -> None:
    whole = Folder(signed=True, outcome=True, originals_out=0, payments_out=0, received=True, called_back=True)
    assert gaps(whole) == []
    fields = {"signature": "signed", "outcome": "outcome", "receipt": "received", "call_back": "called_back"}
    lacking = {f"{missing}_out": 1} if missing in ("originals", "payments") else {fields[missing]: False}
    assert gaps(Folder(**{**whole.__dict__, **lacking})) == [missing]  # type: ignore[arg-type]
