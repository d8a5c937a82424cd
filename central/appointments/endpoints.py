"""Endpoints of the appointments."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Query, Response

from central import errors
from central.appointments import availability, checkin, service
from central.appointments.schemas import (
    AppointmentOut,
    AppointmentsOut,
    BookingIn,
    BookingRefusedOut,
    CancelIn,
    CheckInIn,
    CheckInRefusedOut,
    FindIn,
    FoundOut,
    MoveIn,
    PersonOut,
    SlotsOut,
)
from central.errors import ErrorOut, documented
from central.halls import service as halls
from central.permissions import may
from central.queue.schemas import TicketOut
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes

router = api_router("appointments")

SAME = "The same request was answered before"


def _telling(model: type[ErrorOut], *refusals: type[errors.Refusal]) -> dict[int | str, dict[str, Any]]:
    """As ``documented``, where a 409 says more beside its error."""
    responses = documented(*refusals)
    return {**responses, 409: {**responses[409], "model": model}}


SLOT_REFUSALS = (errors.LineUnknown, errors.SlotUnknown, errors.SlotFull, errors.AppointmentOpen)
BOOKING_REFUSALS = _telling(BookingRefusedOut, errors.KeyMissing, errors.KeyReused, *SLOT_REFUSALS)
CODE_REFUSALS = (errors.AppointmentUnknown, errors.TooManyCodes)
MOVE_REFUSALS = _telling(BookingRefusedOut, *CODE_REFUSALS, errors.WrongState, *SLOT_REFUSALS)
CHECK_IN_REFUSALS = _telling(
    CheckInRefusedOut,
    errors.TicketOpen,
    errors.KeyMissing,
    errors.KeyReused,
    *CODE_REFUSALS,
    errors.AppointmentEarly,
    errors.AppointmentOtherDay,
    errors.WrongState,
    errors.LineUnknown,
)


@router.get("/halls/{hall}/slots", responses=documented(errors.LineUnknown))
@reads(may("appointment.slots"))
def slots(
    unit: UnitOfWork,
    hall: str,
    line: Annotated[str, Query(min_length=1, max_length=64)],
    first: Annotated[date | None, Query(alias="from")] = None,
    days: Annotated[int, Query(ge=1, le=92)] = 7,
) -> SlotsOut:
    """The times that a line can still give, from a day on (today without ``from``); closed days have none."""
    return availability.days(unit, hall, line, first, days)


@router.post(
    "/halls/{hall}/appointments",
    status_code=201,
    responses={200: {"model": AppointmentOut, "description": SAME}, **BOOKING_REFUSALS},
)
@writes(may("appointment.book"))
def book(unit: UnitOfWork, hall: str, body: BookingIn, response: Response, key: RequestKey = None) -> AppointmentOut:
    """Books a slot. Sent again with the same key and body it gives the same appointment, with the same code."""
    appointment, new = service.book(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return appointment


@router.get("/halls/{hall}/appointments", responses=documented())
@reads(may("appointment.see"))
def appointments(unit: UnitOfWork, hall: str, day: date | None = None) -> AppointmentsOut:
    """Everybody of a day (today without ``day``), in the order of the slots; persons with surname and end of the phone."""
    return service.of_day(unit, hall, day or halls.today(unit, hall))


@router.post("/halls/{hall}/appointments/find", responses=documented(*CODE_REFUSALS))
@reads(may("appointment.find"))
def find_appointments(unit: UnitOfWork, hall: str, body: FindIn) -> FoundOut:
    """Those still to come of whoever has the code, or laid the card that booked them. A POST: addresses are kept in logs.
    Who types many codes that nobody has is asked to wait a minute."""
    return service.find(unit, hall, body)


@router.post("/appointments/{appointment}/holder", responses=documented(errors.AppointmentUnknown))
@writes(may("appointment.holder"))
def appointment_person(unit: UnitOfWork, appointment: str) -> PersonOut:
    """The person in full and the code; every look is written down, so it is a POST."""
    return service.reveal(unit, appointment)


@router.post("/appointments/{appointment}/cancel", responses=documented(*CODE_REFUSALS, errors.WrongState))
@writes(may("appointment.change"))
def cancel_appointment(unit: UnitOfWork, appointment: str, body: CancelIn | None = None) -> AppointmentOut:
    """The place is free again. A machine has to say the code; staff may leave the body out."""
    return service.cancel(unit, appointment, body.code if body is not None else None)


@router.post(
    "/appointments/{appointment}/move",
    responses=MOVE_REFUSALS,
)
@writes(may("appointment.change"))
def move_appointment(unit: UnitOfWork, appointment: str, body: MoveIn) -> AppointmentOut:
    """Another slot of the same line; the code stays, and a machine has to say it."""
    return service.move(unit, appointment, body)


@router.post(
    "/halls/{hall}/appointments/check-in",
    status_code=201,
    responses={200: {"model": TicketOut, "description": "It was checked in before: its ticket"}, **CHECK_IN_REFUSALS},
)
@writes(may("appointment.check_in"))
def check_in(unit: UnitOfWork, hall: str, body: CheckInIn, response: Response, key: RequestKey = None) -> TicketOut:
    """Makes the ticket of an appointment, found by its code, by the card that booked it, or (staff) by its id."""
    ticket, new = checkin.check_in(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return ticket
