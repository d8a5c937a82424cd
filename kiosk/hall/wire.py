"""JSON of the central service -> messages. Pure; what does not have the agreed shape is a :class:`Misread`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kiosk.hall import fields, people_wire
from kiosk.hall.fields import Misread
from kiosk.hall.messages import (
    Appointment,
    BookedAlready,
    Call,
    Hall,
    HallName,
    Helper,
    Item,
    Line,
    PriorityClass,
    Refusal,
    SlotDay,
    Spelled,
    Ticket,
    VisitReceipt,
)

# Error codes of the service that residents have words for; every other 4xx is NOT_UNDERSTOOD.
_CODES = {
    "line_closed": Refusal.LINE_CLOSED,
    "window_closed": Refusal.WINDOW_CLOSED,
    "line_unknown": Refusal.LINE_UNKNOWN,
    "quota_spent": Refusal.QUOTA_SPENT,
    "appointment_unknown": Refusal.BOOKING_UNKNOWN,
    "too_many_codes": Refusal.CODES_TRIED,
    "mandate_unknown": Refusal.MANDATE_UNKNOWN,
    "not_offered": Refusal.NOT_OFFERED,
    "appointment_early": Refusal.BOOKING_EARLY,
    "appointment_other_day": Refusal.BOOKING_OTHER_DAY,
    "appointment_open": Refusal.BOOKED_ALREADY,
    "slot_full": Refusal.SLOT_FULL,
    "slot_unknown": Refusal.SLOT_GONE,
    "wrong_state": Refusal.BOOKING_SPENT,
}


def refusal_of(status: int, code: str) -> Refusal:
    if status >= 500 or (status == 429 and code not in _CODES):
        return Refusal.BUSY
    if status in (401, 403):
        return Refusal.NOT_ENROLLED
    return _CODES.get(code, Refusal.NOT_UNDERSTOOD)


def code_of(data: Any) -> str:
    error = data.get("error") if isinstance(data, Mapping) else None
    code = error.get("code") if isinstance(error, Mapping) else None
    return code if isinstance(code, str) else ""


def hall_of(data: Any) -> Hall:
    return Hall(
        id=fields.text(data, "id"),
        name=fields.name(data, "name"),
        phone=fields.text(data, "phone"),
        zone=fields.text(data, "zone"),
        hours_today=fields.text(data, "hours_today"),
        lines=tuple(_line(one) for one in fields.rows(data, "lines")),
        priorities=tuple(_priority(one) for one in fields.rows(data, "priorities")),
        version=fields.optional(data, "version", fields.count) or 0,
        duty=fields.optional(data, "duty", people_wire.duty),
    )


def items_of(data: Any) -> tuple[Item, ...]:
    """The hall's items, their words not spelled yet."""
    return tuple(_item(one) for one in fields.rows(data, "items"))


def ticket_of(data: Any, lines: Mapping[str, Line]) -> Ticket:
    """``lines``: those of the hall by id. A ticket of a line that came since is shown with the line's id for a name."""
    number, line = fields.text(data, "number"), fields.text(data, "line")
    windows = fields.texts(data, "windows")
    return Ticket(
        id=fields.text(data, "id"),
        number=number,
        line=lines.get(line) or _unheard_of(line, number[:1], windows),
        ahead=fields.count(data, "ahead"),
        estimated_wait_s=fields.optional(data, "estimated_wait_s", fields.count),
        issued_at=fields.moment(data, "issued_at"),
        windows=windows,
        priority=fields.optional(data, "priority", fields.text),
        qr=fields.optional(data, "qr", fields.text) or "",
        wait_range_s=fields.optional(data, "wait_range_s", fields.span),
        called=data.get("state") == "called",
        appointment=data.get("appointment") is True,
        area=_area(data),
    )


def _area(data: Any) -> HallName | None:
    """A service that knows its Chinese name alone tells that."""
    zone = fields.optional(data, "area", fields.text)
    return fields.optional(data, "area_name", fields.name) or (HallName((("zh", zone),)) if zone else None)


def slot_days_of(data: Any) -> tuple[SlotDay, ...]:
    return tuple(_slot_day(one) for one in fields.rows(data, "days"))


def appointment_of(data: Any, lines: Mapping[str, Line]) -> Appointment:
    line = fields.text(data, "line")
    known = lines.get(line) or _unheard_of(line, "", ())
    id, day, at, code = fields.text(data, "id"), fields.day(data, "day"), fields.text(data, "at"), fields.text(data, "code")
    return Appointment(id, known, day, at, code)


def appointments_of(data: Any, lines: Mapping[str, Line]) -> tuple[Appointment, ...]:
    return tuple(appointment_of(one, lines) for one in fields.rows(data, "appointments"))


def booked_already_of(data: Any) -> BookedAlready:
    """Of the refusal that tells it."""
    told = data.get("appointment") if isinstance(data, Mapping) else None
    return BookedAlready(fields.day(told, "day"), fields.text(told, "at"), fields.optional(told, "code", fields.text) or "")


def receipt_of(data: Any) -> VisitReceipt:
    return VisitReceipt(fields.text(data, "id"), f"{fields.count(data, 'number'):03}")


def call_of(data: Any) -> Call:
    return Call(
        ticket_id=fields.text(data, "ticket"),
        number=fields.text(data, "number"),
        window_id=fields.text(data, "window"),
        window=fields.text(data, "label"),
        window_name=fields.name(data, "window_name"),
        at=fields.moment(data, "at"),
        recall=fields.count(data, "recall"),
        area=fields.optional(data, "area", fields.text) or "",
    )


def helper_of(data: Any) -> Helper:
    minutes, staff = fields.optional(data, "minutes", fields.count), fields.optional(data, "staff", fields.text) or ""
    return Helper(fields.text(data, "id"), fields.text(data, "name"), minutes, staff)


def text_of(data: Any, key: str) -> str:
    """One text field of an answer that has few."""
    return fields.text(data, key)


def _line(data: Any) -> Line:
    return Line(
        id=fields.text(data, "id"),
        letter=fields.text(data, "letter"),
        name=fields.name(data, "name"),
        summary=fields.name(data, "summary") if data.get("summary") else HallName((("zh", ""),)),
        open=fields.field(data, "open", bool),
        waiting=fields.count(data, "waiting"),
        windows=fields.texts(data, "windows"),
        books=data.get("books") is True,
        opens_at=fields.optional(data, "opens_at", fields.text),
        opens_next=fields.optional(data, "opens_next", _opening),
    )


def _item(data: Any) -> Item:
    name = fields.name(data, "name")
    known = (name.zh, *(fields.texts(data, "aliases") if data.get("aliases") else ()))
    words = tuple(Spelled(one, ()) for one in known)
    return Item(fields.text(data, "id"), name, fields.text(data, "domain"), fields.text(data, "line"), words)


def _opening(data: Any, key: str) -> tuple[date, str]:
    opening = fields.field(data, key, dict)
    try:
        return date.fromisoformat(fields.text(opening, "day")), fields.text(opening, "at")
    except ValueError as error:
        raise Misread(key) from error


def _unheard_of(line: str, letter: str, windows: tuple[str, ...]) -> Line:
    """One that the hall got since it was last asked."""
    return Line(line, letter, HallName((("zh", line),)), HallName((("zh", ""),)), True, 0, windows)


def _slot_day(data: Any) -> SlotDay:
    times = tuple((fields.text(one, "at"), fields.count(one, "free")) for one in fields.rows(data, "slots"))
    special = data.get("special")
    return SlotDay(fields.day(data, "day"), times, fields.name(special, "name") if special is not None else None)


def _priority(data: Any) -> PriorityClass:
    return PriorityClass(fields.text(data, "id"), fields.name(data, "name"), fields.optional(data, "min_age", fields.count))
