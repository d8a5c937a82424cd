"""Lines, windows, priority classes and the hall itself: a list, and the form of one of them."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Request, Response

from central.halls.rules import WindowType
from central.pages.drawing import language_of, path_to
from central.pages.manage.sections import LEADERS, Chosen, api, chosen_of, draw
from central.pages.members import for_members
from central.pages.words import WORDS
from central.routing import UnitOfWork, reads
from central.setup.fields import Evidence
from central.setup.schemas import LineSetup, SetupOut, WindowSetup
from central.setup.service import describe
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)

Blank = dict[str, Any]

NEW_LINE: Blank = {
    "letter": "",
    "name": {},
    "summary": {},
    "position": None,
    "active": True,
    "daily_quota": None,
    "bands": [],
    "slot_min": None,
    "slot_places": None,
}
NEW_WINDOW: Blank = {
    "label": "",
    "name": {},
    "type": "comprehensive",
    "lines": [],
    "position": None,
    "active": True,
    "area": None,
    "tidal": None,
}
NEW_PRIORITY: Blank = {"name": {}, "min_age": None, "evidence": ["own_word"], "position": None, "active": True}


@router.get("/lines")
@reads(None)
@for_members(LEADERS)
def setup_lines(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    setup = describe(unit, unit.caller.hall)
    chosen = chosen_of(setup.lines, of, new, NEW_LINE | {"letter": free_letter(setup)})
    rows = [(line, [window.label for window in setup.windows if window.active and serves(window, line)]) for line in setup.lines]
    return draw(unit, request, "lines", setup, chosen, rows=rows, url=url_of(unit, "lines", chosen))


@router.get("/windows")
@reads(None)
@for_members(LEADERS)
def setup_windows(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    setup = describe(unit, unit.caller.hall)
    chosen = chosen_of(setup.windows, of, new, NEW_WINDOW)
    letters = {line.id: line.letter for line in setup.lines}
    weights = {line["id"]: line["weight"] for line in chosen.values["lines"]} if chosen else {}
    return draw(
        unit,
        request,
        "windows",
        setup,
        chosen,
        rows=[(window, [(letters[line.id], line.weight) for line in window.lines]) for window in setup.windows],
        lines=[(line, weights.get(line.id, 0)) for line in setup.lines if line.active or line.id in weights],
        types=_words(request, "manage.window_type.", get_args(WindowType)),
        areas=sorted({window.area["zh"] for window in setup.windows if window.area}),
        url=url_of(unit, "windows", chosen),
    )


@router.get("/priorities")
@reads(None)
@for_members(LEADERS)
def setup_priorities(unit: UnitOfWork, request: Request, of: str | None = None, new: bool = False) -> Response:
    setup = describe(unit, unit.caller.hall)
    chosen = chosen_of(setup.priorities, of, new, NEW_PRIORITY)
    proofs = _words(request, "manage.evidence.", get_args(Evidence))
    url = url_of(unit, "priorities", chosen)
    return draw(unit, request, "priorities", setup, chosen, rows=setup.priorities, proofs=proofs, url=url)


@router.get("/hall")
@reads(None)
@for_members(LEADERS)
def setup_hall(unit: UnitOfWork, request: Request) -> Response:
    setup = describe(unit, unit.caller.hall)
    chosen = Chosen(setup.hall.id, setup.hall.model_dump(include={"name", "phone", "complaints_phone"}))
    here = path_to(request, "setup_hall")
    return draw(unit, request, "hall", setup, chosen, url=f"{api(unit)}/hall", then=here)


def url_of(unit: Unit, kind: str, chosen: Chosen | None) -> str:
    """Where the thing chosen is put; the page makes the id of a new one."""
    return f"{api(unit)}/{kind}/{(chosen and chosen.id) or '{id}'}"


def serves(window: WindowSetup, line: LineSetup) -> bool:
    return any(each.id == line.id for each in window.lines)


def free_letter(setup: SetupOut) -> str:
    """The first that no line has."""
    taken = {line.letter for line in setup.lines}
    return next((letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken), "")


def _words(request: Request, start: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """What there is to choose from, in the reader's language."""
    words = WORDS[language_of(request)]
    return [(key, words(start + key)) for key in keys]
