"""Bodies of the opinions' endpoints."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, model_validator

from central.appointments.schemas import Contact, Lang
from central.appointments.visit_schemas import Trimmed
from central.halls.terms import Urgency
from central.opinions.rules import RESULTS, TOPICS, Kind, Reply, Result, Source, State, Topic
from central.setup.fields import Id, Part, mistake

Words = Annotated[str, Trimmed, Field(min_length=1, max_length=1000)]
Office = Annotated[str, Trimmed, Field(min_length=1, max_length=80)]


class AnswerIn(Part):
    """What came of it. ``office``: the department that was asked, where the hall did not know itself."""

    result: Result
    words: Words = Field(repr=False)
    office: Office | None = None


class OpinionIn(Part):
    """By choosing (``topics``), in words, or both. ``contact`` may be left out: nobody has to say who they are. ``answer``: the
    staff's, where it was given at once."""

    kind: Kind
    topics: list[Topic] = Field(default=[], max_length=20)
    words: Words | None = Field(default=None, repr=False)
    contact: Contact | None = Field(default=None, repr=False)
    office: Office | None = Field(default=None, description="The department that is asked")
    answer: AnswerIn | None = Field(default=None, repr=False)
    lang: Lang = "zh"
    source: Source | None = Field(default=None, description="None: terminal for a terminal, desk for staff")

    @model_validator(mode="after")
    def _fits(self) -> OpinionIn:
        if any(topic not in TOPICS[self.kind] for topic in self.topics):
            raise mistake("topic", "this is not a topic of the kind")
        if not self.topics and self.words is None:
            raise mistake("nothing", "topics or words are needed")
        if self.answer is not None and self.answer.result not in RESULTS[self.kind]:
            raise mistake("result", "this is not a result of the kind")
        return self


class OpinionReceipt(BaseModel):
    """For whoever told it."""

    id: str
    number: str = Field(description="By which the answer is asked for")
    kind: Kind
    due_on: Date | None = Field(description="The day by which it is answered; null: praise waits for no answer")


class OpinionRow(BaseModel):
    """For the staff. Who told it, and in which words, is told by ``holder``."""

    id: str
    number: str
    kind: Kind
    topics: list[Topic]
    source: Source
    told_at: datetime
    state: State
    due_on: Date | None
    urgency: Urgency | None = Field(description="None: no answer is owed any more")
    left: int | None = Field(description="Working days to the end; below zero: past it")
    owner: str | None
    owner_name: str | None
    office: str | None
    result: Result | None
    answered_at: datetime | None
    reply: Reply | None
    closed_at: datetime | None
    worded: bool = Field(description="There are words")
    reachable: bool = Field(description="A telephone number was left")
    forgotten: bool = Field(description="Words and contact were deleted, the time being over")


class OpinionsOut(BaseModel):
    """Those that wait for an answer by their end, those answered and not closed, then the latest that are closed."""

    opinions: list[OpinionRow]


class OpinionPersonOut(BaseModel):
    words: str | None = Field(repr=False)
    name: str | None = Field(repr=False)
    phone: str | None = Field(repr=False)
    answer: str | None = Field(repr=False)


class AssignIn(Part):
    staff: Id = Field(description="Who answers for it from now on")


class CloseIn(Part):
    reply: Reply


class FiguresOut(BaseModel):
    """Of those told in a period."""

    key: str
    told: int
    open: int = Field(description="Still without an answer")
    late: int = Field(description="Of these, past their day")
    answered: int
    in_time: float | None = Field(description="Answered by their day, of all whose answer came or is overdue; 0 to 1")
    founded: int = Field(description="Found to be right, in part at least, or adopted")


class OpinionStatisticsOut(BaseModel):
    """``from`` and ``to`` are days in the hall's zone, both included. Who chose several topics counts under each."""

    from_: Date = Field(serialization_alias="from")
    to: Date
    total: FiguresOut
    kinds: list[FiguresOut]
    topics: list[FiguresOut]
    sources: list[FiguresOut]
    months: list[FiguresOut]
