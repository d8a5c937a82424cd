"""Endpoint of the ratings."""

from __future__ import annotations

from central import errors
from central.errors import documented
from central.permissions import may
from central.ratings import service
from central.ratings.schemas import RatingIn, RatingOut, RatingsOut
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("ratings")


@router.get("/halls/{hall}/ratings", responses=documented())
@reads(may("ratings.see"))
def ratings(unit: UnitOfWork, hall: str) -> RatingsOut:
    """Sums of the hall's ratings; whose they are nobody is told."""
    return service.summary(unit, hall)


@router.put(
    "/tickets/{ticket}/rating",
    responses=documented(errors.TicketUnknown, errors.WrongState, errors.AlreadyRated),
)
@writes(may("ticket.rate"))
def rate(unit: UnitOfWork, ticket: str, body: RatingIn) -> RatingOut:
    """The resident's rating of a finished ticket, or that they were offered one and gave none."""
    return service.rate(unit, ticket, body)
