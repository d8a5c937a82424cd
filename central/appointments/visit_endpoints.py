"""Endpoints of the home visits."""

from __future__ import annotations

from fastapi import Response

from central import errors
from central.appointments import visits
from central.appointments.visit_schemas import (
    DeclineIn,
    DoneIn,
    PlanIn,
    VisitIn,
    VisitOut,
    VisitPersonOut,
    VisitReceipt,
    VisitsOut,
)
from central.errors import documented
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes

router = api_router("home visits")

STEP_REFUSALS = documented(errors.VisitUnknown, errors.WrongState)


@router.post(
    "/halls/{hall}/home-visits",
    status_code=201,
    responses={
        200: {"model": VisitReceipt, "description": "The same request was answered before"},
        **documented(errors.KeyMissing, errors.KeyReused, errors.LineUnknown),
    },
)
@writes(may("home_visit.ask"))
def ask_visit(unit: UnitOfWork, hall: str, body: VisitIn, response: Response, key: RequestKey = None) -> VisitReceipt:
    """Asks for a visit at home, for oneself or for somebody else; the staff's pages are told."""
    visit, new = visits.ask(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return visit


@router.get("/halls/{hall}/home-visits", responses=documented())
@reads(may("home_visit.see"))
def home_visits(unit: UnitOfWork, hall: str) -> VisitsOut:
    """Those to be planned (longest asked first), those planned (next first), and the latest that are closed."""
    return visits.listed(unit, hall)


@router.post("/home-visits/{visit}/holder", responses=documented(errors.VisitUnknown))
@writes(may("home_visit.see"))
def visit_person(unit: UnitOfWork, visit: str) -> VisitPersonOut:
    """Whom to visit, where and why; every look is written down, so it is a POST."""
    return visits.reveal(unit, visit)


@router.post("/home-visits/{visit}/plan", responses=STEP_REFUSALS)
@writes(may("home_visit.run"))
def plan_visit(unit: UnitOfWork, visit: str, body: PlanIn) -> VisitOut:
    """Who goes and when; again to change it."""
    return visits.plan(unit, visit, body)


@router.post("/home-visits/{visit}/done", responses=STEP_REFUSALS)
@writes(may("home_visit.run"))
def visit_done(unit: UnitOfWork, visit: str, body: DoneIn) -> VisitOut:
    """The visit was made."""
    return visits.done(unit, visit, body.note)


@router.post("/home-visits/{visit}/decline", responses=STEP_REFUSALS)
@writes(may("home_visit.run"))
def decline_visit(unit: UnitOfWork, visit: str, body: DeclineIn) -> VisitOut:
    """The hall can't come, and says why."""
    return visits.decline(unit, visit, body.note)


@router.post("/home-visits/{visit}/cancel", responses=STEP_REFUSALS)
@writes(may("home_visit.run"))
def cancel_visit(unit: UnitOfWork, visit: str) -> VisitOut:
    """The person needs it no more."""
    return visits.cancel(unit, visit)
