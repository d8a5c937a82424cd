"""Endpoints of the ratings of the help."""

from __future__ import annotations

from central import errors
from central.errors import documented
from central.help import rating
from central.help.rating_schemas import HelpRatedOut, HelpRatingIn, HelpRatingsOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes
from central.statistics.endpoints import First, Last
from central.statistics.service import period

router = api_router("ratings")


@router.put("/help/{call}/rating", responses=documented(errors.HelpUnknown, errors.WrongState, errors.AlreadyRated))
@writes(may("help.rate"))
def rate_help(unit: UnitOfWork, call: str, body: HelpRatingIn) -> HelpRatedOut:
    """The resident's rating of a call for help that is over, or that they were offered one and gave none."""
    return rating.rate(unit, call, body)


@router.get("/halls/{hall}/help-ratings", responses=documented())
@reads(may("ratings.see"))
def help_ratings(unit: UnitOfWork, hall: str, first: First = None, last: Last = None) -> HelpRatingsOut:
    """Sums by helper; levels only from ten ratings on, and whose they are nobody is told."""
    return rating.sums(unit, hall, period(unit, hall, first, last))
