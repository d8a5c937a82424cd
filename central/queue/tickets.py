"""Issuing a ticket, exactly once, and saying how it stands."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from central.errors import Forbidden, QuotaSpent, TicketOpen, TicketUnknown, WrongState
from central.halls.plan import Band, HallPlan, LinePlan, plan_of, zone_of
from central.ids import new_id
from central.queue import conditions, estimate, holders, keys, moves, order, repository, statements
from central.queue.models import Print
from central.queue.order import NORMAL, PRIORITY
from central.queue.rows import TicketRow
from central.queue.schemas import Holder, PrintIn, PriorityIn, TicketIn, TicketOut
from central.queue.states import State
from central.ratings import repository as ratings
from central.repeats import check_same
from central.unit import Unit


class Wanted(NamedTuple):
    """A ticket that nothing speaks against so far."""

    line: LinePlan
    day: date
    rank: int
    since: datetime
    lang: str
    key: str
    mark: str
    holder: Holder | None
    priority: PriorityIn | None = None
    appointment: str | None = None
    quota: int | None = None
    band: Band | None = None


def foresee_issue(unit: Unit, hall: str, key: str | None, **_: object) -> None:
    plan = unit.context.plans.of(hall)
    if plan is not None and key is not None:
        statements.foresee_request(unit, hall, plan.local(unit.now).date(), key)


def issue(unit: Unit, hall_id: str, key: str, body: TicketIn) -> tuple[TicketOut, bool]:
    """The ticket of this request, and whether it was made now (True) or by an earlier sending of the same request."""
    plan = plan_of(unit, hall_id)
    local = plan.local(unit.now)
    day = local.date()
    # Without defaults: a body that was sent before a field was added to it is still the same body.
    mark = unit.vault.mark("ticket request", body.model_dump_json(exclude_defaults=True))
    earlier = _of_request(unit, plan, day, key, mark)
    if earlier is not None:
        return earlier, False
    line = conditions.line_of(plan, body.line)
    conditions.must_be_served(plan, line, local)
    conditions.must_earn_priority(plan, body, day)
    band = conditions.band_with_room(unit, plan, line, local) if line.bands else None
    rank = NORMAL if body.priority is None else PRIORITY
    wanted = Wanted(line, day, rank, unit.now, body.lang, key, mark, body.holder, body.priority, None, line.daily_quota, band)
    return _issue(unit, plan, wanted), True


def check_in(
    unit: Unit,
    hall_id: str,
    key: str,
    *,
    line: str,
    since: datetime,
    holder: Holder | None,
    lang: str,
    appointment_id: str,
    on_time: bool,
) -> tuple[TicketOut, bool]:
    """The ticket of an appointment, as ``issue``. ``on_time``: it stands in the priority row and its turn counts from ``since``,
    its slot; else it is a normal ticket. It was promised: hours and quotas don't refuse it."""
    plan = plan_of(unit, hall_id)
    day = plan.local(unit.now).date()
    mark = unit.vault.mark("ticket request", f"appointment {appointment_id}")
    earlier = _of_request(unit, plan, day, key, mark)
    if earlier is not None:
        return earlier, False
    rank, turn = (PRIORITY, since) if on_time else (NORMAL, unit.now)
    wanted = Wanted(conditions.line_of(plan, line), day, rank, turn, lang, key, mark, holder, appointment=appointment_id)
    return _issue(unit, plan, wanted), True


def _of_request(unit: Unit, plan: HallPlan, day: date, key: str, mark: str) -> TicketOut | None:
    earlier = statements.by_request(unit, plan.id, day, key)
    if earlier is None:
        return None
    check_same(earlier.request_mark == mark)
    return _describe(unit, plan, earlier)


def _issue(unit: Unit, plan: HallPlan, wanted: Wanted) -> TicketOut:
    line, rank, day = wanted.line, wanted.rank, wanted.day
    person = conditions.person_mark(unit, plan, wanted.holder)
    must_be_only(unit, plan, line.id, day, person)
    numbered = statements.number(unit, plan.id, line.id, day, rank, wanted.quota)
    if numbered is None:
        raise QuotaSpent("all numbers of today are given", "line")
    row = _stored(unit, plan, wanted, numbered.serial, person)
    if wanted.band is not None:
        statements.count_in_band(unit, plan.id, line.id, day, wanted.band.opens)
    if wanted.holder is not None:
        holders.store(unit, row.id, wanted.holder)
    waiting = numbered.priority + numbered.normal
    unit.announce(plan.id, "ticket.issued", {"line": line.id, "number": row.number, "waiting": waiting})
    mine, others = (numbered.priority, numbered.normal) if rank == PRIORITY else (numbered.normal, numbered.priority)
    return told(unit, plan, row, ahead=order.ahead(rank, mine - 1, others, plan.rules))


def _stored(unit: Unit, plan: HallPlan, wanted: Wanted, serial: int, person: str | None) -> TicketRow:
    row = TicketRow(
        seq=0,  # the database gives it; nobody asks for it here
        id=new_id(unit.now),
        hall_id=plan.id,
        line_id=wanted.line.id,
        number=f"{wanted.line.letter}{serial:03}",
        state=State.WAITING.value,
        rank=wanted.rank,
        priority=None if wanted.priority is None else wanted.priority.id,
        evidence=None if wanted.priority is None else wanted.priority.evidence,
        lang=wanted.lang,
        window_id=None,
        for_window=None,
        appointment_id=wanted.appointment,
        person_mark=person,
        request_mark=wanted.mark,
        print_outcome=None,
        since=wanted.since,
        issued_at=unit.now,
        day=wanted.day,
    )
    statements.issue(unit, row, serial, wanted.key)
    return row


def must_be_only(unit: Unit, plan: HallPlan, line: str, day: date, person: str | None) -> None:
    """Refuses when the person has an open ticket of this line, and says which."""
    other = conditions.open_ticket(unit, plan, line, day, person)
    if other is not None:
        has = _describe(unit, plan, other).model_dump(mode="json")
        raise TicketOpen("this person has a ticket of this line already", "line", has)


def must_be_today(unit: Unit, plan: HallPlan, ticket: TicketRow) -> None:
    if ticket.day != plan.local(unit.now).date():
        raise WrongState("the ticket is not of today")


def describe(unit: Unit, ticket: TicketRow) -> TicketOut:
    """How the ticket stands now."""
    return _describe(unit, plan_of(unit, ticket.hall_id), ticket)


def _describe(unit: Unit, plan: HallPlan, ticket: TicketRow) -> TicketOut:
    if ticket.state == State.WAITING:
        return told(unit, plan, ticket, ahead=_ahead(unit, plan, ticket))
    if ticket.state == State.CALLED:
        call = moves.open_call(unit, ticket.id)
        return told(unit, plan, ticket, reason=None if call is None else call.reason)
    rated = ticket.state == State.FINISHED and ratings.is_rated(unit.session, unit.vault, ticket.id)
    return told(unit, plan, ticket, rated=rated)


def _ahead(unit: Unit, plan: HallPlan, ticket: TicketRow) -> int:
    place = moves.place(unit, ticket)
    if ticket.for_window is not None:
        return place
    priority, normal = moves.counts(unit, ticket.hall_id, ticket.line_id, ticket.day)
    return order.ahead(ticket.rank, place, normal if ticket.rank == PRIORITY else priority, plan.rules)


def told(
    unit: Unit, plan: HallPlan, ticket: TicketRow, *, ahead: int = 0, reason: str | None = None, rated: bool = False
) -> TicketOut:
    """What the world is told of a ticket: nothing of a person. ``ahead`` counts while it waits."""
    wait = None
    if ticket.state == State.WAITING:
        pace = unit.context.paces.of(plan.id, ticket.line_id, unit.now, ticket.rank)
        wait = estimate.wait(ahead, plan.at_work[ticket.line_id], pace)
    window = plan.windows.get(ticket.window_id or ticket.for_window or "")
    area = plan.areas[ticket.line_id] if window is None else window.area
    return TicketOut(
        id=ticket.id,
        number=ticket.number,
        line=ticket.line_id,
        ahead=ahead,
        estimated_wait_s=None if wait is None else wait.expected_s,
        wait_range_s=None if wait is None else (wait.low_s, wait.high_s),
        issued_at=ticket.issued_at,
        windows=plan.labels[ticket.line_id] if ticket.for_window is None or window is None else [window.label],
        window=ticket.window_id,
        priority=ticket.priority,
        state=ticket.state,  # type: ignore[arg-type]
        qr=f"{unit.base_url}/t/{keys.phone_key(unit.vault, ticket.id)}",
        print_outcome=ticket.print_outcome,  # type: ignore[arg-type]
        rated=rated,
        area=zone_of(area),
        area_name=None if area is None else dict(area),
        appointment=is_appointment(ticket),
        reason=reason,
    )


def is_appointment(ticket: TicketRow) -> bool:
    """It came with an appointment, in time: a late one waits like everybody else."""
    return ticket.appointment_id is not None and ticket.rank == PRIORITY


def known(unit: Unit, ticket_id: str) -> TicketRow:
    """A ticket of the caller's hall."""
    ticket = moves.by_id(unit, ticket_id)
    if ticket is None:
        raise TicketUnknown("no such ticket", "ticket")
    must_be_of_caller(unit, ticket)
    return ticket


def must_be_of_caller(unit: Unit, ticket: TicketRow) -> None:
    if ticket.hall_id != unit.caller.hall:
        raise Forbidden("this ticket belongs to another hall")


def by_public_key(unit: Unit, key: str) -> TicketOut:
    """For the page behind a ticket's QR code; names no person. Raises ``TicketUnknown``, also once the day is over."""
    ticket_id = keys.ticket_of(unit.vault, key)
    ticket = None if ticket_id is None else moves.by_id(unit, ticket_id)
    if ticket is None:
        raise TicketUnknown("no such ticket today")
    plan = plan_of(unit, ticket.hall_id)
    if ticket.day != plan.local(unit.now).date():
        raise TicketUnknown("no such ticket today")
    return _describe(unit, plan, ticket)


def printed(unit: Unit, ticket: TicketRow, body: PrintIn) -> TicketRow:
    """Stores what became of the paper. A repeated report of a first print is one print."""
    last = repository.last_print(unit.session, ticket.id)
    said = (body.outcome, body.fault, body.reprint)
    if last is not None and not body.reprint and said == (last.outcome, last.fault, last.reprint):
        return ticket
    unit.session.add(Print(ticket_id=ticket.id, at=unit.now, outcome=body.outcome, fault=body.fault, reprint=body.reprint))
    moves.store_print(unit, ticket.seq, body.outcome)
    return ticket._replace(print_outcome=body.outcome)
