"""一件事一次办 (F11): an item that takes in others is one errand. What its items ask for is asked once, as one set of papers.

The words that a resident reads decide: questions and papers of the same Chinese name are the same, others are not. Where two
items want the same paper otherwise, the stricter of them holds, for to be told too little costs a second way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from central.catalogue import reading, repository
from central.catalogue.guide import BundleOut, Condition, GuideIn, GuideOut, Material, PartOut, Question
from central.catalogue.models import Guide
from central.unit import Unit

ID_LONGEST = 60
"""Of an id before its number is put to it; ids have 64 characters at most."""


class Joined:
    """The questions and the materials of several guides, each once, in the order in which they came."""

    def __init__(self) -> None:
        self._questions: dict[str, Question] = {}
        self._materials: dict[str, Material] = {}

    @property
    def questions(self) -> list[Question]:
        return list(self._questions.values())

    @property
    def materials(self) -> list[Material]:
        return list(self._materials.values())

    def take(self, guide: GuideIn) -> None:
        asked = {each.id: self._asked(each) for each in guide.questions}
        for each in guide.materials:
            found = each.model_copy(update={"needed_if": _renamed(each.needed_if, asked)})
            known = self._materials.get(each.name["zh"])
            if known is None:
                id = _free(each.id, (one.id for one in self.materials))
                self._materials[each.name["zh"]] = found.model_copy(update={"id": id})
            else:
                self._materials[each.name["zh"]] = _stricter(known, found)

    def _asked(self, question: Question) -> str:
        """The id that it has here."""
        text = question.text["zh"]
        if text not in self._questions:
            id = _free(question.id, (one.id for one in self.questions))
            self._questions[text] = question.model_copy(update={"id": id})
        return self._questions[text].id


def joined(lead: GuideIn, parts: Iterable[GuideIn]) -> Joined:
    """What ``lead`` asks for itself comes first."""
    found = Joined()
    for guide in (lead, *parts):
        found.take(guide)
    return found


def whole(unit: Unit, hall: str, lead: GuideOut, versions: Mapping[str, int] | None = None) -> GuideIn:
    """``lead`` with all that its items ask for: by their ``versions``, or as they are in force today. Raises GuideUnknown for a
    version that there is not."""
    if not lead.bundle:
        return lead
    told = {item: version for item, version in (versions or {}).items() if item in lead.bundle}
    parts = [reading.version_of(unit, hall, *each) for each in told.items()] if told else _today(unit, hall, lead)
    found = joined(lead, (reading.content(each) for each in _in_order(lead, parts)))
    return lead.model_copy(update={"questions": found.questions, "materials": found.materials})


def of(guides: Sequence[Guide]) -> list[BundleOut]:
    """Of each of the ``guides`` that takes in others of them."""
    leads = [reading.content(each) for each in guides if '"bundle":["' in each.document]
    return [_told(lead, [reading.content(each) for each in _in_order(lead, guides)]) for lead in leads]


def _told(lead: GuideOut, parts: list[GuideOut]) -> BundleOut:
    found = joined(lead, parts)
    names = [PartOut(item=each.item, name=each.name, version=each.version) for each in parts]
    return BundleOut(item=lead.item, parts=names, questions=found.questions, materials=found.materials)


def _today(unit: Unit, hall: str, lead: GuideOut) -> list[Guide]:
    day = reading.today(unit, hall)
    found = (repository.guide_in_force(unit.session, hall, each, day) for each in lead.bundle)
    return [each for each in found if each is not None]


def _in_order(lead: GuideOut, guides: Iterable[Guide]) -> list[Guide]:
    by_item = {each.item_id: each for each in guides}
    return [by_item[each] for each in dict.fromkeys(lead.bundle) if each in by_item and each != lead.item]


def _renamed(condition: Condition | None, asked: Mapping[str, str]) -> Condition | None:
    return condition and condition.model_copy(update={"question": asked[condition.question]})


def _stricter(one: Material, other: Material) -> Material:
    """Two items want the same paper: one set of it, with the most copies that any of them keeps."""
    limits = [each.deadline_days for each in (one, other) if each.deadline_days is not None]
    return one.model_copy(
        update={
            "original": one.original or other.original,
            "copies": max(one.copies, other.copies),
            "needed_if": one.needed_if if one.needed_if == other.needed_if else None,
            "promise": one.promise and other.promise,
            "deadline_days": min(limits) if len(limits) == 2 else None,
        }
    )


def _free(id: str, taken: Iterable[str]) -> str:
    known, found, count = set(taken), id, 1
    while found in known:
        count += 1
        found = f"{id[:ID_LONGEST]}-{count}"
    return found
