"""Bodies of the proposals' endpoints."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from central.appointments.visit_schemas import Trimmed
from central.halls.terms import Urgency
from central.proposals.rules import About, State, Verdict
from central.setup.fields import Id, Part

Words = Annotated[str, Trimmed, Field(min_length=1, max_length=1000)]


class ProposalIn(Part):
    """``item``: of the hall's catalogue, where it is about one."""

    about: About
    item: Id | None = None
    words: Words


class ProposalAnswerIn(Part):
    """``until``: by when it is carried out, where it is adopted."""

    verdict: Verdict
    words: Words
    until: Date | None = None


class CameIn(Part):
    """What came of one that was adopted."""

    words: Words


class ProposalOut(BaseModel):
    id: str
    number: str
    about: About
    item: str | None
    item_name: dict[str, str] | None
    words: str
    made_at: datetime
    made_by: str = Field(description="Name of the member of the staff")
    state: State
    due_on: Date
    urgency: Urgency | None = Field(description="None: nobody owes anything by a day")
    left: int | None = Field(description="Working days to the end; below zero: past it")
    answer: str | None
    answered_at: datetime | None
    until: Date | None
    came: str | None
    closed_at: datetime | None


class ProposalsOut(BaseModel):
    """Those that wait for an answer first, then those being carried out, then the others, the latest first."""

    proposals: list[ProposalOut]
