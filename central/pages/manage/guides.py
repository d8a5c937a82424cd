"""The catalogue: items with the guides that are in force, the versions of one, a file brought in, and what is to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from central.catalogue import exporting, lint, publishing, repository, versions
from central.catalogue.models import Item
from central.catalogue.repository import Known
from central.catalogue.schemas import FindingOut, VersionOut
from central.halls import service as hall_service
from central.pages.manage.sections import LEADERS, draw
from central.pages.members import for_members
from central.routing import UnitOfWork, reads
from central.setup.service import describe
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)

SHOWN = 300
"""Rows of the list at once; a larger catalogue is sought in."""


@dataclass(frozen=True)
class Row:
    """An item of the list. ``version`` None: no guide of it is in force."""

    id: str
    name: dict[str, str]
    letter: str
    version: int | None
    since: date | None
    coming: date | None


@dataclass(frozen=True)
class Shown:
    """The item chosen: the guide in force in a few words, its versions, and what is to be looked at."""

    id: str
    name: dict[str, str]
    summary: dict[str, str] | None
    sample: bool
    versions: list[VersionOut]
    holes: list[lint.Finding]


@router.get("/guides")
@reads(None)
@for_members(LEADERS)
def setup_guides(unit: UnitOfWork, request: Request, of: str | None = None, view: str = "", find: str = "") -> Response:
    setup = describe(unit, unit.caller.hall)
    letters = {line.id: line.letter for line in setup.lines}
    today = hall_service.today(unit, setup.hall.id)
    items = repository.items(unit.session, setup.hall.id)
    found = [each for each in items if _fits(each, find.strip())]
    known: dict[str, list[Known]] = {}
    for each in repository.known(unit.session, setup.hall.id):
        known.setdefault(each.item, []).append(each)
    chosen = next((each for each in items if each.id == of), None)
    findings: list[FindingOut] = lint.of_hall(unit, setup.hall.id) if view == "lint" else []
    return draw(
        unit,
        request,
        "guides",
        setup,
        None,
        rows=[_row(each, letters[each.line_id], known.get(each.id, []), today) for each in found[:SHOWN]],
        more=len(found) - SHOWN,
        total=len(items),
        without=sum(publishing.in_force(known.get(each.id, []), today) is None for each in items),
        find=find,
        view=view if chosen is None else "item",
        shown=None if chosen is None else _shown(unit, chosen),
        findings=findings,
        today=today,
        api=f"/api/v1/halls/{setup.hall.id}",
    )


def _fits(item: Item, sought: str) -> bool:
    return not sought or any(sought.lower() in each.lower() for each in (item.id, *item.name.values(), *item.aliases))


def _row(item: Item, letter: str, known: list[Known], today: date) -> Row:
    current = publishing.in_force(known, today)
    ahead = [each.effective_from for each in known if each.effective_from > today and not each.withdrawn]
    return Row(
        item.id,
        item.name,
        letter,
        None if current is None else current.version,
        None if current is None else current.effective_from,
        min(ahead, default=None),
    )


def _shown(unit: Unit, item: Item) -> Shown:
    entries = exporting.entries(unit, item.hall_id)
    entry = next(each for each in entries if each.id == item.id)
    guide = entry.guide
    return Shown(
        item.id,
        item.name,
        None if guide is None else guide.summary,
        guide is not None and guide.sample,
        versions.of(unit, item.hall_id, item.id),
        list(lint.holes(entry, entries)),
    )
