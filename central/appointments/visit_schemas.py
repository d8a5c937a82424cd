"""Bodies of the home visits' endpoints."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from central.appointments.schemas import Id, Name, Phone, Source

VisitState = Literal["asked", "planned", "done", "declined", "cancelled"]
Group = Literal["very_old", "alone", "frail", "left_behind", "disabled", "ill"]
"""高龄, 空巢, 失能, 留守 (诃额伦街道 plan, spec/features.md 75), 残疾, 病重: sensitive, so taken only with consent."""
Trimmed = StringConstraints(strip_whitespace=True)
Words = Annotated[str, Trimmed, Field(min_length=1, max_length=500)]
Place = Annotated[str, Trimmed, Field(min_length=1, max_length=200)]
Relation = Annotated[str, Trimmed, Field(min_length=1, max_length=32)]


class Asker(BaseModel):
    """Who asks for somebody else; ``relation`` in their own words."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = Field(default=None, repr=False)
    phone: Phone = Field(repr=False)
    relation: Relation | None = Field(default=None, repr=False)


class VisitIn(BaseModel):
    """``name``: whom to visit, ``phone``: whom to call before coming, ``place``: where to go. A terminal has no keys for names
    and places: what is left out is asked by telephone."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = Field(default=None, repr=False)
    phone: Phone = Field(repr=False)
    place: Place | None = Field(default=None, repr=False)
    need: Words | None = Field(default=None, repr=False, description="What is to be done, in the resident's words")
    line: Id | None = None
    asker: Asker | None = Field(default=None, repr=False, description="When it is asked for somebody else")
    group: Group | None = Field(default=None, repr=False, description="Only together with consent")
    consent: bool = Field(default=False, description="The person agreed that the group is written down, and was told why")
    source: Source | None = Field(default=None, description="None: terminal for a terminal, phone for staff")


class VisitOut(BaseModel):
    """Of the persons only what tells two apart."""

    id: str
    number: int
    state: VisitState
    line: str | None
    source: Source
    asked_at: datetime
    planned_at: datetime | None
    staff: str | None = Field(description="Id of who goes")
    staff_name: str | None
    closed_at: datetime | None
    surname: str | None = Field(repr=False)
    phone_end: str | None = Field(repr=False)
    for_other: bool = Field(description="Somebody asked for somebody else")
    to_call: bool = Field(description="Name or place are not known yet: they are asked by telephone")


class VisitReceipt(BaseModel):
    """For whoever asked."""

    id: str
    number: int = Field(description="By which the hall finds it when the resident telephones")
    state: VisitState


class VisitsOut(BaseModel):
    visits: list[VisitOut]


class VisitPersonOut(BaseModel):
    """The persons in full. ``group`` only for who leads the hall and who goes."""

    name: str | None = Field(repr=False)
    phone: str | None = Field(repr=False)
    place: str | None = Field(repr=False)
    need: str | None = Field(repr=False)
    asker: Asker | None = Field(repr=False)
    group: Group | None = Field(repr=False)
    answer: str | None = Field(repr=False)


class PlanIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    staff: Id
    at: datetime = Field(description="With an offset, or on the hall's wall clock without one")


class DoneIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    note: Words | None = Field(default=None, repr=False)


class DeclineIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    note: Words = Field(repr=False)
