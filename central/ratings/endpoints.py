"""Endpoint of the ratings."""

from __future__ import annotations

from fastapi import APIRouter

from central import errors
from central.callers import PAD, TERMINAL
from central.errors import documented
from central.ratings import service
from central.ratings.schemas import RatingIn, RatingOut
from central.routing import UnitOfWork, writes

router = APIRouter(tags=["ratings"])


@router.put(
    "/tickets/{ticket}/rating",
    responses=documented(errors.TicketUnknown, errors.WrongState, errors.AlreadyRated),
)
@writes({TERMINAL, PAD})
def rate(unit: UnitOfWork, ticket: str, body: RatingIn) -> RatingOut:
    """The resident's rating of a finished ticket, or that they were offered one and gave none."""
    return service.rate(unit, ticket, body)
