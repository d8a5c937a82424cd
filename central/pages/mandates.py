"""/console/mandates: what an agent has to do, one mandate with its course, the ledger, and everything that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request, Response

from central.catalogue import repository as catalogue
from central.halls import service as halls
from central.halls.plan import plan_of
from central.mandates import forms, ledger, passed, relays, service, telling
from central.mandates.course import CLOSED
from central.mandates.schemas import MandateOut, MandateRow
from central.mandates.step_schemas import Content, Level
from central.mandates.words import saying
from central.pages.drawing import go, language_of
from central.pages.members import for_members, staff_page
from central.pages.periods import this_month_or
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.staff import repository as staff
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)

URGENCY = {"late": 0, "soon": 1}
PRINTED = tuple(kind for kind in forms.KINDS if kind != "ledger")
PERSONAL = frozenset({"name", "id_number", "phone", "address", "words", "code", "tracking"})
"""Facts that the page asks for when it is open, so that each look is in the audit."""


@dataclass(frozen=True)
class Section:
    """``mandates.section.<key>`` is its heading."""

    key: str
    rows: list[MandateRow]


@router.get("/mandates")
@reads(None)
@for_members(may("mandate.see"))
def mandates_page(unit: UnitOfWork, request: Request) -> Response:
    rows = service.listed(unit, unit.caller.hall).mandates
    rows = sorted(rows, key=lambda row: URGENCY.get(row.urgency or "", 2))
    others = passed.listed(unit, unit.caller.hall).relays
    ends = [row.urgency for row in rows] + [row.urgency for row in others]
    return framed(
        unit,
        request,
        "mandates.html",
        sections=[each for each in _sections(rows, unit.caller.id) if each.rows],
        passed=[row for row in others if row.back_at is None],
        passed_back=[row for row in others if row.back_at is not None],
        late=ends.count("late"),
        soon=ends.count("soon"),
        items=catalogue.items(unit.session, unit.caller.hall),
        may_change_forms=unit.caller.role in may("mandate_form.change"),
    )


def _sections(rows: list[MandateRow], me: str) -> list[Section]:
    unclosed = [row for row in rows if row.state not in CLOSED]
    mine = [row for row in unclosed if me in (row.agent, row.deputy)]
    waiting = [row for row in unclosed if row.agent is None]
    others = [row for row in unclosed if row.agent is not None and row not in mine]
    closed = [row for row in rows if row.state in CLOSED]
    return [Section("mine", mine), Section("waiting", waiting), Section("others", others), Section("closed", closed)]


@router.get("/mandates/ledger")
@reads(None)
@for_members(may("mandate.see"))
def mandate_ledger(
    unit: UnitOfWork,
    request: Request,
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> Response:
    """Without days: this month."""
    days = this_month_or(unit, first, last)
    told = ledger.of_days(unit, unit.caller.hall, days, language_of(request))
    return framed(unit, request, "mandates/ledger.html", ledger=told, days=days)


@router.get("/mandates/forms")
@reads(None)
@for_members(may("mandate_form.change"))
def mandate_forms_page(unit: UnitOfWork, request: Request, of: str = "") -> Response:
    """``of``: which form; anything else is the first."""
    kind = next((each for each in forms.KINDS if each == of), forms.KINDS[0])
    form = forms.of_hall(unit, unit.caller.hall, kind)
    shown = {row.fact: row for row in form.rows}
    facts = [*shown, *(fact for fact in forms.facts_of(kind) if fact not in shown)]
    return framed(unit, request, "mandates/forms.html", kinds=forms.KINDS, kind=kind, form=form, shown=shown, facts=facts)


@router.get("/mandates/{mandate}")
@reads(None)
@for_members(may("mandate.see"))
def mandate_page(unit: UnitOfWork, request: Request, mandate: str) -> Response:
    kept, told = service.known(unit, mandate), service.described(unit, mandate)
    members = [each for each in staff.of_hall(unit.session, unit.caller.hall) if each.active]
    return framed(
        unit,
        request,
        "mandate.html",
        mandate=told,
        others=[each for each in service.others(unit, mandate).mandates if each.id != mandate],
        members=members,
        halls=relays.near(unit, unit.caller.hall),
        levels=get_args(Level),
        contents=get_args(Content),
        printed=[kind for kind in PRINTED if _can_print(kind, told)],
        answers=telling.answers_for(unit, kept),
    )


def _can_print(kind: str, told: MandateOut) -> bool:
    """A receipt has a deadline, and what is closed has a result."""
    if kind == "receipt":
        return told.accepted_at is not None
    return kind != "closing" or told.outcome is not None


@router.get("/mandates/{mandate}/print/{form}")
@reads(None)
@for_members(may("mandate.see"))
def mandate_print(unit: UnitOfWork, request: Request, mandate: str, form: str) -> Response:
    """A form for the browser's print; whose it is, the page asks for when it is open."""
    if form not in PRINTED:
        return go(request, "mandate_page", mandate=mandate)
    kept, told = service.known(unit, mandate), service.described(unit, mandate)
    hall = halls.describe(unit, unit.caller.hall)
    lang = language_of(request)
    facts = ledger.of_one(unit, kept, lang) | {"hall": hall.name.get(lang) or hall.name["zh"], "hall_phone": hall.phone}
    return framed(
        unit,
        request,
        "mandates/print.html",
        hall=hall,
        mandate=told,
        form=forms.of_hall(unit, unit.caller.hall, form),
        kind=form,
        facts=facts,
        personal=PERSONAL,
        signed="received_signature" if form == "closing" else "signature",
    )


def framed(unit: Unit, request: Request, template: str, **values: Any) -> Response:
    """``said``: a state or a choice in words; ``local``: a moment on the hall's clock."""
    plan = plan_of(unit, unit.caller.hall)

    def local(moment: datetime) -> datetime:
        return plan.local(moment)

    today = plan.local(unit.now).date()
    return staff_page(unit, request, template, said=saying(language_of(request)), local=local, today=today, **values)
