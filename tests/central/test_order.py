"""The order of the queue: who is next, why, and that nobody waits for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st

from central.halls.rules import Rules
from central.queue.order import NORMAL, OWED, PRIORITY, Candidate, Choice, Reason, ahead, choose, in_order, run_after

NOW = datetime(2025, 3, 3, 2, 0, tzinfo=timezone.utc)
RULES = Rules()
LONG = timedelta(minutes=RULES.longest_wait_min)


def waits(minutes: float, rank: int = NORMAL, seq: int = 1, line: str = "a", **more: object) -> Candidate:
    return Candidate(seq, rank, NOW - timedelta(minutes=minutes), line, **more)  # type: ignore[arg-type]


def test_each_step_and_its_reason() -> None:
    """One sentence of docs/queue-order.md after the other."""

    def reason(*there: Candidate, run: int = 0) -> tuple[int, str]:
        choice = choose(there, run, RULES, NOW)
        assert choice is not None
        return choice.candidate.seq, choice.reason.value

    normal, elder = waits(20, seq=1), waits(5, PRIORITY, seq=2)
    booked = waits(0, PRIORITY, seq=3, appointment=True)
    assert reason(normal) == (1, "first_come")
    assert reason(normal, elder) == (2, "priority")
    assert reason(normal, booked) == (3, "appointment")
    assert reason(normal, elder, run=2) == (2, "priority")
    assert reason(normal, elder, run=3) == (1, "after_priority")
    assert reason(elder, run=7) == (2, "priority")
    forgotten = waits(45, seq=4)
    assert reason(forgotten, elder) == (4, "waited_long")
    assert reason(forgotten, elder, run=OWED) == (2, "priority")
    assert reason(forgotten, run=OWED) == (4, "waited_long")
    assert reason(forgotten, elder, waits(0, seq=5, line="z", here=True)) == (5, "for_this_window")
    early = waits(-10, PRIORITY, seq=6, appointment=True)
    assert reason(early, normal) == (1, "first_come")
    assert reason(early) == (6, "early")
    assert reason(waits(3, seq=7, fallback=True)) == (7, "fallback")
    assert choose([], 0, RULES, NOW) is None


def test_the_example_that_the_manager_reads() -> None:
    """docs/queue-order.md, ten o'clock at window 1."""
    there = [(9, 46, NORMAL), (12, 30, NORMAL), (13, 20, NORMAL), (18, 4, NORMAL)]
    there += [(14, 15, PRIORITY), (15, 10, PRIORITY), (16, 8, PRIORITY), (17, 5, PRIORITY)]
    queue = [waits(minutes, rank, seq, appointment=seq == 17) for seq, minutes, rank in there]
    calls = [(choice.candidate.seq, choice.reason.value) for choice in in_order(queue, 0, RULES, NOW, 99)]
    assert calls == [
        (9, "waited_long"),
        (14, "priority"),
        (15, "priority"),
        (16, "priority"),
        (12, "after_priority"),
        (17, "appointment"),
        (13, "first_come"),
        (18, "first_come"),
    ]


def test_between_lines_weight_times_wait_decides() -> None:
    quick, slow = waits(10, line="a", seq=1, weight=3), waits(20, line="b", seq=2, weight=1)
    assert [each.candidate.line for each in in_order([slow, quick], 0, RULES, NOW, 9)] == ["a", "b"]
    assert [each.candidate.line for each in in_order([slow, quick._replace(weight=1)], 0, RULES, NOW, 9)] == ["b", "a"]
    tie = [waits(10, line="b", seq=2, weight=2), waits(20, line="a", seq=1), waits(20, line="c", seq=0)]
    assert [each.candidate.seq for each in in_order(tie, 0, RULES, NOW, 9)] == [0, 1, 2]


turns = st.builds(
    lambda seq, rank, minutes, line: waits(minutes, rank, seq, "abc"[line], weight=line + 1, fallback=line == 2),
    st.integers(0, 10**6),
    st.sampled_from([PRIORITY, NORMAL]),
    st.floats(-30, 90, allow_nan=False),
    st.integers(0, 2),
)
queues = st.lists(turns, max_size=25, unique_by=lambda each: each.seq)
rules_of = st.builds(Rules, priority_per_normal=st.integers(1, 5), longest_wait_min=st.integers(5, 60))
runs = st.integers(OWED, 6)


@given(queues, runs, rules_of, st.randoms(use_true_random=False))
def test_the_same_whatever_order_they_are_told_in(queue: list[Candidate], run: int, rules: Rules, chance: object) -> None:
    expected = in_order(queue, run, rules, NOW, 99)
    chance.shuffle(queue)  # type: ignore[attr-defined]
    assert in_order(queue, run, rules, NOW, 99) == expected
    assert sorted(each.candidate for each in expected) == sorted(queue)


@given(queues, runs, rules_of)
def test_nobody_goes_before_somebody_of_the_same_row(queue: list[Candidate], run: int, rules: Rules) -> None:
    seen: dict[tuple[str, int], tuple[datetime, int]] = {}
    for each, _ in in_order(queue, run, rules, NOW, 99):
        turn = each.since, each.seq
        assert seen.get((each.line, each.rank), turn) <= turn
        seen[each.line, each.rank] = turn


@given(queues, rules_of)
def test_at_most_so_many_priority_tickets_in_a_row_while_a_normal_one_waits(queue: list[Candidate], rules: Rules) -> None:
    due = [each for each in queue if NOW - timedelta(minutes=rules.longest_wait_min) < each.since <= NOW]
    row, waiting = 0, sum(each.rank == NORMAL for each in due)
    for choice in in_order(due, 0, rules, NOW, 99):
        waiting -= choice.candidate.rank == NORMAL
        row = row + 1 if choice.candidate.rank == PRIORITY else 0
        assert row <= rules.priority_per_normal or not waiting


@given(queues, runs, rules_of)
def test_a_crowded_hall_keeps_its_green_channel(queue: list[Candidate], run: int, rules: Rules) -> None:
    """However long everybody has waited: not two normal tickets in a row for that reason while a priority ticket is due."""
    last: Choice | None = None
    left = [each for each in queue if each.since <= NOW]
    for choice in in_order(left, run, rules, NOW, 99):
        if last is not None and last.reason is choice.reason is Reason.WAITED_LONG and last.candidate.rank == NORMAL:
            assert choice.candidate.rank == PRIORITY or all(each.rank == NORMAL for each in left)
        left.remove(choice.candidate)
        last = choice


@dataclass
class Desk:
    """One window, its clock and everybody who waits."""

    rules: Rules
    now: datetime = NOW
    waiting: list[Candidate] = field(default_factory=list)
    run: int = 0

    def calls(self) -> Iterator[Choice]:
        choice = choose(self.waiting, self.run, self.rules, self.now)
        if choice is not None:
            self.waiting.remove(choice.candidate)
            self.run = run_after(self.run, choice.candidate.rank, choice.reason)
            yield choice


steps = st.one_of(
    st.just("call"),
    st.tuples(st.just("comes"), st.sampled_from([PRIORITY, NORMAL]), st.sampled_from("abc")),
    st.tuples(st.just("passes"), st.integers(1, 40)),
)


@given(st.lists(steps, max_size=80), rules_of)
@example([("comes", NORMAL, "a"), ("passes", 40), *([("comes", PRIORITY, "c"), "call"] * 20)], Rules(longest_wait_min=40))
def test_nobody_starves(day: list[object], rules: Rules) -> None:
    """Whoever has waited long, with k others whose turn is earlier, is called at the latest with call number 2 * (k + 1)."""
    desk, came, due_by = Desk(rules), 0, dict[int, int]()
    made = 0
    for step in day:
        if step == "call":
            for choice in desk.calls():
                made += 1
                assert made <= due_by.pop(choice.candidate.seq, made)
        elif step[0] == "comes":  # type: ignore[index]
            came += 1
            _, rank, line = step  # type: ignore[misc]
            desk.waiting.append(Candidate(came, rank, desk.now, line, weight="abc".index(line) + 1))
        else:
            desk.now += timedelta(minutes=step[1])  # type: ignore[index]
        for each in desk.waiting:
            if desk.now - each.since >= timedelta(minutes=rules.longest_wait_min):
                before = sum((other.since, other.seq) < (each.since, each.seq) for other in desk.waiting)
                due_by.setdefault(each.seq, made + 2 * (before + 1))
                assert made < due_by[each.seq]


@given(st.integers(0, 40), st.integers(0, 40), rules_of)
def test_those_ahead_are_those_who_are_really_called_before(priority: int, normal: int, rules: Rules) -> None:
    """The arithmetic behind ``ahead`` against one window that calls everybody."""
    rows = [(PRIORITY, place) for place in range(priority)] + [(NORMAL, place) for place in range(normal)]
    queue = [Candidate(seq, rank, NOW - timedelta(seconds=99 - seq), "a") for seq, (rank, _) in enumerate(rows)]
    called = [choice.candidate.seq for choice in in_order(queue, 0, rules, NOW, 99)]
    for seq, (rank, place) in enumerate(rows):
        others = normal if rank == PRIORITY else priority
        assert ahead(rank, place, others, rules) == called.index(seq)
