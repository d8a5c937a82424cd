"""Random days in a hall, against a model of what a queue is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text

from central import seed
from central.callers import Caller
from central.config import Settings
from central.context import Context, open_context
from central.errors import KeyReused, Refusal, WrongState
from central.queue import calls, order, repository, tickets
from central.queue.schemas import TicketIn, TicketOut
from central.queue.states import LIFE, State
from central.ratings import chain
from central.ratings import service as ratings
from central.ratings.schemas import RatingIn
from central.staff import repository as staff
from central.unit import Unit, unit_for
from tests.kit.central import HALL
from tests.kit.clock import HandClock

T = TypeVar("T")
LINES = {"w1": ["general"], "w2": ["general", "social"]}


class Hall(RuleBasedStateMachine):
    """The model: tickets in order of issue with their state, and what each window serves."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = HandClock()
        self.context: Context = open_context(
            Settings(f"sqlite:///{self.folder / 'central.sqlite'}", self.folder / "state", clock=self.clock.utc)
        )
        seed.load(self.context, HALL)
        self.tickets: list[dict[str, Any]] = []
        self.requests: dict[str, tuple[str, str]] = {}  # key: body's line, ticket
        self.rated: dict[str, int] = {}

    def teardown(self) -> None:
        self.context.close()
        shutil.rmtree(self.folder)

    def act(self, work: Callable[[Unit], T], role: str = "manager") -> T:
        def run(session: Any) -> T:
            unit = unit_for(self.context, session)
            person = staff.by_user(session, "manager")
            machine = session.execute(text("SELECT id FROM terminals WHERE name = 'T1'")).scalar_one()
            assert person is not None
            unit.known_caller = Caller(machine if role == "terminal" else person.id, "heelun", role, "someone")
            return work(unit)

        return self.context.database.write(run)

    @initialize()
    def begin(self) -> None:
        self.day = 0

    @rule(line=st.sampled_from(["general", "social"]), priority=st.booleans(), key=st.integers(0, 30))
    def ask_for_a_ticket(self, line: str, priority: bool, key: int) -> None:
        body = {"line": line, "priority": {"class": "soldier", "evidence": "own_word"} if priority else None}
        name, content = f"request-{key}", f"{line} {priority}"
        try:
            ticket, new = self.act(lambda unit: tickets.issue(unit, "heelun", name, TicketIn.model_validate(body)), "terminal")
        except KeyReused:
            assert self.requests[name][0] != content
            return
        assert new == (name not in self.requests)
        if not new:
            assert self.requests[name] == (content, ticket.id)
            return
        before = [each for each in self.tickets if each["line"] == line and each["day"] == self.day]
        assert ticket.number == f"{'A' if line == 'general' else 'B'}{len(before) + 1:03}"
        self.requests[name] = (content, ticket.id)
        rank = order.rank("soldier" if priority else None)
        self.tickets.append({"id": ticket.id, "line": line, "rank": rank, "state": "waiting", "window": None, "day": self.day})

    def waiting(self, lines: list[str]) -> list[dict[str, Any]]:
        there = [(order.turn(each["rank"], place), each) for place, each in enumerate(self.tickets)]
        here = [(turn, each) for turn, each in there if each["line"] in lines and each["day"] == self.day]
        return [each for _, each in sorted(here, key=lambda pair: pair[0]) if each["state"] == "waiting"]

    def serving(self, window: str) -> dict[str, Any] | None:
        return next((each for each in self.tickets if each["window"] == window and each["state"] == "called"), None)

    @rule(window=st.sampled_from(["w1", "w2"]))
    def call(self, window: str) -> None:
        self.end_day()
        try:
            called = self.act(lambda unit: calls.next_ticket(unit, "heelun", window))
        except WrongState:
            assert self.serving(window) is not None
            return
        assert self.serving(window) is None
        expected = self.waiting(LINES[window])
        assert (called and called.id) == (expected[0]["id"] if expected else None)
        if expected:
            expected[0].update(state="called", window=window)

    def end_day(self) -> None:
        for each in self.tickets:
            if each["day"] < self.day and each["state"] in ("waiting", "called"):
                each["state"] = {"waiting": "cancelled", "called": "finished"}[each["state"]]

    @rule(window=st.sampled_from(["w1", "w2"]), step=st.sampled_from(["finish", "no_show", "recall"]))
    def go_on(self, window: str, step: str) -> None:
        serving = self.serving(window)
        if serving is not None:
            serving["state"] = {"finish": "finished", "no_show": "no_show", "recall": "called"}[step]
            assert self.step(serving, step).state == serving["state"]

    @precondition(lambda self: self.tickets)
    @rule(data=st.data(), step=st.sampled_from(["finish", "no_show", "recall"]))
    def go_on_with_what_is_not_called(self, data: st.DataObject, step: str) -> None:
        ticket = data.draw(st.sampled_from(self.tickets))
        if ticket["state"] != "called":
            with pytest.raises(WrongState):
                self.step(ticket, step)

    def step(self, ticket: dict[str, Any], step: str) -> TicketOut:
        steps = {"finish": calls.finish, "no_show": calls.no_show, "recall": calls.recall}
        return self.act(lambda unit: steps[step](unit, ticket["id"]))

    @precondition(lambda self: self.tickets)
    @rule(data=st.data(), level=st.one_of(st.none(), st.integers(1, 5)))
    def rate(self, data: st.DataObject, level: int | None) -> None:
        ticket = data.draw(st.sampled_from(self.tickets))
        try:
            answer = self.act(lambda unit: ratings.rate(unit, ticket["id"], RatingIn(level=level, channel="touch")), "terminal")
        except Refusal:
            assert ticket["state"] != "finished" or self.rated.get(ticket["id"], level) != level
            return
        assert ticket["state"] == "finished"
        if level is not None:
            assert self.rated.setdefault(ticket["id"], level) == level
        assert answer.rated == (ticket["id"] in self.rated)

    @rule()
    def the_next_day_comes(self) -> None:
        self.clock.move(24 * 3600)
        self.day += 1
        if self.clock.utc().isoweekday() > 5:
            self.clock.move(2 * 24 * 3600)

    @invariant()
    def the_service_agrees_with_the_model(self) -> None:
        def look(session: Any) -> None:
            day = self.clock.utc().date()
            for lines in LINES.values():
                queue = [ticket.id for ticket in repository.waiting(session, "heelun", lines, day)]
                assert queue == [each["id"] for each in self.waiting(lines)]
            for place, each in enumerate(self.waiting(["general"])):
                row = repository.by_id(session, each["id"])
                assert row is not None and repository.ahead_of(session, row) == place
            assert chain.verify(session, self.context.vault).count == len(self.rated)
            assert chain.verify(session, self.context.vault).intact

        self.context.database.read(look)


Hall.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a day on a real database takes minutes
)
TestHall = Hall.TestCase


def test_nothing_leaves_an_end() -> None:
    ends = {State.FINISHED, State.NO_SHOW, State.CANCELLED}
    assert not [pair for pair in LIFE if pair[0] in ends]
    assert {state for state in State} == ends | {pair[0] for pair in LIFE}
