"""JSON of the roster and of calls for help -> what the terminal knows of the staff. Pure."""

from __future__ import annotations

from typing import Any

from kiosk.hall import fields
from kiosk.hall.messages import HallName
from kiosk.hall.people import Duty, DutySpan, NextDuty, OnShow, OnShowHere, Rung


def duty(data: Any, key: str) -> Duty:
    found = fields.field(data, key, dict)
    people = fields.rows(found, "people")
    return Duty(
        planned=fields.truth(found, "planned"),
        names=tuple(fields.text(one, "name") for one in people),
        rung=tuple(fields.text(one, "name") for one in people if fields.truth(one, "rung")),
        next=fields.optional(found, "next", _next),
    )


def rung_of(data: Any) -> Rung:
    after = fields.optional(data, "phone_after_s", fields.count)
    return Rung(fields.text(data, "id"), fields.optional(data, "duty", duty), after)


def on_show_of(data: Any) -> OnShowHere:
    """Without their pictures."""
    return OnShowHere(tuple(_person(one) for one in fields.rows(data, "people")), fields.text(data, "complaints"))


def _next(data: Any, key: str) -> NextDuty:
    found = fields.field(data, key, dict)
    phone = fields.optional(found, "phone", fields.text) or ""
    return NextDuty(fields.text(found, "name"), phone, fields.day(found, "day"), fields.text(found, "at"))


def _person(data: Any) -> OnShow:
    return OnShow(
        id=fields.text(data, "id"),
        name=fields.text(data, "name"),
        post=fields.optional(data, "post", _words),
        duty=fields.optional(data, "duty", _words),
        phone=fields.optional(data, "phone", fields.text) or "",
        hours=tuple(_span(one) for one in fields.rows(data, "hours")),
        items=tuple(fields.name(one, "name") for one in fields.rows(data, "items")),
        mark=fields.optional(data, "picture", fields.text) or "",
    )


def _words(data: Any, key: str) -> HallName:
    return fields.name(data, key)


def _span(data: Any) -> DutySpan:
    return DutySpan(fields.count(data, "weekday"), fields.text(data, "opens"), fields.text(data, "closes"))
