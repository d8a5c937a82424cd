"""What the pages of the set-up have in common: their sections, who sees them, and the thing chosen in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from fastapi import Request, Response
from pydantic import BaseModel

from central.clock import in_zone
from central.halls import service as halls
from central.pages.drawing import path_to
from central.pages.members import staff_page
from central.permissions import may
from central.setup.schemas import SetupOut
from central.unit import Unit

SECTIONS = (
    "lines",
    "windows",
    "hours",
    "days",
    "priorities",
    "rules",
    "guides",
    "notices",
    "selfcheck",
    "staff",
    "roster",
    "training",
    "machines",
    "hall",
    "history",
)
"""In the order of the menu. The page of each is the endpoint ``setup_<section>``."""

LEADERS = may("setup.see")


class Named(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Chosen:
    """The thing whose form is open, as its body stands in the API. ``id`` is empty for a new one."""

    id: str
    values: Mapping[str, Any]


def chosen_of(things: Sequence[Named], of: str | None, new: bool, blank: Mapping[str, Any]) -> Chosen | None:
    """``of``: an id; ``new``: a form for one more, which begins with ``blank``. None: nothing, or nothing that is there."""
    if new:
        return Chosen("", blank)
    thing = next((each for each in things if str(each.id) == of), None)
    if thing is None:
        return None
    assert isinstance(thing, BaseModel)
    return Chosen(str(thing.id), thing.model_dump(mode="json"))


def api(unit: Unit) -> str:
    """Where the set-up of the hall is changed."""
    return f"/api/v1/halls/{unit.caller.hall}/setup"


def draw(
    unit: Unit, request: Request, section: str, setup: SetupOut, chosen: Chosen | None, template: str = "", **values: Any
) -> Response:
    """The page of a section, by its own ``template`` where it has several. Templates find the thing chosen as ``chosen`` (its
    values) and ``chosen_id``."""
    here = path_to(request, f"setup_{section}")
    frame = {
        "section": section,
        "sections": SECTIONS,
        "here": here,
        "setup": setup,
        "chosen": None if chosen is None else chosen.values,
        "chosen_id": None if chosen is None else chosen.id,
        "then": f"{here}?of={{id}}" if chosen is None or not chosen.id else f"{here}?of={chosen.id}",
    }
    hall = halls.describe(unit, unit.caller.hall)
    return staff_page(unit, request, f"manage/{template or section}.html", hall=hall, **{**frame, **values})


def moment(unit: Unit, setup: SetupOut, at: datetime | None) -> str | None:
    """Date and time on the hall's clock; the time alone when it is today's."""
    if at is None:
        return None
    local, today = in_zone(at, setup.hall.zone), in_zone(unit.now, setup.hall.zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"
