"""Endpoints of the figures of the calls for help."""

from __future__ import annotations

from fastapi import Response

from central.downloads import download
from central.errors import documented
from central.help import statistics
from central.help.schemas import HelpBy, HelpStatisticsOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads
from central.sheets import CSV
from central.statistics.endpoints import First, Lang, Last
from central.statistics.service import period

router = api_router("statistics")


@router.get("/halls/{hall}/help-statistics", responses=documented())
@reads(may("statistics.see"))
def help_statistics(
    unit: UnitOfWork, hall: str, first: First = None, last: Last = None, by: HelpBy = "hour"
) -> HelpStatisticsOut:
    """How many calls for help there were, and how soon they were answered."""
    return statistics.statistics(unit, hall, period(unit, hall, first, last), by)


@router.get(
    "/halls/{hall}/help-statistics.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A table"}, **documented()},
)
@reads(may("statistics.see"))
def help_statistics_csv(
    unit: UnitOfWork, hall: str, first: First = None, last: Last = None, by: HelpBy = "hour", lang: Lang = "zh"
) -> Response:
    """The same as a file."""
    days = period(unit, hall, first, last)
    table = statistics.as_csv(statistics.statistics(unit, hall, days, by), lang)
    name = f"help-{hall}-{days.first}-{days.last}-{by}.csv"
    return download(table, CSV, name)
