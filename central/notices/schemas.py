"""Bodies of the notices' endpoints."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from central.queue.schemas import Holder
from central.setup.fields import Id

Ids = Annotated[list[Id], Field(max_length=200)]


class NoticeIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    item: Id
    version: int = Field(ge=1, le=2**31 - 1, strict=True, description="Of the guide that was told from")
    visit: str = Field(
        default="", pattern=r"^[A-Za-z0-9.-]{0,64}$", description="Of one visit, an answer taken back makes no second notice"
    )
    parts: dict[Id, int] = Field(default={}, max_length=20, description="Of a bundle: the versions of its items")
    answers: dict[Id, bool] = Field(default={}, max_length=60, description="To the guide's questions")
    held: Ids = Field(default=[], description="Ids of the materials that are there")
    holder: Holder | None = Field(default=None, description="Whoever laid a card; only a keyed hash of the number is kept")


class NoticeOut(BaseModel):
    id: str
    number: int = Field(description="Counts the notices of the hall")
    item: str
    version: int
    missing: list[str] = Field(description="Ids of the materials, in the guide's order")
    on_the_spot: list[str] = Field(description="Of the missing: can be had or put right in the hall")
    promises: list[str] = Field(description="Of the missing: a signed promise may stand in")
    deadline_days: int | None = Field(description="Working days until the first of the missing must be there")
    second: bool = Field(description="This person was told so for this item before, within 90 days: the hall's failure")
    told_at: datetime


class NoticesOut(BaseModel):
    """The latest first; the sums are of all within the days."""

    notices: list[NoticeOut]
    given: int
    second: int
