"""登记簿: the opinions and enquiries of some days as a table, and their sums. What was said, and by whom, is not in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta, tzinfo

from central.halls.plan import plan_of
from central.opinions import figures, repository, service
from central.opinions.schemas import FiguresOut, OpinionRow, OpinionStatisticsOut
from central.opinions.words import WORDS, saying
from central.sheets import Cell, Table
from central.staff import repository as staff
from central.statistics.service import Period
from central.unit import Unit

COLUMNS = tuple(WORDS["zh"]["column"])
SUMS = ("told", "open", "late", "answered", "in_time", "founded")
WIDTHS = (12, 12, 8, 28)

Say = Callable[[str], str]


def of_days(unit: Unit, hall: str, days: Period) -> list[OpinionRow]:
    """Those told on these days, in the order of their numbers."""
    zone = plan_of(unit, hall).zone
    since = datetime.combine(days.first, time(), zone).astimezone(UTC)
    until = datetime.combine(days.last + timedelta(days=1), time(), zone).astimezone(UTC)
    names = staff.names(unit.session, hall)
    return [service.row(unit, each, names) for each in repository.told_between(unit.session, hall, since, until)]


def statistics(unit: Unit, hall: str, days: Period, rows: list[OpinionRow]) -> OpinionStatisticsOut:
    zone = plan_of(unit, hall).zone
    return OpinionStatisticsOut(
        from_=days.first,
        to=days.last,
        total=figures.figures("total", rows, zone),
        kinds=figures.by(lambda row: (row.kind,), rows, zone),
        topics=figures.by(lambda row: row.topics, rows, zone),
        sources=figures.by(lambda row: (row.source,), rows, zone),
        months=figures.by(figures.month(zone), rows, zone),
    )


def table(rows: list[OpinionRow], zone: tzinfo, lang: str) -> Table:
    say = saying(lang)
    return [[say(f"column.{name}") for name in COLUMNS], *(cells(row, zone, say) for row in rows)]


def cells(row: OpinionRow, zone: tzinfo, say: Say) -> list[str]:
    """One for each of ``COLUMNS``; what isn't there is empty."""

    def day(moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(zone).date().isoformat()

    def said(kind: str, code: str | None) -> str:
        return say(f"{kind}.{code}") if code else ""

    found = {
        "number": row.number,
        "told_on": day(row.told_at),
        "kind": said("kind", row.kind),
        "topics": say("figure.and").join(said("topic", topic) for topic in row.topics),
        "source": said("source", row.source),
        "due_on": "" if row.due_on is None else row.due_on.isoformat(),
        "state": said("state", row.state),
        "urgency": said("urgency", row.urgency if row.urgency != "fine" else None),
        "owner": row.owner_name or "",
        "office": row.office or "",
        "answered_on": day(row.answered_at),
        "result": said("result", row.result),
        "reply": said("reply", row.reply),
        "closed_on": day(row.closed_at),
        "reachable": say("figure.yes") if row.reachable else "",
    }
    return [found[name] for name in COLUMNS]


def sums(told: OpinionStatisticsOut, lang: str) -> Table:
    say = saying(lang)
    head: list[Cell] = [say("figure.what"), *(say(f"figure.{name}") for name in SUMS)]
    groups = (("kinds", "kind"), ("topics", "topic"), ("sources", "source"), ("months", None))
    rows: list[list[Cell]] = [_sum(say("figure.total"), told.total)]
    for name, words in groups:
        rows.append([say(f"figure.{name}")])
        rows += [_sum(say(f"{words}.{one.key}") if words else one.key, one) for one in getattr(told, name)]
    return [head, *rows]


def _sum(name: str, one: FiguresOut) -> list[Cell]:
    share = None if one.in_time is None else round(one.in_time, 3)
    return [name, one.told, one.open, one.late, one.answered, share, one.founded]
