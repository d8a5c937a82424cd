"""A hall with its queue, and a model of what must be so after whatever was done in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import text

from central import seed
from central.callers import Caller
from central.config import Settings
from central.context import Context, open_context
from central.queue.states import State
from central.ratings import chain
from central.staff import repository as staff
from central.unit import Unit, unit_for
from tests.kit.central import HALL
from tests.kit.clock import HandClock

T = TypeVar("T")
QUOTA = 25
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


class Model(RuleBasedStateMachine):
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

    def went(self, ticket: str, to: State) -> None:
        if self.state[ticket] is not to:
            self.past.setdefault(ticket, []).append(self.state[ticket])
        self.state[ticket], self.last = to, ticket

    def window_of(self, ticket: str) -> str:
        """That called it last."""
        query = text("SELECT window_id FROM calls WHERE ticket_id = :ticket ORDER BY id DESC LIMIT 1")
        return str(self.context.database.read(lambda session: session.execute(query, {"ticket": ticket}).scalar_one()))

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
