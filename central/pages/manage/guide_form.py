"""The form in which one guide is edited and published: it begins with the latest version, or blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from fastapi import APIRouter, Request, Response

from central.callers import Caller
from central.catalogue import elements, exporting, repository
from central.catalogue.guide import Answer, Fee, Material, Place, Question, Step
from central.catalogue.models import Guide, Item
from central.halls import repository as hall_rows
from central.halls import service as hall_service
from central.pages.drawing import go, language_of, path_to
from central.pages.manage.sections import Chosen, draw
from central.pages.members import for_members
from central.pages.words import WORDS
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.setup.fields import Part
from central.setup.service import describe
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)

PARTS = ("basics", "conditions", "materials", "steps", "limits", "places", "faq", "found", "publishing")
CHOICES: dict[str, Any] = {
    "type": elements.Type,
    "audience": elements.Audience,
    "level": elements.Level,
    "commissioned": elements.Commissioned,
    "delivery": elements.Delivery,
    "picture": elements.Picture,
    "event": elements.Event,
    "person": elements.People,
    "one": elements.One,
    "village": elements.Village,
}
BUNDLED = 300
"""Items that are offered to be bundled; of a larger catalogue only those that are bundled already."""

REGION_DIGITS = (2, 4, 6, 9, 12)
"""Of a region's code: province, city, district, town, village (GB/T 2260, GB/T 10114)."""

BLANK: dict[str, Any] = {
    "sample": False, "codes": {}, "type": "service", "audience": ["person"], "basis": [], "level": "street", "authority": None,
    "immediate": False, "regional": False, "commissioned": None, "summary": None, "conditions": [], "questions": [],
    "materials": [], "steps": [], "statutory_days": None, "promised_days": None, "fee": Fee().model_dump(), "procedures": [],
    "renewal": None, "result": None, "delivery": ["counter"], "visits": 1, "places": [], "enquiry": "", "complaints": "12345",
    "faq": [], "online": None, "entrust": None, "bundle": [], "ones": [], "village": None, "events": [], "people": [], "asked": 0,
}  # fmt: skip


LISTS: dict[str, type[Part]] = {"questions": Question, "materials": Material, "steps": Step, "places": Place, "faq": Answer}
TEXTS = ("basis", "conditions", "procedures")
ROWS: dict[str, dict[str, Any]] = {name: {} for name in TEXTS} | {
    name: {each: None if field.is_required() else field.default for each, field in part.model_fields.items()}
    for name, part in LISTS.items()
}
"""A new row of each list."""


@router.get("/guides/{item}")
@reads(None)
@for_members(may("guide.publish"))
def setup_guide(unit: UnitOfWork, request: Request, item: str) -> Response:
    hall = unit.caller.hall
    found = repository.item(unit.session, hall, item)
    if found is None:
        return go(request, "setup_guides")
    newest = _newest(unit, found)
    guide = BLANK if newest is None else exporting.content(newest).model_dump(mode="json")
    values = {"name": found.name, "guide": guide, "version": newest.version if newest is not None else None}
    path = path_to(request, "publish", hall=hall, item=item)
    return draw(
        unit,
        request,
        "guides",
        describe(unit, hall),
        Chosen(item, values),
        template="guide",
        parts=PARTS,
        choices=_choices(request),
        blank=ROWS,
        bundled=_bundled(request, unit, found, guide["bundle"]),
        regions=_regions(unit, unit.caller, item),
        today=hall_service.today(unit, hall),
        url=path,
        then=str(request.url.path),
        everywhere=path_to(request, "publish_everywhere", item=item),
    )


def _newest(unit: Unit, item: Item) -> Guide | None:
    """In force, or to come: what another change begins with."""
    there = [each for each in repository.versions(unit.session, item.hall_id, item.id) if not each.withdrawn]
    return max(there, key=lambda each: (each.effective_from, each.version), default=None)


def _choices(request: Request) -> dict[str, list[tuple[str, str]]]:
    words = WORDS[language_of(request)]
    return {name: [(key, words(f"guide.{name}.{key}")) for key in get_args(kind)] for name, kind in CHOICES.items()}


def _bundled(request: Request, unit: Unit, item: Item, bundle: list[str]) -> list[tuple[str, str]]:
    words = WORDS[language_of(request)]
    items = repository.items(unit.session, item.hall_id)
    offered = [each for each in items if each.id != item.id and (len(items) <= BUNDLED or each.id in bundle)]
    strange = [(id, id) for id in bundle if id not in {each.id for each in items}]
    return [(each.id, words.named(each.name)) for each in offered] + strange


def _regions(unit: Unit, caller: Caller, item: str) -> list[tuple[str, int]]:
    """The regions around this hall in which others offer the item too, the smallest first, and at how many halls."""
    return list(_around(unit, caller.hall, item)) if caller.role in may("guide.publish_everywhere") else []


def _around(unit: Unit, hall: str, item: str) -> Iterator[tuple[str, int]]:
    regions = {each.id: each.region for each in hall_rows.halls(unit.session)}
    offering = [regions[id] for id in repository.halls_with_item(unit.session, item)]
    before = 1
    for digits in reversed(REGION_DIGITS):
        region = regions[hall][:digits]
        count = sum(each.startswith(region) for each in offering)
        if len(region) == digits and count > before:
            before = count
            yield region, count
