"""Random days in a hall: whatever the staff do, nobody is lost, nobody is called twice, and the figures are right."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import text

from central import seed
from central.callers import Caller
from central.config import Settings
from central.context import Context, open_context
from central.errors import KeyReused, QuotaSpent, Refusal, TicketOpen, TooLate, WindowClosed, WrongState
from central.queue import calls, listing, order, steps, tickets, undoing, windows
from central.queue.schemas import TicketIn, TicketOut, TransferIn
from central.queue.states import LIFE, OPEN, State, Step
from central.ratings import chain
from central.ratings import service as ratings
from central.ratings.schemas import RatingIn
from central.staff import repository as staff
from central.unit import Unit, unit_for
from tests.kit.central import HALL
from tests.kit.clock import HandClock

T = TypeVar("T")
QUOTA = 25
LINES, WINDOWS = ["general", "social"], ["w1", "w2"]
AT_A_WINDOW: dict[Step, Callable[[Unit, str], TicketOut]] = {
    Step.RECALL: steps.recall,
    Step.FINISH: steps.finish,
    Step.MISS: steps.no_show,
    Step.PARK: lambda unit, ticket: steps.park(unit, ticket, None),
}
FIGURES = """SELECT d.line_id, waiting_priority, waiting_normal, last,
  (SELECT count(*) FROM tickets t WHERE t.line_id = d.line_id AND t.day = d.day AND state = 'waiting' AND rank = 0),
  (SELECT count(*) FROM tickets t WHERE t.line_id = d.line_id AND t.day = d.day AND state = 'waiting' AND rank = 1),
  (SELECT count(*) FROM tickets t WHERE t.issued_line_id = d.line_id AND t.day = d.day),
  (SELECT coalesce(max(serial), 0) FROM tickets t WHERE t.issued_line_id = d.line_id AND t.day = d.day)
FROM line_days d"""
CALLED = "SELECT id, window_id FROM tickets WHERE state = 'called' ORDER BY id"
OPEN_CALLS = "SELECT ticket_id, window_id FROM calls WHERE closed_at IS NULL ORDER BY ticket_id"
STRANDED = """SELECT t.id FROM tickets t JOIN windows w ON w.hall_id = t.hall_id AND w.id = t.for_window
  WHERE t.state = 'waiting' AND NOT w.open AND t.day = (SELECT max(day) FROM tickets)"""
TWICE = """SELECT person_mark FROM tickets WHERE state IN ('waiting', 'called', 'parked') AND person_mark IS NOT NULL
  GROUP BY day, line_id, person_mark HAVING count(*) > 1"""


class Hall(RuleBasedStateMachine):
    """The model: every ticket with the state it must be in."""

    def __init__(self, fresh: Callable[[], str] | None) -> None:
        """``fresh`` gives the URL of an empty database; None: a file."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = HandClock()
        url = f"sqlite:///{self.folder / 'central.sqlite'}" if fresh is None else fresh()
        self.context: Context = open_context(Settings(url, self.folder / "state", clock=self.clock.utc))
        seed.load(self.context, HALL)
        self.ids: dict[str, str] = {}
        self.context.database.write(self._set_up)
        self.state: dict[str, State] = {}
        self.requests: dict[str, tuple[str, str]] = {}  # key: body, ticket
        self.rated: dict[str, int] = {}
        self.past: dict[str, list[State]] = {}  # ticket: the states that can be gone back to
        self.last: str | None = None  # whose step was the last
        self.shut: str | None = None  # the window that is closed or paused
        self.paused = False

    def _set_up(self, session: Any) -> None:
        session.execute(text(f"UPDATE lines SET daily_quota = {QUOTA}"))
        person = staff.by_user(session, "manager")
        assert person is not None
        terminal = session.execute(text("SELECT id FROM terminals WHERE name = 'T1'")).scalar_one()
        self.ids = {"manager": person.id, "terminal": terminal}

    def teardown(self) -> None:
        self.context.close()
        shutil.rmtree(self.folder)

    def act(self, work: Callable[[Unit], T], role: str = "manager") -> T:
        def run(session: Any) -> T:
            unit = unit_for(self.context, session)
            unit.known_caller = Caller(self.ids[role], "heelun", role, "someone")
            return work(unit)

        return self.context.database.write(run)

    def ticket(self, data: st.DataObject, *states: State) -> str | None:
        there = [each for each, state in self.state.items() if state in states]
        return data.draw(st.sampled_from(there)) if there else None

    @rule(line=st.sampled_from(LINES), priority=st.booleans(), card=st.integers(0, 2), key=st.integers(0, 99))
    def ask_for_a_ticket(self, line: str, priority: bool, card: int, key: int) -> None:
        body: dict[str, Any] = {"line": line, "priority": {"class": "soldier", "evidence": "own_word"} if priority else None}
        if card:
            body["holder"] = {"kind": "resident", "name": "欧阳翠花", "id_number": f"15260219900304002{card}"}
        name, content = f"request-{key}", f"{line} {priority} {card}"
        try:
            ticket, new = self.act(lambda unit: tickets.issue(unit, "heelun", name, TicketIn.model_validate(body)), "terminal")
        except KeyReused:
            assert self.requests[name][0] != content
        except TicketOpen as has:
            assert card and has.ticket is not None and self.state[has.ticket["id"]] in OPEN
        except QuotaSpent:
            assert len(self.state) >= QUOTA
        except WindowClosed:
            assert name not in self.requests
        else:
            assert new == (name not in self.requests)
            self.requests.setdefault(name, (content, ticket.id))
            assert self.requests[name] == (content, ticket.id)
            self.state.setdefault(ticket.id, State.WAITING)

    @rule(window=st.sampled_from(WINDOWS))
    def call(self, window: str) -> None:
        self.clock.move(1)
        shown = self.act(lambda unit: listing.queue_of(unit, "heelun", window)).next
        try:
            called = self.act(lambda unit: calls.next_ticket(unit, "heelun", window))
        except Refusal as refusal:
            assert refusal.code in ("wrong_state", "window_closed", "window_paused")
            return
        assert (called and (called.id, called.reason)) == (shown and (shown[0].id, shown[0].reason) or None)
        if called is not None:
            self.went(called.id, State.CALLED)

    @rule(data=st.data(), step=st.sampled_from(sorted(AT_A_WINDOW)))
    def go_on(self, data: st.DataObject, step: Step) -> None:
        if State.CALLED not in self.state.values():
            self.call(WINDOWS[0])
        ticket = self.ticket(data, State.CALLED)
        if ticket is not None:
            self.go_on_with(ticket, step)

    def go_on_with(self, ticket: str, step: Step) -> None:
        self.clock.move(1)
        assert self.act(lambda unit: AT_A_WINDOW[step](unit, ticket)).state == LIFE[State.CALLED, step]
        self.went(ticket, LIFE[State.CALLED, step])

    @rule(data=st.data(), step=st.sampled_from(sorted(AT_A_WINDOW)))
    def what_is_not_called_is_left_alone(self, data: st.DataObject, step: Step) -> None:
        ticket = self.ticket(data, *(state for state in State if state is not State.CALLED))
        if ticket is not None:
            try:
                self.act(lambda unit: AT_A_WINDOW[step](unit, ticket))
            except WrongState:
                return
            raise AssertionError("it was not refused")

    @rule(data=st.data(), to=st.sampled_from([{"line": each} for each in LINES] + [{"window": each} for each in WINDOWS]))
    def transfer(self, data: st.DataObject, to: dict[str, str]) -> None:
        if State.CALLED not in self.state.values():
            self.call(WINDOWS[1])
        ticket = self.ticket(data, State.CALLED)
        self.try_step(ticket, State.WAITING, lambda unit, it: steps.transfer(unit, it, TransferIn(**to)))

    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        self.try_step(self.ticket(data, State.NO_SHOW), State.WAITING, steps.reenter)

    @rule(data=st.data(), by=st.sampled_from(["resident", "staff"]))
    def give_back(self, data: st.DataObject, by: str) -> None:
        ticket = self.ticket(data, State.WAITING, State.PARKED)
        self.try_step(ticket, State.CANCELLED, lambda unit, it: steps.cancel(unit, it, by))

    @rule(data=st.data(), window=st.sampled_from(WINDOWS))
    def call_by_hand(self, data: st.DataObject, window: str) -> None:
        ticket = self.ticket(data, State.WAITING, State.PARKED, State.NO_SHOW)
        self.try_step(ticket, State.CALLED, lambda unit, it: calls.call_by_hand(unit, "heelun", window, it))

    def try_step(self, ticket: str | None, to: State, step: Callable[[Unit, str], TicketOut]) -> None:
        """A step that the table allows; a window or a second ticket of the person may still speak against it."""
        if ticket is not None:
            self.clock.move(1)
            try:
                self.act(lambda unit: step(unit, ticket))
            except Refusal as refusal:
                assert refusal.code in ("wrong_state", "ticket_open", "window_closed", "window_paused")
            else:
                self.went(ticket, to)

    def went(self, ticket: str, to: State) -> None:
        if self.state[ticket] is not to:
            self.past.setdefault(ticket, []).append(self.state[ticket])
        self.state[ticket], self.last = to, ticket

    @rule(data=st.data(), step=st.sampled_from([Step.FINISH, Step.MISS, Step.PARK, Step.TRANSFER]), too_late=st.booleans())
    def misclick(self, data: st.DataObject, step: Step, too_late: bool) -> None:
        """A step that is taken back at once; or not any more, because the window has called somebody since."""
        if State.CALLED not in self.state.values():
            self.call(WINDOWS[1])
        ticket = self.ticket(data, State.CALLED)
        if ticket is None:
            return
        if step is Step.TRANSFER:
            self.try_step(ticket, State.WAITING, lambda unit, it: steps.transfer(unit, it, TransferIn(line=LINES[0])))
        else:
            self.go_on_with(ticket, step)
        if self.state[ticket] is State.CALLED:
            return  # the person has another ticket there
        window = self.window_of(ticket)
        if too_late:
            self.call(window)
        if self.last != ticket:
            with pytest.raises(TooLate):
                self.act(lambda unit: undoing.undo(unit, ticket))
        elif self.state[ticket] is not State.CALLED and self.shut != window:
            assert self.act(lambda unit: undoing.undo(unit, ticket)).state == self.past[ticket].pop() == State.CALLED
            self.state[ticket] = State.CALLED

    def window_of(self, ticket: str) -> str:
        """That called it last."""
        query = text("SELECT window_id FROM calls WHERE ticket_id = :ticket ORDER BY id DESC LIMIT 1")
        return str(self.context.database.read(lambda session: session.execute(query, {"ticket": ticket}).scalar_one()))

    @rule(data=st.data())
    def sent_to_a_window_that_closes(self, data: st.DataObject) -> None:
        self.transfer(data, {"window": WINDOWS[0]})
        if self.shut is None:
            self.change_a_window(WINDOWS[0], "close")

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        """Mostly of the last step; of any other it is refused, or harmless."""
        ticket = self.last if self.last and data.draw(st.booleans()) else self.ticket(data, *State)
        if ticket is not None:
            try:
                back = self.act(lambda unit: undoing.undo(unit, ticket))
            except Refusal as refusal:
                assert refusal.code in ("too_late", "ticket_open", "window_closed")
            else:
                self.state[ticket] = self.past[ticket].pop()
                assert back.state == self.state[ticket]

    @rule(window=st.sampled_from(WINDOWS), what=st.sampled_from(["close", "pause"]))
    def change_a_window(self, window: str, what: str) -> None:
        """For a moment; somebody may be called or sent elsewhere before it is as it was."""
        if self.shut:
            window, what = self.shut, "resume" if self.paused else "open"
        how: dict[str, Callable[[Unit], Any]] = {
            "open": lambda unit: windows.open_window(unit, "heelun", window),
            "close": lambda unit: windows.close_window(unit, "heelun", window),
            "pause": lambda unit: windows.pause_window(unit, "heelun", window, "break"),
            "resume": lambda unit: windows.resume_window(unit, "heelun", window),
        }
        try:
            self.act(how[what])
        except WrongState:
            assert what == "close" and State.CALLED in self.state.values()
        else:
            self.shut, self.paused = (window, what == "pause") if what in ("close", "pause") else (None, False)

    @rule(data=st.data(), level=st.one_of(st.none(), st.integers(1, 5)))
    def rate(self, data: st.DataObject, level: int | None) -> None:
        ticket = self.ticket(data, *State)
        if ticket is None:
            return
        try:
            self.act(lambda unit: ratings.rate(unit, ticket, RatingIn(level=level, channel="touch")), "terminal")
        except Refusal:
            assert self.state[ticket] is not State.FINISHED or self.rated.get(ticket, level) != level
            return
        assert self.state[ticket] is State.FINISHED
        if level is not None:
            assert self.rated.setdefault(ticket, level) == level

    @rule(minutes=st.sampled_from([1, 10, 50]))
    def time_passes(self, minutes: int) -> None:
        """Not past the closing time: it is 09:30, and a line that is closed issues nothing."""
        if self.clock.utc().hour < 3:
            self.clock.move(60 * minutes)

    @precondition(lambda self: len(self.state) > 12)
    @rule()
    def the_next_day_comes(self) -> None:
        self.clock.move(24 * 3600 - (self.clock.monotonic() % (24 * 3600)))
        if self.clock.utc().isoweekday() > 5:
            self.clock.move(2 * 24 * 3600)
        self.act(lambda unit: calls.end_earlier_days(unit, "heelun"))
        for ticket, state in self.state.items():
            self.state[ticket] = LIFE.get((state, Step.DAY_END), state)
        self.requests, self.last = {}, None
        self.clock.move(24 * 3600)
        if self.clock.utc().isoweekday() > 5:
            self.clock.move(2 * 24 * 3600)

    @invariant()
    def nothing_is_lost_and_the_figures_are_right(self) -> None:
        def look(session: Any) -> None:
            stored = dict(session.execute(text("SELECT id, state FROM tickets")).all())
            assert stored == {ticket: state.value for ticket, state in self.state.items()}
            for line, priority, normal, last, *really in session.execute(text(FIGURES)):
                assert [priority, normal, last, last] == really, line
                assert last <= QUOTA
            assert session.execute(text(CALLED)).all() == session.execute(text(OPEN_CALLS)).all()
            assert not session.execute(text(STRANDED)).all()
            assert not session.execute(text(TWICE)).all()
            verdict = chain.verify(session, self.context.vault)
            assert (verdict.count, verdict.intact) == (len(self.rated), True)

        self.context.database.read(look)


@pytest.mark.parametrize(("kind", "days"), [("sqlite", 15), ("postgresql", 4)])
def test_random_days(kind: str, days: int, request: pytest.FixtureRequest) -> None:
    fresh = None if kind == "sqlite" else request.getfixturevalue("postgresql").fresh
    run_state_machine_as_test(
        lambda: Hall(fresh),
        settings=settings(
            max_examples=days,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a day on a real database takes minutes
        ),
    )


def test_the_table_of_states_is_whole() -> None:
    assert not [pair for pair in LIFE if pair[0] in (State.FINISHED, State.CANCELLED)], "nothing leaves an end"
    assert {state for state, step in LIFE if step is Step.DAY_END} == OPEN, "nothing is open when its day is over"
    assert {after for after in LIFE.values()} == set(State)
    assert set(order.ASIDE) < set(order.Reason)
