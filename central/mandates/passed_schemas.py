"""Bodies of what other halls have passed to one: what is told of it there, and how it is passed back."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field, model_validator

from central.halls.schemas import Names
from central.halls.terms import Urgency
from central.mandates.schemas import Kind, PaperOut
from central.mandates.step_schemas import Level, Step
from central.setup.fields import Id, Wording

PassedAct = Literal["take", "back", "onward"]
Came = Literal["done", "refused", "supplement"]
"""How a hall passes it back: done; not to be granted; something is missing, which the resident is told once by their own hall."""


class PassedRow(BaseModel):
    """Names no resident. ``due_on``: the day that was agreed or the one promised to the resident, whichever comes first."""

    id: int
    number: str = Field(description="Of the mandate, in the hall that it was given to")
    item_name: Names
    kind: Kind
    hall: str = Field(description="The hall that it was given to, and comes back to")
    hall_name: Names
    sent_at: datetime
    due_on: Date | None
    urgency: Urgency | None = Field(description="None: it has no end, or is back")
    left: int | None = Field(description="Working days to the end; below zero: past it")
    lead: bool = Field(description="This hall has the lead")
    leads: Names | None = Field(description="Who has the lead; None: the hall that it was given to")
    taken_at: datetime | None
    taken_by: str | None = Field(description="Name of who took it over here")
    back_at: datetime | None
    outcome: str | None


class PassedListOut(BaseModel):
    """What is still here, the earliest end first; then the latest that is not."""

    relays: list[PassedRow]


class PassedOut(PassedRow):
    """``papers``: what the resident handed over, as long as it is here; ``acts``: what the caller may do about it now."""

    papers: list[PaperOut]
    agent_name: str | None = Field(description="Who answers for it in the hall that it was given to")
    hall_phone: str
    wanted: list[str]
    asked: bool = Field(description="The resident was told once what is missing; it isn't told again")
    acts: list[PassedAct]
    shown: bool = Field(description="The caller may see whose it is")


class PassedPersonOut(BaseModel):
    """Whose it is: what doing it takes, and no more. ``note``: what was written when it was passed on."""

    name: str | None = Field(repr=False)
    id_number: str | None = Field(repr=False)
    note: str | None = Field(repr=False)


class PassBackIn(Step):
    """A refusal needs a ``note`` that says why; a supplement says all that is missing in ``wanted``."""

    outcome: Came
    wanted: list[Wording] = Field(default=[], max_length=20)

    @model_validator(mode="after")
    def _whole(self) -> PassBackIn:
        if (self.outcome == "supplement") != bool(self.wanted):
            raise ValueError("what is missing is said with a supplement, and only then")
        return self


class OnwardIn(Step):
    """To another hall, a level higher for the most part; it comes back from there to the hall that it was given to."""

    hall: Id
    level: Level | None = None
    until: Date | None = None
