"""历史数据自动填充: what lies on file of somebody from their signed mandates in this hall, and need not be told or brought again.

It is used only where they say so, for each mandate anew. A copy serves as long as the guide that is in force says; what a guide
does not say is asked for each time. What was forgotten, withdrawn or never signed is not on file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from central.appointments import persons
from central.catalogue import reading
from central.catalogue import repository as catalogue
from central.catalogue.guide import Material
from central.errors import Invalid
from central.halls import service as halls
from central.mandates import repository
from central.mandates.course import State
from central.mandates.models import Mandate
from central.mandates.schemas import MandateIn, OnFileIn, OnFileOut
from central.queue import holders
from central.unit import Unit


@dataclass(frozen=True)
class OnFile:
    """``papers``: the guide's materials of which a copy is still good."""

    phone: str | None = field(repr=False)
    papers: Sequence[Material]


def told(unit: Unit, hall_id: str, body: OnFileIn) -> OnFileOut:
    found = _of_person(unit, hall_id, body.holder.id_number, body.item)
    return OnFileOut(phone_end=persons.last_four(found.phone), papers=[each.id for each in found.papers])


def used(unit: Unit, hall_id: str, body: MandateIn) -> OnFile:
    """What of it they want for this mandate. Raises ``Invalid`` for what is not, or no longer, there."""
    if not body.phone_on_file and not body.papers_on_file:
        return OnFile(None, ())
    found = _of_person(unit, hall_id, body.principal.id_number or "", body.item or "")
    if body.phone_on_file and found.phone is None:
        raise Invalid("no phone is on file", "phone_on_file")
    papers = [each for each in found.papers if each.id in body.papers_on_file]
    if len(papers) < len(set(body.papers_on_file)):
        raise Invalid("no valid copy of it is on file", "papers_on_file")
    return OnFile(found.phone if body.phone_on_file else None, papers)


def _of_person(unit: Unit, hall_id: str, id_number: str, item: str) -> OnFile:
    earlier = repository.by_person(unit.session, hall_id, holders.number_mark(unit.vault, id_number))
    signed = [each for each in earlier if each.accepted_at is not None and each.state != State.WITHDRAWN.value]
    phones = (persons.opened(unit.vault, each.id, "phone", each.phone) for each in signed)
    guide = catalogue.guide_in_force(unit.session, hall_id, item, halls.today(unit, hall_id))
    materials = reading.content(guide).materials if guide is not None else []
    return OnFile(next((phone for phone in phones if phone), None), [each for each in materials if _lies(unit, each, signed)])


def _lies(unit: Unit, material: Material, mandates: list[Mandate]) -> bool:
    """A copy stays in the folder when its original has gone back."""
    if material.valid_days is None:
        return False
    since = unit.now - timedelta(days=material.valid_days)
    papers = (paper for each in mandates for paper in repository.papers(unit.session, each.id))
    return any(
        paper.copies > 0 and paper.handed_over_at > since and paper.name["zh"] == material.name["zh"] for paper in papers
    )
