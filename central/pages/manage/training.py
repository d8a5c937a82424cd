"""培训: what was held, who is owed one, and the form of one training."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from central.halls import service as halls
from central.pages.drawing import language_of
from central.pages.manage.sections import chosen_of, draw
from central.pages.members import for_members
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.setup.service import describe
from central.staff import repository as staff
from central.training import service, sheet
from central.training.rules import HOLDERS

router = APIRouter(prefix="/console/setup", include_in_schema=False)

HOUR = 60


@router.get("/training")
@reads(None)
@for_members(may("training.keep"))
def setup_training(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    hall, lang = unit.caller.hall, language_of(request)
    told, say = service.described(unit, hall), sheet.saying(lang)
    blank = {"held_on": halls.today(unit, hall), "topic": "", "held_by": "hall", "teacher": "", "minutes": HOUR, "people": []}
    chosen = chosen_of(told.trainings, of, new, blank)
    members = [each for each in staff.of_hall(unit.session, hall) if each.active or chosen and each.id in chosen.values["people"]]
    return draw(
        unit,
        request,
        "training",
        describe(unit, hall),
        chosen,
        told=told,
        said=say,
        owed=sheet.due,
        hours=sheet.hours,
        holders=[(each, say(f"holder.{each}")) for each in HOLDERS],
        members=[(each.id, each.name) for each in members],
        today=halls.today(unit, hall),
        lang=lang,
    )
