"""Bodies of the queue's endpoints."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PrintOutcome = Literal["printed", "not_printed", "uncertain"]
TicketState = Literal["waiting", "called", "finished", "no_show", "cancelled"]


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
    evidence: Literal["card_birth_date", "own_word"]


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
    issued_at: datetime
    windows: list[str] = Field(description="Labels of the open windows that serve the line")
    window: str | None = Field(description="Id of the window that called it")
    priority: str | None
    state: TicketState
    qr: str
    print_outcome: PrintOutcome | None
    rated: bool


class PrintIn(BaseModel):
    outcome: PrintOutcome
    fault: str | None = Field(default=None, pattern=r"^[a-z_]{1,32}$")
    reprint: bool = False
