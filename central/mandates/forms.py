"""What is printed of mandates: 委托单, 回执, 办结单, and the columns of the ledger (工作台账).

The plans that ask for them (the street's of 2022: 附件 6 and 7; 办结单) name annexes that weren't published with them, so these are
our own design; a hall changes them to those that its district has prescribed.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, field_validator

from central.errors import Invalid
from central.mandates import repository
from central.mandates.models import MandateForm
from central.setup.fields import Language, Part, Words, mistake
from central.unit import Unit

FormKind = Literal["mandate", "receipt", "closing", "ledger"]
KINDS: tuple[FormKind, ...] = get_args(FormKind)

PLAIN = (
    "number made_on item kind source accepted_on due_on statutory_on state agent deputy offices asked_on reviewed_on payments "
    "outcome done_on way received_on content visits closed_on"
).split()
"""Facts that name nobody."""
LEDGER_FACTS = (*PLAIN, "surname", "phone_end", "urgency")
SHEET_FACTS = (*PLAIN, "name", "id_number", "phone", "address", "words", "code", "tracking", "hall", "hall_phone")
"""Of one mandate's printed forms, on which the person stands in full."""


def _in_chinese(names: dict[str, str]) -> dict[str, str]:
    if "zh" not in names:
        raise mistake("needs_chinese", "zh is needed")
    return names


Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Paragraph = Annotated[dict[Language, Sentence], Field(max_length=20), AfterValidator(_in_chinese)]


class Row(Part):
    """``fact``: what is filled in; ``name``: what stands before it, or over its column."""

    fact: str = Field(max_length=16)
    name: Words


class Form(Part):
    """``rows`` in their order, then ``words``, each a paragraph. ``papers``: what was handed over is listed between them."""

    title: Words
    rows: list[Row] = Field(min_length=1, max_length=40)
    papers: bool = False
    words: list[Paragraph] = Field(default=[], max_length=12)

    @field_validator("rows")
    @classmethod
    def known(cls, rows: list[Row]) -> list[Row]:
        if any(row.fact not in {*LEDGER_FACTS, *SHEET_FACTS} for row in rows):
            raise mistake("choice", "there is no such fact")
        if len({row.fact for row in rows}) < len(rows):
            raise mistake("twice", "a fact stands twice")
        return rows


class FormOut(Form):
    """``own``: the hall's, not the one it came with."""

    own: bool


class FormsOut(BaseModel):
    forms: dict[FormKind, FormOut]


@cache
def ours() -> dict[FormKind, Form]:
    """The forms that every hall begins with."""
    told = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))
    return {kind: Form.model_validate(told[kind]) for kind in KINDS}


def facts_of(kind: FormKind) -> tuple[str, ...]:
    """What a form may hold: the ledger goes into files and onto desks, so nobody stands in it in full."""
    return LEDGER_FACTS if kind == "ledger" else SHEET_FACTS


def of_hall(unit: Unit, hall: str, kind: FormKind) -> FormOut:
    kept = repository.form(unit.session, hall, kind)
    body = ours()[kind] if kept is None else Form.model_validate(kept.body)
    return FormOut(**body.model_dump(), own=kept is not None)


def all_of_hall(unit: Unit, hall: str) -> FormsOut:
    return FormsOut(forms={kind: of_hall(unit, hall, kind) for kind in KINDS})


def change(unit: Unit, hall: str, kind: FormKind, body: Form) -> FormOut:
    if any(row.fact not in facts_of(kind) for row in body.rows):
        raise Invalid("this form may not hold such a fact", "rows")
    kept = repository.form(unit.session, hall, kind)
    if kept is None:
        unit.session.add(MandateForm(hall_id=hall, form=kind, body=body.model_dump()))
    else:
        kept.body = body.model_dump()
    unit.session.flush()
    unit.record("mandate_form.changed", kind)
    return of_hall(unit, hall, kind)


def restore(unit: Unit, hall: str, kind: FormKind) -> FormOut:
    """The form that the hall came with."""
    kept = repository.form(unit.session, hall, kind)
    if kept is not None:
        unit.session.delete(kept)
        unit.session.flush()
        unit.record("mandate_form.restored", kind)
    return of_hall(unit, hall, kind)
