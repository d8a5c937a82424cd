"""What is told of a wait: its form always, its truth on replayed days, and that nobody waits for it."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.day import FULL, InventedHall, InventedLine, InventedWindow, heavy
from bench.estimates import judged, told
from bench.replay import played
from central.queue.estimate import SLOT_S, Knot, Pace, wait
from central.statistics.capacity import Capacity, Change, Day, capacities
from central.statistics.learning import FEWEST
from central.statistics.paces import Paces
from tests.kit.central import running_central
from tests.kit.waiting import until

SECONDS = st.floats(1, 7200)


@st.composite
def paces(draw: st.DrawFn) -> Pace:
    """As they are learned: no value of a knot lies below the one before it."""
    knots, low, mean, high = [], 0.0, 0.0, 0.0
    for places in (1.0, 2.5, 5.5, 11.5)[: draw(st.integers(1, 4))]:
        steps = sorted(draw(st.tuples(SECONDS, SECONDS, SECONDS)))
        low, mean, high = low + steps[0], max(mean, low) + steps[1], max(mean, high) + steps[2]
        knots.append(Knot(places, low, mean, high))
    rates = draw(st.lists(st.floats(0, 3), max_size=8))
    return Pace(tuple(knots), tuple(rates), draw(st.floats(0, SLOT_S - 1)))


@given(paces(), st.integers(0, 80), st.integers(1, 9))
def test_the_form_of_what_is_told(pace: Pace, ahead: int, windows: int) -> None:
    told_now = wait(ahead, windows, pace)
    assert told_now is not None
    assert told_now.low_s < told_now.high_s and told_now.low_s <= told_now.expected_s <= told_now.high_s
    assert told_now.high_s % 300 == 0 and told_now.expected_s % 60 == 0
    assert told_now.low_s % 300 == 0 or (told_now.low_s == 60 and ahead)
    assert not ahead or told_now.low_s > 0  # never "no time at all" with somebody ahead
    further, more = wait(ahead + 1, windows, pace), wait(ahead, windows + 1, pace)
    assert further is not None and more is not None
    assert further.low_s >= told_now.low_s and further.high_s >= told_now.high_s
    assert more.low_s <= told_now.low_s and more.high_s <= told_now.high_s


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert wait(3, 2, None) is None
    assert wait(3, 0, Pace((Knot(1, 60, 120, 300),))) is None


def test_lunch_lies_in_between() -> None:
    """Ten minutes before lunch, half an hour of work: ten minutes now, an hour's break, twenty minutes after it."""
    pace = Pace((Knot(1, 1800, 1800, 1800),), rates=(1, 0, 0, 0, 0, 1, 1, 1), into_s=300)
    assert pace.passed(1800) == 600 + 3600 + 1200


def test_windows_at_work_are_read_from_their_log() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    nine = datetime(2025, 3, 3, 9, tzinfo=zone)
    log = [
        Change("w1", nine, "opened"),
        Change("w2", nine + timedelta(hours=1), "paused"),  # so it was open before
        Change("w2", nine + timedelta(hours=2), "resumed"),
        Change("w1", nine + timedelta(hours=3), "closed"),
        Change("w3", nine, "stands_by"),
    ]
    served = [("w1", "a"), ("w2", "a"), ("w3", "b"), ("w2", "b")]
    of_line = capacities(log, {"w1": False, "w2": True, "w3": False}, served)
    at = [of_line["a"].at((nine + timedelta(minutes=minutes)).timestamp()) for minutes in (-30, 30, 90, 150, 200)]
    assert at == [1, 2, 1, 2, 1]
    assert [of_line["b"].at((nine + timedelta(minutes=minutes)).timestamp()) for minutes in (30, 90)] == [1, 0]
    begins, ends = nine.timestamp(), (nine + timedelta(hours=3)).timestamp()
    assert of_line["a"].until(ends) - of_line["a"].until(begins) == 5 * 3600
    usual = Day(of_line["a"], [nine.date()], zone).rates(nine + timedelta(minutes=50))
    assert usual[0:6] == (1, 0.5, 0.5, 0.5, 0.5, 1)
    assert Day(Capacity([]), [nine.date()], zone).rates(nine) == ()  # nobody is usually there: no habit to go by


HALL = InventedHall(
    "village", (InventedLine("all", 40, heavy(300, 0.9)),), (InventedWindow("v1", ("all",), FULL),), hours=((510, 1050),)
)


@pytest.mark.slow
def test_most_waits_lie_within_what_was_told(tmp_path: Path) -> None:
    days = list(played(HALL, tmp_path, 14, seed=5))
    assert not any(told(visit) for visit in days[0][:20])  # a hall without a past promises nothing
    verdict = judged(guess for day in days[6:] for visit in day if (guess := told(visit)))
    assert verdict.count > 200
    assert 0.65 <= verdict.covered <= 0.95
    assert abs(verdict.bias) < 0.3 * verdict.waited
    served = [visit.waited for day in days for visit in day if visit.waited is not None]
    assert verdict.width < 2.5 * fmean(served) / 60  # and it isn't true by saying everything


def test_nobody_waits_for_a_pace() -> None:
    """Who asks is answered at once, also while the first look is under way or fails."""
    go, looked = threading.Event(), threading.Event()

    def read(work: object) -> None:
        looked.set()
        go.wait(10)
        raise RuntimeError("the database is away")

    known = Paces(read)
    now = datetime(2025, 3, 3, tzinfo=UTC)
    assert [known.of("hall", "line", now) for _ in range(3)] == [None] * 3
    assert looked.wait(10)
    assert known.of("hall", "line", now) is None
    go.set()
    known.close()
    assert known.of("hall", "line", now) is None  # also when it is closed


def test_the_first_number_after_a_start_is_told_its_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Learned at the start, of a hall's own past; here nothing is learned because somebody asks."""
    monkeypatch.setattr(Paces, "_look_soon", lambda *_: None)
    with running_central(tmp_path) as central:
        assert central.issue()["estimated_wait_s"] is None  # without a past nothing is promised
        for _ in range(FEWEST + 5):  # the first have nobody before them, and are learned from apart
            central.issue()
            central.clock.move(120)
            assert (called := central.call_next()) is not None
            central.step(called["id"], "finish")
    with running_central(tmp_path, before=central) as central:
        ticket = central.issue()["id"]
        with central.machine() as client:
            until(lambda: client.get(f"/api/v1/tickets/{ticket}").json()["estimated_wait_s"])
