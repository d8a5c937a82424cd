"""The rules of the order, with what would happen under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotated_types import Ge, Le
from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from central.halls.plan import plan_of
from central.halls.rules import Rules
from central.pages.manage.example import Example, example
from central.pages.manage.sections import LEADERS, Chosen, api, draw
from central.pages.members import for_members
from central.routing import UnitOfWork, reads
from central.setup.service import describe

router = APIRouter(prefix="/console/setup", include_in_schema=False)


@dataclass(frozen=True)
class Bounds:
    """What a figure may be; ``usual``: while the hall decides nothing."""

    least: int
    most: int
    usual: int


@router.get("/rules")
@reads(None)
@for_members(LEADERS)
def setup_rules(unit: UnitOfWork, request: Request) -> Response:
    """Figures in the address are tried out in the example; they are not stored."""
    setup = describe(unit, unit.caller.hall)
    rules = plan_of(unit, unit.caller.hall).rules
    chosen = Chosen("rules", rules.model_dump())
    tried = example_of(rules, dict(request.query_params))
    return draw(unit, request, "rules", setup, chosen, url=f"{api(unit)}/rules", bounds=bounds(), example=tried)


def example_of(rules: Rules, figures: dict[str, Any]) -> Example:
    """Under the hall's rules with ``figures`` in place of its own; under its own alone where those are out of their bounds."""
    try:
        own = {name: value for name, value in figures.items() if name in Rules.model_fields}
        tried = Rules.model_validate(rules.model_dump() | own)
    except ValidationError:
        return example(rules, fits=False)
    return example(tried)


def bounds() -> dict[str, Bounds]:
    """Of every rule that is a figure."""
    found: dict[str, Bounds] = {}
    for name, field in Rules.model_fields.items():
        least = next((int(str(each.ge)) for each in field.metadata if isinstance(each, Ge)), None)
        most = next((int(str(each.le)) for each in field.metadata if isinstance(each, Le)), None)
        if least is not None and most is not None:
            found[name] = Bounds(least, most, field.default)
    return found
