"""SQL of the queue. Statements are built once: building one costs five times as much as running it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, func, literal_column, select, text, update
from sqlalchemy.orm import Session

from central.queue import order
from central.queue.models import Call, Print, Ticket
from central.queue.states import LIFE, State, Step

# Plain SQL: SQLAlchemy compiles an upsert anew each time, 0.3 ms on the hottest path (spec/performance.md).
_RAISE_COUNTER = text(
    "INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal) VALUES (:hall, :line, :day, 1, 0, 0)"
    " ON CONFLICT (hall_id, line_id, day) DO UPDATE SET last = line_days.last + 1 RETURNING last"
)

# Written into the statement: only then does SQLite see that the index over such rows is enough.
_IS_WAITING = Ticket.state == literal_column(f"'{State.WAITING.value}'")
_IS_CALLED = Ticket.state == literal_column(f"'{State.CALLED.value}'")
_IS_FINISHED = Call.outcome == literal_column(f"'{State.FINISHED.value}'")

_BY_ID = select(Ticket).where(Ticket.id == bindparam("ticket"))
_BY_REQUEST_KEY = select(Ticket).where(Ticket.hall_id == bindparam("hall"), Ticket.request_key == bindparam("key"))

_COUNTS = select(Ticket.line_id, func.count()).where(
    Ticket.hall_id == bindparam("hall"), Ticket.day == bindparam("day"), _IS_WAITING
)
_WAITING_BY_LINE = _COUNTS.group_by(Ticket.line_id)
_OF_LINE = select(func.count()).where(
    Ticket.hall_id == bindparam("hall"), Ticket.line_id == bindparam("line"), Ticket.day == bindparam("day"), _IS_WAITING
)
_AHEAD = _OF_LINE.where(order.before(bindparam("rank"), bindparam("seq")))

_IN_TURN = (
    select(Ticket)
    .where(
        Ticket.hall_id == bindparam("hall"),
        Ticket.line_id.in_(bindparam("lines", expanding=True)),
        Ticket.day == bindparam("today"),
        _IS_WAITING,
    )
    .order_by(*order.TURN)
)
_CALL_FIRST = (
    update(Ticket)
    .where(Ticket.seq == _IN_TURN.with_only_columns(Ticket.seq).limit(1).scalar_subquery(), _IS_WAITING)
    .values(state=LIFE[State.WAITING, Step.CALL].value, window_id=bindparam("window"))
    .returning(Ticket)
    .execution_options(populate_existing=True, synchronize_session=False)
)
_CALLED_AT = select(Ticket).where(Ticket.hall_id == bindparam("hall"), Ticket.window_id == bindparam("window"), _IS_CALLED)
_OPEN_CALL = select(Call).where(Call.ticket_id == bindparam("ticket"), Call.closed_at.is_(None))
_RECENT_SERVICES = (
    select(Call.called_at, Call.closed_at)
    .where(Call.hall_id == bindparam("hall"), Call.line_id == bindparam("line"), _IS_FINISHED)
    .order_by(Call.closed_at.desc())
    .limit(bindparam("limit"))
)
_LAST_PRINT = select(Print).where(Print.ticket_id == bindparam("ticket")).order_by(Print.id.desc()).limit(1)
_LEFT_OVER = select(Ticket).where(Ticket.hall_id == bindparam("hall"), Ticket.day < bindparam("today"), _IS_WAITING | _IS_CALLED)


def raise_counter(session: Session, hall: str, line: str, day: date) -> int:
    """The next serial number of a line on a day, from 1, without gaps: it goes back with the transaction."""
    return int(session.execute(_RAISE_COUNTER, {"hall": hall, "line": line, "day": day.isoformat()}).scalar_one())


def by_id(session: Session, ticket_id: str) -> Ticket | None:
    return session.scalar(_BY_ID, {"ticket": ticket_id})


def by_request_key(session: Session, hall: str, key: str) -> Ticket | None:
    return session.scalar(_BY_REQUEST_KEY, {"hall": hall, "key": key})


def waiting_by_line(session: Session, hall: str, day: date) -> dict[str, int]:
    return {line: count for line, count in session.execute(_WAITING_BY_LINE, {"hall": hall, "day": day})}


def waiting_of_line(session: Session, hall: str, line: str, day: date) -> int:
    return session.execute(_OF_LINE, {"hall": hall, "line": line, "day": day}).scalar_one()


def ahead_of(session: Session, ticket: Ticket) -> int:
    """How many of its line are called before it; 0 when it doesn't wait any more."""
    if ticket.state != State.WAITING:
        return 0
    place = {"hall": ticket.hall_id, "line": ticket.line_id, "day": ticket.day, "rank": ticket.rank, "seq": ticket.seq}
    return session.execute(_AHEAD, place).scalar_one()


def waiting(session: Session, hall: str, lines: Sequence[str], day: date) -> list[Ticket]:
    """Everybody who waits for one of ``lines``, in the order in which they are called."""
    return list(session.scalars(_IN_TURN, {"hall": hall, "lines": lines, "today": day}))


def call_first(session: Session, hall: str, lines: Sequence[str], day: date, window: str) -> Ticket | None:
    """One atomic step: the first who waits becomes called, by this window. None when nobody waits."""
    return session.scalars(_CALL_FIRST, {"hall": hall, "lines": lines, "today": day, "window": window}).first()


def called_at(session: Session, hall: str, window: str) -> Ticket | None:
    """The ticket that a window is serving."""
    return session.scalar(_CALLED_AT, {"hall": hall, "window": window})


def open_call(session: Session, ticket: Ticket) -> Call:
    return session.scalars(_OPEN_CALL, {"ticket": ticket.id}).one()


def recent_services(session: Session, hall: str, line: str, limit: int) -> list[tuple[datetime, datetime]]:
    """When the latest finished calls of a line began and ended."""
    found = session.execute(_RECENT_SERVICES, {"hall": hall, "line": line, "limit": limit})
    return [(called, closed) for called, closed in found if closed is not None]


def last_print(session: Session, ticket_id: str) -> Print | None:
    return session.scalars(_LAST_PRINT, {"ticket": ticket_id}).first()


def left_over(session: Session, hall: str, today: date) -> list[Ticket]:
    """Tickets of earlier days that are still waiting or called."""
    return list(session.scalars(_LEFT_OVER, {"hall": hall, "today": today}))
