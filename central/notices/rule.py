"""What is missing for an item, by its guide, the answers to its questions and what the resident has with them. Pure.

Terminals decide the same before they ask (``kiosk.notice``); a table of examples in the tests holds both to it. What is recorded
is what is decided here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from central.catalogue.guide import GuideIn, Material


class Verdict(NamedTuple):
    """Ids of materials, in the guide's order. ``missing``: needed and not there. Of these, ``on_the_spot`` can be had or put
    right in the hall at once, and for ``promises`` a signed promise (告知承诺) may stand in. ``deadline_days``: working days until
    the first of the missing must be there; None: none has a limit."""

    missing: list[str]
    on_the_spot: list[str]
    promises: list[str]
    deadline_days: int | None


def verdict(guide: GuideIn, answers: Mapping[str, bool], held: Collection[str]) -> Verdict:
    """A material whose question was not answered is needed: to be told too much costs less than a second way."""
    missing = [each for each in guide.materials if _is_needed(each, answers) and each.id not in held]
    limits = [each.deadline_days for each in missing if each.deadline_days is not None]
    return Verdict(
        [each.id for each in missing],
        [each.id for each in missing if each.on_the_spot is not None],
        [each.id for each in missing if each.promise and each.on_the_spot is None],
        min(limits, default=None),
    )


def _is_needed(material: Material, answers: Mapping[str, bool]) -> bool:
    condition = material.needed_if
    return condition is None or answers.get(condition.question, condition.answer) == condition.answer
