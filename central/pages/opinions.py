"""/console/opinions: opinions, complaints and enquiries that wait for an answer; and the record of those of some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from central.halls.plan import plan_of
from central.knowledge import repository as knowledge
from central.opinions import record, service
from central.opinions.rules import KINDS, REPLIES, RESULTS, TOPICS
from central.opinions.schemas import OpinionRow
from central.opinions.words import saying
from central.pages.drawing import language_of
from central.pages.members import for_members, staff_page
from central.pages.periods import this_month_or
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.staff import repository as staff
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)

SOURCES = ("box", "phone", "desk")


@dataclass(frozen=True)
class Section:
    """``opinions.section.<key>`` is its heading."""

    key: str
    rows: list[OpinionRow]


@router.get("/opinions")
@reads(None)
@for_members(may("opinion.see"))
def opinions_page(unit: UnitOfWork, request: Request) -> Response:
    rows = service.listed(unit, unit.caller.hall).opinions
    return _page(
        unit,
        request,
        "opinions.html",
        sections=[each for each in _sections(rows, unit.caller.id) if each.rows],
        late=sum(row.urgency == "late" for row in rows),
        soon=sum(row.urgency == "soon" for row in rows),
        kinds=KINDS,
        topics=TOPICS,
        sources=SOURCES,
        replies=REPLIES,
        results={result: [kind for kind in KINDS if result in RESULTS[kind]] for kind in KINDS for result in RESULTS[kind]},
        taken=knowledge.taken(unit.session, unit.caller.hall),
        members=[each for each in staff.of_hall(unit.session, unit.caller.hall) if each.active],
    )


def _sections(rows: list[OpinionRow], me: str) -> list[Section]:
    received = [row for row in rows if row.state == "received"]
    return [
        Section("waiting", [row for row in received if row.owner is None]),
        Section("mine", [row for row in received if row.owner == me]),
        Section("others", [row for row in received if row.owner not in (None, me)]),
        Section("answered", [row for row in rows if row.state == "answered"]),
        Section("closed", [row for row in rows if row.state == "closed"]),
    ]


@router.get("/opinions/record")
@reads(None)
@for_members(may("opinion.record"))
def opinions_record(
    unit: UnitOfWork,
    request: Request,
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> Response:
    """Without days: this month."""
    hall, lang = unit.caller.hall, language_of(request)
    days = this_month_or(unit, first, last)
    rows = record.of_days(unit, hall, days)
    told = record.statistics(unit, hall, days, rows)
    return _page(
        unit,
        request,
        "opinions/record.html",
        days=days,
        told=told,
        columns=record.COLUMNS,
        table=record.table(rows, plan_of(unit, hall).zone, lang),
        groups=(("kinds", told.kinds, "kind"), ("topics", told.topics, "topic"), ("sources", told.sources, "source")),
    )


def _page(unit: Unit, request: Request, template: str, **values: Any) -> Response:
    """``said``: a kind, a topic or a state in words; ``local``: a moment on the hall's clock."""
    plan = plan_of(unit, unit.caller.hall)

    def local(moment: datetime) -> datetime:
        return plan.local(moment)

    return staff_page(unit, request, template, said=saying(language_of(request)), local=local, **values)
