"""What happened in a hall on a day, newest first: tickets issued and called, windows, and what the audit has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central.audit import actors
from central.audit.models import AuditEntry
from central.errors import TicketUnknown, WindowUnknown
from central.halls import repository as halls
from central.halls.models import WindowChange
from central.history import repository
from central.history.repository import Sought
from central.history.schemas import HappenedOut, HistoryOut
from central.queue.models import Call, Ticket
from central.unit import Unit


def of_day(
    unit: Unit, hall_id: str, day: date | None, number: str | None, window: str | None, before: datetime | None, limit: int
) -> HistoryOut:
    """``day``: the hall's own, None is today; ``number``: of one ticket; ``before``: only what was earlier."""
    zone = ZoneInfo(halls.hall(unit.session, hall_id).zone)
    day = day or unit.now.astimezone(zone).date()
    ticket = None if number is None else repository.ticket(unit.session, hall_id, day, number.upper())
    if number is not None and ticket is None:
        raise TicketUnknown("no ticket of that day has this number", "ticket")
    if window is not None and halls.window(unit.session, hall_id, window) is None:
        raise WindowUnknown("the hall has no such window", "window")
    start, end = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    sought = Sought(
        hall=hall_id,
        start=start,
        end=end if before is None else max(start, min(end, before)),
        limit=limit,
        ticket=None if ticket is None else ticket.id,
        window=window,
    )
    shown, more = _page(unit, sought, ticket)
    names = actors.names(unit.session, hall_id)
    for each in shown:
        each.actor_name = names.get(each.actor or "")
    return HistoryOut(happened=shown, before=shown[-1].at if more else None)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _page(unit: Unit, sought: Sought, ticket: Ticket | None) -> tuple[list[HappenedOut], bool]:
    """The newest, and whether there is more. What happened at one moment stays on one page, even where that makes it longer: so
    the next one can go on from a moment."""
    found = sorted(_all(unit, sought, ticket), key=lambda each: each.at, reverse=True)
    if len(found) < sought.limit:
        return found, False
    whole = [each for each in found if each.at > found[sought.limit - 1].at]
    return (whole, True) if whole else _page(unit, replace(sought, limit=2 * sought.limit), ticket)


def _all(unit: Unit, sought: Sought, ticket: Ticket | None) -> Iterator[HappenedOut]:
    session = unit.session
    yield from (_told(entry) for entry in repository.audit(session, sought))
    if ticket is None or sought.window is not None:
        yield from (_turned(change) for change in repository.window_changes(session, sought))
    for call, number in repository.closed(session, sought):
        if call.closed_at is not None:
            yield _call(call, number, "closed", call.closed_at)
    for call, number in repository.called(session, sought):
        yield _call(call, number, "called", call.called_at)
    if ticket is not None and sought.start <= ticket.issued_at < sought.end:
        yield _issued(ticket, actors.of_id(session, sought.hall, ticket.issued_by))


def _issued(ticket: Ticket, actor: str) -> HappenedOut:
    how = "appointment" if ticket.appointment_id else "issued"
    return HappenedOut(at=ticket.issued_at, what="issued", number=ticket.number, ticket=ticket.id, how=how, actor=actor)


def _call(call: Call, number: str, what: str, at: datetime) -> HappenedOut:
    happened = HappenedOut(at=at, what="called", number=number, ticket=call.ticket_id, window=call.window_id, how=call.reason)
    happened.actor = f"staff:{call.staff_id}"
    if what == "closed":
        happened.what, happened.how, happened.recalls = "closed", call.outcome or "finished", call.recalls
    return happened


def _turned(change: WindowChange) -> HappenedOut:
    actor = f"staff:{change.staff_id}" if change.staff_id else "service"
    turned = HappenedOut(at=change.at, what="window", window=change.window_id, how=change.what, actor=actor)
    turned.cause, turned.waiting = change.cause, change.waiting
    return turned


def _told(entry: AuditEntry) -> HappenedOut:
    fields = entry.fields or []
    return HappenedOut(at=entry.at, what="audit", how=entry.action, subject=entry.subject, fields=fields, actor=entry.actor)
