"""Bodies of the knowledge base's endpoints."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from central.appointments.visit_schemas import Trimmed
from central.setup.fields import Id, Part

Source = Literal["own", "shared", "guide"]
"""The hall's own answer, one that another hall shares, or one of a guide in force."""


class KnownIn(Part):
    """``opinion``: the enquiry that it is taken from; only when it is entered, and once."""

    question: Annotated[str, Trimmed, Field(min_length=1, max_length=300)]
    answer: Annotated[str, Trimmed, Field(min_length=1, max_length=2000)]
    item: Id | None = None
    shared: bool = Field(default=False, description="Every hall of the service reads it")
    opinion: Id | None = None


class KnownOut(BaseModel):
    """``id`` None: it stands in a guide, and is changed there."""

    id: str | None
    source: Source
    question: dict[str, str]
    answer: dict[str, str]
    item: str | None
    item_name: dict[str, str] | None
    hall: dict[str, str] | None = Field(description="Whose it is, where another hall shares it")
    shared: bool
    changed_at: datetime | None


class KnowledgeOut(BaseModel):
    """The best first; ``all``: how many there are in the whole base, ``found``: how many fit."""

    all: int
    found: int
    answers: list[KnownOut]
