"""JSON of the central service -> messages. Pure; what does not have the agreed shape is a :class:`Misread`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Any

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
    "appointment_early": Refusal.BOOKING_EARLY,
    "appointment_other_day": Refusal.BOOKING_OTHER_DAY,
    "appointment_open": Refusal.BOOKED_ALREADY,
    "slot_full": Refusal.SLOT_FULL,
    "slot_unknown": Refusal.SLOT_GONE,
    "wrong_state": Refusal.BOOKING_SPENT,
}


class Misread(ValueError):
    """An answer without the agreed shape. Names the field, never its value."""


def refusal_of(status: int, code: str) -> Refusal:
    if status >= 500 or status == 429:
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
        id=_text(data, "id"),
        name=_name(data, "name"),
        phone=_text(data, "phone"),
        zone=_text(data, "zone"),
        hours_today=_text(data, "hours_today"),
        lines=tuple(_line(one) for one in _rows(data, "lines")),
        priorities=tuple(_priority(one) for one in _rows(data, "priorities")),
        version=_optional(data, "version", _count) or 0,
    )


def items_of(data: Any) -> tuple[Item, ...]:
    """The hall's items, their words not spelled yet."""
    return tuple(_item(one) for one in _rows(data, "items"))


def ticket_of(data: Any, lines: Mapping[str, Line]) -> Ticket:
    """``lines``: those of the hall by id. A ticket of a line that came since is shown with the line's id for a name."""
    number, line = _text(data, "number"), _text(data, "line")
    windows = _texts(data, "windows")
    return Ticket(
        id=_text(data, "id"),
        number=number,
        line=lines.get(line) or _unheard_of(line, number[:1], windows),
        ahead=_count(data, "ahead"),
        estimated_wait_s=_optional(data, "estimated_wait_s", _count),
        issued_at=_time(data, "issued_at"),
        windows=windows,
        priority=_optional(data, "priority", _text),
        qr=_optional(data, "qr", _text) or "",
        wait_range_s=_optional(data, "wait_range_s", _range),
        called=data.get("state") == "called",
        appointment=data.get("appointment") is True,
        area=_optional(data, "area", _text) or "",
    )


def slot_days_of(data: Any) -> tuple[SlotDay, ...]:
    return tuple(_slot_day(one) for one in _rows(data, "days"))


def appointment_of(data: Any, lines: Mapping[str, Line]) -> Appointment:
    line = _text(data, "line")
    known = lines.get(line) or _unheard_of(line, "", ())
    return Appointment(_text(data, "id"), known, _day(data, "day"), _text(data, "at"), _text(data, "code"))


def appointments_of(data: Any, lines: Mapping[str, Line]) -> tuple[Appointment, ...]:
    return tuple(appointment_of(one, lines) for one in _rows(data, "appointments"))


def booked_already_of(data: Any) -> BookedAlready:
    """Of the refusal that tells it."""
    told = data.get("appointment") if isinstance(data, Mapping) else None
    return BookedAlready(_day(told, "day"), _text(told, "at"), _optional(told, "code", _text) or "")


def receipt_of(data: Any) -> VisitReceipt:
    return VisitReceipt(_text(data, "id"), f"{_count(data, 'number'):03}")


def call_of(data: Any) -> Call:
    return Call(
        ticket_id=_text(data, "ticket"),
        number=_text(data, "number"),
        window_id=_text(data, "window"),
        window=_text(data, "label"),
        window_name=_name(data, "window_name"),
        at=_time(data, "at"),
        recall=_count(data, "recall"),
        area=_optional(data, "area", _text) or "",
    )


def helper_of(data: Any) -> Helper:
    return Helper(_text(data, "id"), _text(data, "name"), _optional(data, "minutes", _count))


def text_of(data: Any, key: str) -> str:
    """One text field of an answer that has few."""
    return _text(data, key)


def _line(data: Any) -> Line:
    return Line(
        id=_text(data, "id"),
        letter=_text(data, "letter"),
        name=_name(data, "name"),
        summary=_name(data, "summary") if data.get("summary") else HallName((("zh", ""),)),
        open=_field(data, "open", bool),
        waiting=_count(data, "waiting"),
        windows=_texts(data, "windows"),
        books=data.get("books") is True,
        opens_at=_optional(data, "opens_at", _text),
        opens_next=_optional(data, "opens_next", _opening),
    )


def _item(data: Any) -> Item:
    name = _name(data, "name")
    known = (name.zh, *(_texts(data, "aliases") if data.get("aliases") else ()))
    return Item(_text(data, "id"), name, _text(data, "domain"), _text(data, "line"), tuple(Spelled(one, ()) for one in known))


def _opening(data: Any, key: str) -> tuple[date, str]:
    opening = _field(data, key, dict)
    try:
        return date.fromisoformat(_text(opening, "day")), _text(opening, "at")
    except ValueError as error:
        raise Misread(key) from error


def _unheard_of(line: str, letter: str, windows: tuple[str, ...]) -> Line:
    """One that the hall got since it was last asked."""
    return Line(line, letter, HallName((("zh", line),)), HallName((("zh", ""),)), True, 0, windows)


def _slot_day(data: Any) -> SlotDay:
    times = tuple((_text(one, "at"), _count(one, "free")) for one in _rows(data, "slots"))
    special = data.get("special")
    return SlotDay(_day(data, "day"), times, _name(special, "name") if special is not None else None)


def _priority(data: Any) -> PriorityClass:
    return PriorityClass(_text(data, "id"), _name(data, "name"), _optional(data, "min_age", _count))


def _field(data: Any, key: str, kind: type) -> Any:
    value = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Misread(key)
    return value


def _text(data: Any, key: str) -> str:
    return str(_field(data, key, str))


def _count(data: Any, key: str) -> int:
    value = int(_field(data, key, int))
    if value < 0:
        raise Misread(key)
    return value


def _range(data: Any, key: str) -> tuple[int, int]:
    """Seconds, the lesser first."""
    pair = _rows(data, key)
    if len(pair) != 2 or not all(type(one) is int for one in pair) or not 0 <= pair[0] <= pair[1]:
        raise Misread(key)
    return pair[0], pair[1]


def _optional(data: Any, key: str, read: Any) -> Any:
    return None if isinstance(data, Mapping) and data.get(key) is None else read(data, key)


def _rows(data: Any, key: str) -> list[Any]:
    return list(_field(data, key, list))


def _texts(data: Any, key: str) -> tuple[str, ...]:
    rows = _rows(data, key)
    if not all(isinstance(one, str) for one in rows):
        raise Misread(key)
    return tuple(rows)


def _name(data: Any, key: str) -> HallName:
    names = _field(data, key, dict)
    if not isinstance(names.get("zh"), str) or not all(isinstance(one, str) for one in names.values()):
        raise Misread(key)
    return HallName(tuple(sorted(names.items())))


def _day(data: Any, key: str) -> date:
    try:
        return date.fromisoformat(_text(data, key))
    except ValueError as error:
        raise Misread(key) from error


def _time(data: Any, key: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(data, key))
    except ValueError as error:
        raise Misread(key) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)
