"""How the hall did: a period, its figures, charts of them and the same as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from central.errors import Invalid
from central.halls.plan import plan_of
from central.help import rating as help_rating
from central.help import statistics as help_statistics
from central.help.schemas import HelpBy
from central.pages.charts import HALF, WIDE, Chart, Point, columns, rows
from central.pages.drawing import language_of
from central.pages.members import for_members, staff_page
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.statistics import service, sheets
from central.statistics.figures import By
from central.statistics.schemas import FiguresOut, StatisticsOut
from central.statistics.service import Period
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)

BYS: tuple[By, ...] = ("hour", "line", "window", "day", "priority")
IN_TIME = ("hour", "day")
HELP_BYS: dict[str, HelpBy] = {"hour": "hour", "day": "day"}
LIVE_DAYS = 7
"""A longer period isn't counted again every minute."""


@dataclass(frozen=True)
class Choice:
    """A link that chooses a period or a way of counting."""

    key: str
    address: str
    here: bool


@dataclass(frozen=True)
class Drawn:
    """A chart with its words: ``statistics.chart.<key>`` is its heading. ``bound``: the hall's longest wait stands in it."""

    key: str
    chart: Chart
    bound: bool = False


@router.get("/statistics")
@reads(None)
@for_members(may("statistics.see"))
def statistics_page(
    unit: UnitOfWork,
    request: Request,
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    by: str = "hour",
) -> Response:
    way = by if by in get_args(By) else "hour"
    days, mistake = _period(unit, first, last)
    told = service.statistics(unit, unit.caller.hall, days, way)[0]  # type: ignore[arg-type]
    today = plan_of(unit, unit.caller.hall).local(unit.now).date()
    lang = language_of(request)
    return staff_page(
        unit,
        request,
        "statistics.html",
        told=told,
        days=days,
        mistake=mistake,
        empty=not told.total.issued and not told.total.waits,
        live=days.last == today and (days.last - days.first).days < LIVE_DAYS,
        periods=_periods(days, today, way),
        ways=[Choice(each, _address(days, today, each), each == way) for each in BYS],
        charts=_charts(told, lang),
        helped=help_statistics.statistics(unit, unit.caller.hall, days, HELP_BYS.get(way, "place")),
        help_title=help_statistics.title,
        rated=help_rating.sums(unit, unit.caller.hall, days),
        file=urlencode({"from": days.first, "to": days.last, "by": way, "lang": lang}),
        title=lambda row: sheets.title(row, told.by, lang),
        minutes=minutes,
        percent=percent,
    )


def _period(unit: Unit, first: str, last: str) -> tuple[Period, str | None]:
    """What was asked for; today, and what was wrong, when that makes no period."""
    hall = unit.caller.hall
    try:
        return service.period(unit, hall, date.fromisoformat(first) if first else None, _day(last)), None
    except Invalid:
        return service.period(unit, hall, None, None), "order" if first > last else "long"
    except ValueError:
        return service.period(unit, hall, None, None), "day"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _periods(chosen: Period, today: date, by: str) -> list[Choice]:
    ready = {
        "today": Period(today, today),
        "yesterday": Period(today - timedelta(days=1), today - timedelta(days=1)),
        "week": Period(today - timedelta(days=6), today),
        "month": Period(today - timedelta(days=29), today),
        "this_month": Period(today.replace(day=1), today),
        "year": Period(today - timedelta(days=364), today),
    }
    return [Choice(key, _address(days, today, by), days == chosen) for key, days in ready.items()]


def _address(days: Period, today: date, by: str) -> str:
    """Without days: today, also tomorrow."""
    chosen = {} if days == Period(today, today) else {"from": days.first, "to": days.last}
    return "?" + urlencode({**chosen, "by": by})


def _charts(told: StatisticsOut, lang: str) -> list[Drawn]:
    draw = columns if told.by in IN_TIME else rows
    named = [(_short(row, told.by, lang), row) for row in told.rows]
    bound = float(told.bound_min)
    people = [Point(name, float(row.served), float(row.no_show)) for name, row in named]
    waits = [Point(name, _minutes(row.wait_p50_s), upper=_minutes(row.wait_p90_s)) for name, row in named]
    services = [Point(name, _minutes(row.service_p50_s), upper=_minutes(row.service_p90_s)) for name, row in named]
    near = any(point.top > bound / 2 for point in waits)  # far above all waits the bound would only make them small
    return [
        Drawn("waiting", draw(waits, _number, WIDE, bound if near else None), near),
        Drawn("people", draw(people, "{:.0f}".format, HALF)),
        Drawn("service", draw(services, _number, HALF)),
    ]


def _short(row: FiguresOut, by: str, lang: str) -> str:
    if by == "hour":
        return f"{row.key}:00"
    return row.key[5:] if by == "day" else sheets.title(row, by, lang)


def _minutes(seconds: int | None) -> float | None:
    return None if seconds is None else seconds / 60


def _number(value: float) -> str:
    """Of minutes: below ten with one decimal."""
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def minutes(seconds: int | None) -> str:
    return "–" if seconds is None else _number(seconds / 60)


def percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.1f}%" if 0 < share < 0.0995 else f"{share * 100:.0f}%"
