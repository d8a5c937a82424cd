"""Endpoints of the knowledge base."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from central import errors
from central.errors import documented
from central.knowledge import service
from central.knowledge.refusals import AlreadyTaken, AnswerUnknown
from central.knowledge.schemas import KnowledgeOut, KnownIn, KnownOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("knowledge")

Typed = Annotated[str, Query(max_length=100, description="What somebody asks, in their words; nothing: everything")]


@router.get("/halls/{hall}/knowledge", responses=documented())
@reads(may("knowledge.read"))
def knowledge(unit: UnitOfWork, hall: str, q: Typed = "") -> KnowledgeOut:
    """Questions and answers of all guides in force, of the hall, and of halls that share theirs; the best fitting first."""
    return service.find(unit, hall, q)


@router.post("/halls/{hall}/knowledge", status_code=201, responses=documented(AlreadyTaken, errors.WrongState))
@writes(may("knowledge.keep"))
def enter_answer(unit: UnitOfWork, hall: str, body: KnownIn) -> KnownOut:
    """An answer of the hall's own, or one that was given to an enquiry, without whoever asked."""
    return service.enter(unit, hall, body)


@router.put("/knowledge/{answer}", responses=documented(AnswerUnknown))
@writes(may("knowledge.keep"))
def change_answer(unit: UnitOfWork, answer: str, body: KnownIn) -> KnownOut:
    """In place of what stood there."""
    return service.change(unit, answer, body)


@router.delete("/knowledge/{answer}", status_code=204, responses=documented(AnswerUnknown))
@writes(may("knowledge.keep"))
def remove_answer(unit: UnitOfWork, answer: str) -> None:
    """It holds no longer."""
    service.remove(unit, answer)
