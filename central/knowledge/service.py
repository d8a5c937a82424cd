"""The knowledge base: the answers of all guides in force, the hall's own, and those that other halls share."""

from __future__ import annotations

import json
from typing import Any

from central.catalogue import reading
from central.catalogue import repository as catalogue
from central.errors import Forbidden, Invalid, WrongState
from central.ids import new_id
from central.knowledge import finding, repository
from central.knowledge.finding import Text
from central.knowledge.models import KnownAnswer
from central.knowledge.refusals import AlreadyTaken, AnswerUnknown
from central.knowledge.schemas import KnowledgeOut, KnownIn, KnownOut
from central.opinions import repository as opinions
from central.unit import Unit

MOST = 50


def find(unit: Unit, hall: str, typed: str) -> KnowledgeOut:
    """At most ``MOST``."""
    items = {each.id: each for each in catalogue.items(unit.session, hall)}
    base = [*_written(unit, hall, {id: each.name for id, each in items.items()}), *_of_guides(unit, hall)]
    called = {id: " ".join([*each.name.values(), *each.aliases]) for id, each in items.items()}
    texts = [Text(_joined(each.question), called.get(each.item or "", ""), _joined(each.answer)) for each in base]
    places = finding.best(typed, texts)
    return KnowledgeOut(all=len(base), found=len(places), answers=[base[place] for place in places[:MOST]])


def enter(unit: Unit, hall: str, body: KnownIn) -> KnownOut:
    _check_item(unit, hall, body.item)
    if body.opinion is not None:
        _check_enquiry(unit, hall, body.opinion)
    known = KnownAnswer(id=new_id(unit.now), hall_id=hall, opinion_id=body.opinion)
    unit.session.add(known)
    return _changed(unit, known, body, "knowledge.entered")


def change(unit: Unit, answer_id: str, body: KnownIn) -> KnownOut:
    known = own(unit, answer_id)
    _check_item(unit, known.hall_id, body.item)
    return _changed(unit, known, body, "knowledge.changed")


def remove(unit: Unit, answer_id: str) -> None:
    unit.session.delete(own(unit, answer_id))
    unit.record("knowledge.removed", answer_id)


def own(unit: Unit, answer_id: str) -> KnownAnswer:
    """An answer of the caller's hall."""
    known = repository.by_id(unit.session, answer_id)
    if known is None:
        raise AnswerUnknown("no such answer", "answer")
    if known.hall_id != unit.caller.hall:
        raise Forbidden("this answer belongs to another hall")
    return known


def _check_item(unit: Unit, hall: str, item: str | None) -> None:
    if item is not None and catalogue.item(unit.session, hall, item) is None:
        raise Invalid("the hall does not offer this item", "item")


def _check_enquiry(unit: Unit, hall: str, opinion_id: str) -> None:
    """An enquiry that was answered; who asked is not taken along, only what the leader writes down afresh."""
    opinion = opinions.by_id(unit.session, opinion_id)
    if opinion is None or opinion.hall_id != hall or opinion.kind != "enquiry":
        raise Invalid("the hall has no such enquiry", "opinion")
    if opinion.state == "received":
        raise WrongState("it has no answer yet")
    if opinion_id in repository.taken(unit.session, hall):
        raise AlreadyTaken("its answer is in the knowledge base already", "opinion")


def _changed(unit: Unit, known: KnownAnswer, body: KnownIn, action: str) -> KnownOut:
    known.question, known.answer, known.item_id, known.shared = body.question, body.answer, body.item, body.shared
    known.changed_at = unit.now
    unit.session.flush()
    unit.record(action, known.id)
    item = None if known.item_id is None else catalogue.item(unit.session, known.hall_id, known.item_id)
    return _told(known, None if item is None else item.name, None)


def _written(unit: Unit, hall: str, names: dict[str, dict[str, str]]) -> list[KnownOut]:
    found = repository.readable(unit.session, hall)
    return [_told(each, names.get(each.item_id or ""), None if each.hall_id == hall else whose) for each, whose in found]


def _told(known: KnownAnswer, item: dict[str, str] | None, whose: dict[str, str] | None) -> KnownOut:
    return KnownOut(
        id=known.id,
        source="own" if whose is None else "shared",
        question={"zh": known.question},
        answer={"zh": known.answer},
        item=known.item_id,
        item_name=item,
        hall=whose,
        shared=known.shared,
        changed_at=known.changed_at,
    )


def _of_guides(unit: Unit, hall: str) -> list[KnownOut]:
    return [answer for guide in reading.shown(unit, hall) for answer in _answers(json.loads(guide.document))]


def _answers(guide: dict[str, Any]) -> list[KnownOut]:
    """Read without checking: thousands of guides were checked when they were published."""
    plain: dict[str, Any] = {"id": None, "source": "guide", "hall": None, "shared": False, "changed_at": None}
    of_item = {"item": guide["item"], "item_name": guide["name"]}
    return [KnownOut.model_construct(**plain, **of_item, **told) for told in guide["faq"]]


def _joined(told: dict[str, str]) -> str:
    return " ".join(told.values())
