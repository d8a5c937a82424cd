"""Appointments and visits at home, asked of the central service: typed questions, typed answers or a Refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from kiosk.hall.link import Answer, Link
from kiosk.hall.messages import Appointment, BookedAlready, Line, Refusal, SlotDay, VisitReceipt
from kiosk.hall.person import Person, holder_of
from kiosk.hall.wire import appointment_of, appointments_of, booked_already_of, receipt_of, slot_days_of

T = TypeVar("T")

DAYS = 31  # of which the service gives those that the hall allows
BOOKED_ALREADY = "appointment_open"  # refused with the person's own appointment in the answer


class Bookings:
    """``path``: of the hall. ``lines``: those of the hall as it is known now, by id. ``read``: turns an answer into a message."""

    def __init__(
        self,
        link: Link,
        path: str,
        lines: Callable[[], Mapping[str, Line]],
        read: Callable[[Answer, Callable[[Any], Any]], Any],
    ) -> None:
        self._link = link
        self._path = path
        self._lines = lines
        self._read = read

    def slots(self, line: str) -> tuple[SlotDay, ...] | Refusal:
        """Every day from today on for which the line can be booked."""
        asked = urlencode({"line": line, "days": DAYS})
        return self._told(self._link.ask("GET", f"{self._path}/slots?{asked}"), slot_days_of)

    def book(
        self, key: str, line: str, day: date, at: str, lang: str, person: Person | None, phone: str
    ) -> Appointment | BookedAlready | Refusal:
        """A time, by the card or, without one, by the phone number. The same ``key`` and the rest give the same appointment."""
        body: dict[str, Any] = {"line": line, "day": day.isoformat(), "at": at, "lang": lang}
        body |= {"holder": holder_of(person)} if person is not None else {"contact": {"phone": phone}}
        return self._one(self._link.ask("POST", f"{self._path}/appointments", body, key))

    def find(self, code: str, person: Person | None) -> tuple[Appointment, ...] | Refusal:
        """Those still to come of whoever has this code or, if one was read, this card; the next one first."""
        body = {"holder": holder_of(person)} if person is not None else {"code": code}
        answer = self._link.ask("POST", f"{self._path}/appointments/find", body)
        return self._told(answer, lambda data: appointments_of(data, self._lines()))

    def move(self, appointment: Appointment, day: date, at: str) -> Appointment | BookedAlready | Refusal:
        body = {"day": day.isoformat(), "at": at, "code": appointment.code}
        return self._one(self._link.ask("POST", f"{_of(appointment)}/move", body))

    def cancel(self, appointment: Appointment) -> Appointment | BookedAlready | Refusal:
        return self._one(self._link.ask("POST", f"{_of(appointment)}/cancel", {"code": appointment.code}))

    def ask_visit(
        self, key: str, phone: str, line: str | None, other: bool, group: str | None, person: Person | None
    ) -> VisitReceipt | Refusal:
        """``line`` None: to be told by telephone, as is everything else. ``other``: for somebody else than who asks. ``group``:
        why a visit is needed, by the person's own word and agreed to be written down."""
        name = person.name if person is not None else None
        body: dict[str, Any] = {"phone": phone, "line": line}
        body |= {"asker": {"name": name, "phone": phone}} if other else {"name": name}
        if group is not None:
            body |= {"group": group, "consent": True}
        return self._told(self._link.ask("POST", f"{self._path}/home-visits", body, key), receipt_of)

    def _one(self, answer: Answer) -> Appointment | BookedAlready | Refusal:
        if answer.code == BOOKED_ALREADY:
            return self._told(Answer(None, answer.data), booked_already_of)
        return self._told(answer, lambda data: appointment_of(data, self._lines()))

    def _told(self, answer: Answer, read: Callable[[Any], T]) -> T | Refusal:
        told: T | Refusal = self._read(answer, read)
        return told


def _of(appointment: Appointment) -> str:
    return f"/appointments/{quote(appointment.id, safe='')}"
