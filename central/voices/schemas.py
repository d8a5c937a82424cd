"""Bodies of the voices' endpoints."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

AT_ONCE = 40
"""Sentences in one question: with the longest, in JSON's escapes, they stay below the size of a body."""
LONGEST = 200
"""Characters of a sentence; the longest of a guide have some 60."""

State = Literal["ready", "waiting", "silent"]
"""``silent``: there is nothing in it that can be said."""


class SentenceIn(BaseModel):
    """A sentence as it is spoken, its numbers written out. Never one that names a resident."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Literal["zh", "en"]
    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]


class SentencesIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sentences: Annotated[list[SentenceIn], Field(min_length=1, max_length=AT_ONCE)]


class SentenceOut(BaseModel):
    hash: str
    state: State


class SentencesOut(BaseModel):
    """In the order of the question; empty when the service has no voice, and terminals speak with their own."""

    sentences: list[SentenceOut]


class WaitingOut(BaseModel):
    state: Literal["waiting"] = "waiting"
