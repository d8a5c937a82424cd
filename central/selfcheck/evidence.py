"""What the service can tell of the eight by itself, at this moment."""

from __future__ import annotations

import json
from datetime import timedelta

from central.catalogue import reading
from central.catalogue import repository as catalogue
from central.halls import repository as halls
from central.halls.plan import plan_of
from central.mandates import repository as mandates
from central.notices import repository as notices
from central.roster import agents
from central.roster import repository as roster
from central.selfcheck.points import POINTS, Evidence
from central.terminals import repository as terminals
from central.unit import Unit

LATELY = 90
"""Days in which a ledger that is kept has something in it."""


def of_hall(unit: Unit, hall: str) -> list[Evidence]:
    """In the order of the document."""
    told = (*_place(unit, hall), *_people(unit, hall), *_catalogue(unit, hall), _ledger(unit, hall))
    seen = {each.point: each for each in told}
    return [seen[point] for point in POINTS]


def _place(unit: Unit, hall: str) -> list[Evidence]:
    labels = [each.label for each in halls.windows(unit.session, hall) if each.active and each.type == "assistance"]
    machines = [each.role for each in terminals.of_hall(unit.session, hall) if each.token_hash is not None]
    counted: dict[str, int | str] = {f"{role}s": machines.count(role) for role in ("terminal", "display", "pad")}
    return [
        Evidence("window", bool(labels), {"n": len(labels), "labels": "、".join(labels)}),
        Evidence("equipment", None, counted),
    ]


def _people(unit: Unit, hall: str) -> list[Evidence]:
    plan, told = plan_of(unit, hall), agents.strength_of(unit, hall)
    entries = [entry for entry, _ in roster.agents(unit.session, hall)]
    described = sum(entry.duty is not None for entry in entries)
    facts: dict[str, int | str] = {"n": told.agents, "full": told.full_time, "part": told.part_time}
    facts["missing"] = told.missing or int(told.agents == 0)
    answers: dict[str, int | str] = {"complaint": plan.rules.complaint_days, "enquiry": plan.rules.enquiry_days}
    return [
        Evidence("agents", told.agents > 0 and not told.missing, facts),
        Evidence("duties", bool(entries) and described == len(entries), {"n": described, "all": len(entries)}),
        Evidence("rules", None, answers | {"deputies": sum(entry.rung == "deputy" for entry in entries)}),
    ]


def _catalogue(unit: Unit, hall: str) -> list[Evidence]:
    offered = len(catalogue.items(unit.session, hall))
    guides = [json.loads(each.document) for each in reading.shown(unit, hall)]
    entrusted = sum((each["entrust"] or {}).get("allowed", False) for each in guides)
    return [
        Evidence("guides", 0 < offered <= len(guides), {"n": len(guides), "all": offered}),
        Evidence("items", entrusted > 0, {"n": entrusted}),
    ]


def _ledger(unit: Unit, hall: str) -> Evidence:
    since = unit.now - timedelta(days=LATELY)
    made = mandates.count_since(unit.session, hall, since)
    told, _ = notices.sums(unit.session, hall, since)
    return Evidence("ledger", made + told > 0, {"days": LATELY, "mandates": made, "notices": told})
