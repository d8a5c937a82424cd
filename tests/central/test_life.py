"""Random days in a hall: whatever the staff do, nobody is lost, nobody is called twice, and the figures are right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from central.errors import KeyReused, QuotaSpent, Refusal, TicketOpen, TooLate, WindowClosed, WrongState
from central.queue import calls, listing, order, steps, tickets, undoing, windows
from central.queue.schemas import TicketIn, TicketOut, TransferIn
from central.queue.states import LIFE, OPEN, State, Step
from central.ratings import service as ratings
from central.ratings.schemas import RatingIn
from central.unit import Unit
from tests.central.queue_model import QUOTA, Model

LINES, WINDOWS = ["general", "social"], ["w1", "w2"]
AT_A_WINDOW: dict[Step, Callable[[Unit, str], TicketOut]] = {
    Step.RECALL: steps.recall,
    Step.FINISH: steps.finish,
    Step.MISS: steps.no_show,
    Step.PARK: lambda unit, ticket: steps.park(unit, ticket, None),
}


class Hall(Model):
    """What the people of a hall do."""

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
