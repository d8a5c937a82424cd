"""一次性告知: what is still missing for an item, all of it at once, and what can be done about each. Pure.

The service decides the same for its record (``central.notices.rule``); a table of examples in the tests holds both to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kiosk.hall.guide import Guide, Material, Question


@dataclass(frozen=True)
class Verdict:
    """``missing``: every material that is needed and not there, in the guide's order. Of these, ``on_the_spot`` can be had or put
    right in the hall at once, and for ``promises`` a signed promise may stand in. ``deadline_days``: working days until the first
    of the missing must be there; None: none has a limit."""

    missing: tuple[Material, ...]
    on_the_spot: tuple[Material, ...]
    promises: tuple[Material, ...]
    deadline_days: int | None

    @property
    def today(self) -> bool:
        """Whether it can be done today all the same."""
        return all(one in self.on_the_spot or one in self.promises for one in self.missing)


def asked(guide: Guide) -> tuple[Question, ...]:
    """The questions that a material depends on; the others are not put to anybody."""
    decisive = {one.needed_if[0] for one in guide.materials if one.needed_if is not None}
    return tuple(one for one in guide.questions if one.id in decisive)


def needed(guide: Guide, answers: Mapping[str, bool]) -> tuple[Material, ...]:
    """By the answers to its questions. A material whose question was not answered is needed: to be told too much costs a resident
    less than a second way."""
    return tuple(one for one in guide.materials if _is_needed(one, answers))


def verdict(guide: Guide, answers: Mapping[str, bool], held: Collection[str]) -> Verdict:
    """``held``: ids of the materials that the resident has with them. Who can be helped on the spot needs to promise nothing."""
    missing = tuple(one for one in needed(guide, answers) if one.id not in held)
    on_the_spot = tuple(one for one in missing if one.on_the_spot is not None)
    promises = tuple(one for one in missing if one.promise and one.on_the_spot is None)
    limits = [one.deadline_days for one in missing if one.deadline_days is not None]
    return Verdict(missing, on_the_spot, promises, min(limits, default=None))


def _is_needed(material: Material, answers: Mapping[str, bool]) -> bool:
    if material.needed_if is None:
        return True
    question, answer = material.needed_if
    return answers.get(question, answer) == answer
