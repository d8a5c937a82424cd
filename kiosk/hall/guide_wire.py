"""JSON of the central service -> guides. Pure; what does not have the agreed shape is a ``Misread``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from kiosk.hall import fields
from kiosk.hall.guide import Asked, Fee, Guide, Material, Online, Part, Place, Question, Stage
from kiosk.hall.names import HallName

T = TypeVar("T")


def guides_of(data: Any) -> tuple[Guide, ...]:
    """Everything in force today; a bundle with what its items ask for in place of its own."""
    joined = dict(fields.optional(data, "bundles", lambda told, key: _each(told, key, _bundle)) or ())
    return tuple(joined[one.item](one) if one.item in joined else one for one in _each(data, "guides", guide_of))


def guide_of(data: Any) -> Guide:
    return Guide(
        item=fields.text(data, "item"),
        name=fields.name(data, "name"),
        version=fields.count(data, "version"),
        effective_from=fields.day(data, "effective_from"),
        summary=fields.name(data, "summary"),
        result=fields.name(data, "result"),
        fee=_fee(fields.field(data, "fee", dict)),
        sample=fields.truth(data, "sample"),
        immediate=fields.truth(data, "immediate"),
        regional=fields.truth(data, "regional"),
        conditions=_names(data, "conditions"),
        questions=_each(data, "questions", _question),
        materials=_each(data, "materials", _material),
        steps=_each(data, "steps", _step),
        statutory_days=fields.optional(data, "statutory_days", fields.count),
        promised_days=fields.optional(data, "promised_days", fields.count),
        procedures=_names(data, "procedures"),
        delivery=fields.texts(data, "delivery"),
        visits=fields.count(data, "visits"),
        places=_each(data, "places", _place),
        enquiry=fields.text(data, "enquiry"),
        complaints=fields.text(data, "complaints"),
        faq=_each(data, "faq", lambda one: Asked(fields.name(one, "question"), fields.name(one, "answer"))),
        events=fields.texts(data, "events"),
        people=fields.texts(data, "people"),
        asked=fields.count(data, "asked"),
        entrusted=bool(fields.optional(data, "entrust", _allowed)),
        online=fields.optional(data, "online", _online),
        ones=fields.optional(data, "ones", fields.texts) or (),
        village=fields.optional(data, "village", fields.text) or "",
    )


def _bundle(data: Any) -> tuple[str, Callable[[Guide], Guide]]:
    parts = _each(data, "parts", _part)
    questions, materials = _each(data, "questions", _question), _each(data, "materials", _material)
    return fields.text(data, "item"), partial(replace, parts=parts, questions=questions, materials=materials)


def _part(data: Any) -> Part:
    return Part(fields.text(data, "item"), fields.name(data, "name"), fields.count(data, "version"))


def _question(data: Any) -> Question:
    return Question(fields.text(data, "id"), fields.name(data, "text"))


def _material(data: Any) -> Material:
    return Material(
        id=fields.text(data, "id"),
        name=fields.name(data, "name"),
        original=fields.truth(data, "original"),
        copies=fields.count(data, "copies"),
        source=fields.optional(data, "source", fields.name),
        how=fields.optional(data, "how", fields.name),
        needed_if=fields.optional(data, "needed_if", _condition),
        on_the_spot=fields.optional(data, "on_the_spot", fields.name),
        promise=fields.truth(data, "promise"),
        deadline_days=fields.optional(data, "deadline_days", fields.count),
        picture=fields.text(data, "picture"),
        on_phone=bool(fields.optional(data, "on_phone", fields.truth)),
    )


def _allowed(data: Any, key: str) -> bool:
    return fields.truth(fields.field(data, key, dict), "allowed")


def _online(data: Any, key: str) -> Online:
    found = fields.field(data, key, dict)
    return Online(fields.text(found, "address"), fields.name(found, "name"), fields.optional(found, "text", fields.name))


def _condition(data: Any, key: str) -> tuple[str, bool]:
    found = fields.field(data, key, dict)
    return fields.text(found, "question"), fields.truth(found, "answer")


def _step(data: Any) -> Stage:
    place, days = fields.optional(data, "place", fields.name), fields.optional(data, "days", fields.count)
    return Stage(fields.name(data, "name"), place, days)


def _fee(data: Any) -> Fee:
    return Fee(fields.truth(data, "free"), fields.name(data, "text"), fields.optional(data, "basis", fields.name))


def _place(data: Any) -> Place:
    return Place(fields.name(data, "name"), fields.optional(data, "hours", fields.name), fields.text(data, "phone"))


def _names(data: Any, key: str) -> tuple[HallName, ...]:
    return tuple(fields.named(one, key) for one in fields.rows(data, key))


def _each(data: Any, key: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(read(one) for one in fields.rows(data, key))
