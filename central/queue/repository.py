"""SQL of the queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from central.queue import order
from central.queue.models import Call, Print, Ticket
from central.queue.states import LIFE, State, Step

# Plain SQL: SQLAlchemy compiles an upsert anew each time, 0.3 ms on the hottest path (spec/performance.md).
_RAISE_COUNTER = text(
    "INSERT INTO counters (hall_id, line_id, day, last) VALUES (:hall, :line, :day, 1)"
    " ON CONFLICT (hall_id, line_id, day) DO UPDATE SET last = last + 1 RETURNING last"
)


def raise_counter(session: Session, hall: str, line: str, day: date) -> int:
    """The next serial number of a line on a day, from 1, without gaps: it goes back with the transaction."""
    return int(session.execute(_RAISE_COUNTER, {"hall": hall, "line": line, "day": day.isoformat()}).scalar_one())


def by_id(session: Session, ticket_id: str) -> Ticket | None:
    return session.scalar(select(Ticket).where(Ticket.id == ticket_id))


def by_request_key(session: Session, hall: str, key: str) -> Ticket | None:
    return session.scalar(select(Ticket).where(Ticket.hall_id == hall, Ticket.request_key == key))


def by_public_key(session: Session, key: str) -> Ticket | None:
    return session.scalar(select(Ticket).where(Ticket.public_key == key))


def waiting_by_line(session: Session, hall: str, day: date) -> dict[str, int]:
    query = (
        select(Ticket.line_id, func.count())
        .where(Ticket.hall_id == hall, Ticket.day == day, Ticket.state == State.WAITING.value)
        .group_by(Ticket.line_id)
    )
    return {line: count for line, count in session.execute(query)}


def ahead_of(session: Session, ticket: Ticket) -> int:
    """How many of its line are called before it; 0 when it doesn't wait any more."""
    if ticket.state != State.WAITING:
        return 0
    query = select(func.count()).where(
        Ticket.hall_id == ticket.hall_id,
        Ticket.line_id == ticket.line_id,
        Ticket.day == ticket.day,
        Ticket.state == text(f"'{State.WAITING.value}'"),  # literal: only so does SQLite use the partial index
        order.before(ticket.rank, ticket.seq),
    )
    return session.execute(query).scalar_one()


def waiting(session: Session, hall: str, lines: Sequence[str], day: date) -> list[Ticket]:
    """Everybody who waits for one of ``lines``, in the order in which they are called."""
    query = _waiting(hall, lines, day)
    return list(session.scalars(query))


def call_first(session: Session, hall: str, lines: Sequence[str], day: date, window: str) -> Ticket | None:
    """One atomic step: the first who waits becomes called, by this window. None when nobody waits."""
    first = _waiting(hall, lines, day).with_only_columns(Ticket.seq).limit(1).scalar_subquery()
    step = (
        update(Ticket)
        .where(Ticket.seq == first, Ticket.state == State.WAITING.value)
        .values(state=LIFE[State.WAITING, Step.CALL].value, window_id=window)
        .returning(Ticket)
    )
    return session.scalars(step, execution_options={"populate_existing": True, "synchronize_session": False}).first()


def _waiting(hall: str, lines: Sequence[str], day: date):  # type: ignore[no-untyped-def]
    return (
        select(Ticket)
        .where(
            Ticket.hall_id == hall,
            Ticket.line_id.in_(lines),
            Ticket.day == day,
            Ticket.state == text(f"'{State.WAITING.value}'"),
        )
        .order_by(*order.TURN)
    )


def called_at(session: Session, hall: str, window: str) -> Ticket | None:
    """The ticket that a window is serving."""
    return session.scalar(
        select(Ticket).where(Ticket.hall_id == hall, Ticket.window_id == window, Ticket.state == State.CALLED.value)
    )


def open_call(session: Session, ticket: Ticket) -> Call:
    return session.scalars(select(Call).where(Call.ticket_id == ticket.id, Call.closed_at.is_(None))).one()


def recent_services(session: Session, hall: str, line: str, limit: int) -> list[tuple[datetime, datetime]]:
    """When the latest finished calls of a line began and ended."""
    query = (
        select(Call.called_at, Call.closed_at)
        .where(Call.hall_id == hall, Call.line_id == line, Call.outcome == text(f"'{State.FINISHED.value}'"))
        .order_by(Call.closed_at.desc())
        .limit(limit)
    )
    return [(called, closed) for called, closed in session.execute(query) if closed is not None]


def last_print(session: Session, ticket_id: str) -> Print | None:
    return session.scalars(select(Print).where(Print.ticket_id == ticket_id).order_by(Print.id.desc()).limit(1)).first()


def prints(session: Session, ticket_id: str) -> list[Print]:
    return list(session.scalars(select(Print).where(Print.ticket_id == ticket_id).order_by(Print.id)))


def left_over(session: Session, hall: str, today: date) -> list[Ticket]:
    """Tickets of earlier days that are still waiting or called."""
    alive = (State.WAITING.value, State.CALLED.value)
    return list(session.scalars(select(Ticket).where(Ticket.hall_id == hall, Ticket.day < today, Ticket.state.in_(alive))))
