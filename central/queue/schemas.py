"""Bodies of the queue's endpoints."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from central.errors import ErrorOut
from central.halls.rules import PauseReason
from central.halls.schemas import Names

PrintOutcome = Literal["printed", "not_printed", "uncertain"]
TicketState = Literal["waiting", "called", "parked", "finished", "no_show", "cancelled"]
Evidence = Literal["card_birth_date", "own_word", "paper_at_window"]


class Holder(BaseModel):
    """The person of a ticket: only these fields are taken, encrypted, and none of them is ever printed or logged."""

    model_config = ConfigDict(extra="forbid")

    kind: str = Field(pattern=r"^[a-z0-9_]{1,32}$", description="Kind of the card, such as resident")
    name: str = Field(min_length=1, max_length=64, repr=False)
    id_number: str = Field(min_length=1, max_length=32, repr=False)
    birth: date | None = Field(default=None, repr=False)


class PriorityIn(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str = Field(alias="class", min_length=1, max_length=64)
    evidence: Evidence


class TicketIn(BaseModel):
    line: str = Field(min_length=1, max_length=64)
    lang: str = Field(default="zh", pattern=r"^[A-Za-z][A-Za-z0-9-]{1,15}$")
    holder: Holder | None = None
    priority: PriorityIn | None = None


class TicketOut(BaseModel):
    id: str
    number: str
    line: str
    ahead: int = Field(description="How many waiting tickets of the line are called before this one")
    estimated_wait_s: int | None = Field(description="None while too little is known of the line")
    wait_range_s: tuple[int, int] | None = Field(description="Eight of ten people wait at least the first, at most the second")
    issued_at: datetime
    windows: list[str] = Field(description="Labels of the open windows that serve the line")
    window: str | None = Field(description="Id of the window that called it")
    priority: str | None
    state: TicketState
    qr: str
    print_outcome: PrintOutcome | None
    rated: bool
    area: str | None = Field(description="Where to wait, when all windows that serve the line share one call zone: in Chinese")
    area_name: Names | None = Field(default=None, description="What that call zone is called")
    appointment: bool = Field(description="It came with an appointment, in time")
    reason: str | None = Field(description="Why it was called when it was")


class IssueRefusedOut(ErrorOut):
    ticket: TicketOut | None = Field(default=None, description="With `ticket_open`: the ticket that the person has")


class PrintIn(BaseModel):
    outcome: PrintOutcome
    fault: str | None = Field(default=None, pattern=r"^[a-z_]{1,32}$")
    reprint: bool = False


class ParkIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str | None = Field(default=None, pattern=r"^[a-z_]{1,32}$", description="A code, never about a person")


class TransferIn(BaseModel):
    """To a line, or to one window: exactly one of them."""

    model_config = ConfigDict(extra="forbid")

    line: str | None = Field(default=None, min_length=1, max_length=64)
    window: str | None = Field(default=None, min_length=1, max_length=64)

    @model_validator(mode="after")
    def one_of_them(self) -> Self:
        if (self.line is None) == (self.window is None):
            raise ValueError("either a line or a window is needed")
        return self


class CancelIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    by: Literal["resident", "staff"]


class CallIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    ticket: str = Field(min_length=1, max_length=36)


class PauseIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: PauseReason


class QueuedOut(BaseModel):
    """A ticket as a clerk sees it before it is called: never whose it is."""

    id: str
    number: str
    line: str
    priority: str | None
    evidence: str | None = Field(description="How the priority was shown; `paper_at_window` is for the clerk to check")
    waited_s: int
    since: datetime
    reason: str | None = Field(description="Why it is next; None where it is called by hand alone")
    appointment: bool
    for_window: str | None


class QueueOut(BaseModel):
    next: list[QueuedOut] = Field(description="In the order in which the window would call them now")
    parked: list[QueuedOut]
    missed: list[QueuedOut] = Field(description="No-shows of today, the latest first")
