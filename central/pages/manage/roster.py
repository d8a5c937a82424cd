"""The roster: who is on duty when, and what of each member of the staff residents see."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Request, Response

from central.catalogue import repository as catalogue
from central.halls.plan import plan_of
from central.pages.drawing import language_of
from central.pages.manage.sections import LEADERS, Chosen, api, chosen_of, draw
from central.pages.members import for_members
from central.pages.words import WORDS, Words
from central.roster import agents
from central.roster.duty import Rung
from central.roster.norm import Agent
from central.roster.schemas import RosterSetup
from central.roster.service import duty_now
from central.routing import UnitOfWork, reads
from central.setup.service import describe
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)


@router.get("/roster")
@reads(None)
@for_members(LEADERS)
def setup_roster(unit: UnitOfWork, request: Request, of: str | None = None) -> Response:
    setup = describe(unit, unit.caller.hall)
    words = WORDS[language_of(request)]
    roles = {person.id: person.role for person in setup.staff}
    chosen = chosen_of([each for each in setup.roster if each.active], of, False, {})
    strength = agents.strength_of(unit, unit.caller.hall)
    duty = duty_now(unit, plan_of(unit, unit.caller.hall))
    return draw(
        unit,
        request,
        "roster",
        setup,
        chosen,
        rows=[_row(each, words) for each in setup.roster if each.active],
        on_duty={helper.id for helper in duty.people},
        mine=chosen is not None and (roles[chosen.id] != "admin" or unit.caller.role == "admin"),
        rings=[(each, words(f"manage.roster.rung_{each}")) for each in get_args(Rung)],
        agents=agents.sums(strength, agents.saying(language_of(request))),
        missing=strength.missing,
        kinds=[(each, words(f"manage.roster.agent_{each}")) for each in get_args(Agent)],
        lang=language_of(request),
        items=[(each.id, words.named(each.name)) for each in catalogue.items(unit.session, unit.caller.hall)],
        url=_url(unit, chosen),
    )


def _url(unit: Unit, chosen: Chosen | None) -> str:
    return f"{api(unit)}/roster/{chosen.id if chosen is not None else ''}"


def _row(person: RosterSetup, words: Words) -> dict[str, Any]:
    """``week``: the own hours in words; none: the hall's."""
    by_day: dict[int, list[str]] = {}
    for span in person.model_dump(mode="json")["spans"]:
        by_day.setdefault(span["weekday"], []).append(f"{span['opens']}–{span['closes']}")
    week = [f"{words(f'manage.weekday_short.{day}')} {' '.join(spans)}" for day, spans in sorted(by_day.items())]
    return {"person": person, "week": week}
