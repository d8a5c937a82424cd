"""Bodies of the trainings' endpoints."""

from __future__ import annotations

from datetime import date as Date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from central.halls.cycles import Cycle
from central.halls.schemas import DueOut
from central.setup.fields import Id, Name, Part, Wording
from central.training.rules import Holder


def _once(people: list[str]) -> list[str]:
    return sorted(set(people))


class TrainingIn(Part):
    """``people``: ids of the hall's staff who were there."""

    held_on: Date
    topic: Annotated[Wording, Field(max_length=80)]
    held_by: Holder = "hall"
    teacher: Name | None = None
    minutes: int = Field(ge=10, le=2400, description="How long it was")
    people: Annotated[list[Id], Field(min_length=1, max_length=200), AfterValidator(_once)]


class TrainingOut(BaseModel):
    id: str
    held_on: Date
    topic: str
    held_by: Holder
    teacher: str | None
    minutes: int
    people: list[str]
    names: list[str] = Field(description="Of those who were there and still are on the staff or were")


class TrainedOut(BaseModel):
    """One member of the staff. ``minutes``: of this year."""

    id: str
    name: str
    last: Date | None
    minutes: int
    due: DueOut


class TrainingsOut(BaseModel):
    """``due``: of the hall, by its own trainings and those it was at."""

    cycle: Cycle
    due: DueOut
    trainings: list[TrainingOut] = Field(description="The latest first")
    people: list[TrainedOut] = Field(description="Those who are owed one first")
