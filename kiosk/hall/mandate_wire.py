"""JSON of the central service -> mandates and their forms. Pure; what does not have the agreed shape is a ``Misread``."""

from __future__ import annotations

from typing import Any

from kiosk.hall import fields
from kiosk.hall.mandate import Form, Forms, Handed, Mandate, MandateReceipt, OnFile, Place, Row, Took
from kiosk.hall.names import HallName

DRAFTED = "drafted"
WITH_WHOM = {"relay": "office", "back": "office", "hand_over": "to", "post": "carrier", "finish": "outcome", "deliver": "way"}
WITH_WHOM |= {"pay": "what", "pass_on": "what", "take_over": "office"}
"""By the act: where its line tells with whom it is, what came of it, or what was paid or fetched."""


def receipt_of(data: Any) -> MandateReceipt:
    return MandateReceipt(
        id=fields.text(data, "id"),
        number=fields.text(data, "number"),
        code=fields.text(data, "code"),
        signed=fields.text(data, "state") != DRAFTED,
        item=fields.name(data, "item_name"),
        made_at=fields.moment(data, "made_at"),
        due_on=fields.optional(data, "due_on", fields.day),
        papers=tuple(_handed(one) for one in fields.rows(data, "papers")),
    )


def mandates_of(data: Any) -> tuple[Mandate, ...]:
    return tuple(mandate_of(one) for one in fields.rows(data, "mandates"))


def on_file_of(data: Any) -> OnFile:
    return OnFile(_text(data, "phone_end"), fields.texts(data, "papers"))


def forms_of(data: Any) -> Forms:
    told = fields.field(data, "forms", dict)
    return Forms(_form(told, "mandate"), _form(told, "receipt"), _form(told, "closing"))


def mandate_of(data: Any) -> Mandate:
    asked, delivery = _part(data, "supplement"), _part(data, "delivery")
    open_still = asked is not None and asked.get("received_at") is None
    return Mandate(
        id=fields.text(data, "id"),
        number=fields.text(data, "number"),
        state=fields.text(data, "state"),
        item=fields.name(data, "item_name"),
        made_at=fields.moment(data, "made_at"),
        due_on=fields.optional(data, "due_on", fields.day),
        late=fields.truth(data, "late"),
        agent=_text(data, "agent"),
        agent_name=_text(data, "agent_name"),
        steps=tuple(_step(one) for one in fields.rows(data, "steps")),
        wanted=fields.texts(asked, "wanted") if open_still else (),
        wanted_until=fields.optional(asked, "until", fields.day) if open_still else None,
        outcome=_text(data, "outcome"),
        way=_text(delivery, "way"),
        carrier=_text(delivery, "carrier"),
        tracking=_text(data, "tracking"),
        offered=fields.truth(data, "offered"),
        places=tuple(_place(one) for one in fields.rows(data, "places")) if "places" in data else (),
    )


def _place(data: Any) -> Place:
    return Place(fields.text(data, "office"), fields.truth(data, "hall"), _text(data, "taken_by"))


def _step(data: Any) -> Took:
    act, detail = fields.text(data, "act"), fields.field(data, "detail", dict)
    outcome = _text(detail, "outcome") if act == "back" else ""
    return Took(fields.moment(data, "at"), act, fields.text(data, "who"), _text(detail, WITH_WHOM.get(act, "")), outcome)


def _handed(data: Any) -> Handed:
    return Handed(fields.name(data, "name"), fields.truth(data, "original"), fields.count(data, "copies"))


def _form(data: Any, key: str) -> Form:
    told = fields.field(data, key, dict)
    rows = tuple(Row(fields.text(one, "fact"), fields.name(one, "name")) for one in fields.rows(told, "rows"))
    words: tuple[HallName, ...] = tuple(fields.named(one, "words") for one in fields.rows(told, "words"))
    return Form(fields.name(told, "title"), rows, fields.truth(told, "papers"), words)


def _part(data: Any, key: str) -> Any:
    return fields.optional(data, key, lambda inside, name: fields.field(inside, name, dict))


def _text(data: Any, key: str) -> str:
    """What may be left out."""
    return (fields.optional(data, key, fields.text) or "") if isinstance(data, dict) and key in data else ""
