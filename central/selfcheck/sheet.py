"""Self-checks as tables: those of a hall, point by point; and how the halls of a region stand."""

from __future__ import annotations

from datetime import tzinfo

from central.selfcheck.points import POINTS
from central.selfcheck.schemas import EvidenceOut, HallStandingOut, PointOut, SelfCheckOut
from central.sheets import Table
from central.wording import Say, wording

saying = wording(__file__)

COLUMNS = ("checked_on", "by", "point", "holds", "note", "seen")
REGION = ("name", "region", "level", "checked_on", "due", "lacking", "agents", "least")
SAID_OTHERWISE = ("window", "agents", "items")
"""Points of which another sentence is told where they are missing."""
WIDTHS = (14, 14, 30, 8, 40, 60)
REGION_WIDTHS = (32, 16, 12, 14, 22, 48, 8, 8)


def sentence(told: EvidenceOut | PointOut, say: Say) -> str:
    """What the service sees of a point."""
    lacking = told.seen is False and told.point in SAID_OTHERWISE
    return say(f"seen.{told.point}_none" if lacking else f"seen.{told.point}", **told.facts)


def table(checks: list[SelfCheckOut], zone: tzinfo, lang: str) -> Table:
    say = saying(lang)
    rows = [_row(check, point, zone, say) for check in checks for point in check.points]
    return [[say(f"column.{name}") for name in COLUMNS], *rows]


def _row(check: SelfCheckOut, point: PointOut, zone: tzinfo, say: Say) -> list[str]:
    return [
        check.checked_at.astimezone(zone).date().isoformat(),
        check.by,
        say(f"point.{point.point}"),
        say("figure.yes" if point.holds else "figure.no"),
        point.note or "",
        sentence(point, say),
    ]


def region(halls: list[HallStandingOut], lang: str) -> Table:
    say = saying(lang)
    rows = [
        [
            each.name.get(lang) or each.name["zh"],
            each.region,
            "" if each.level is None else say(f"level.{each.level}"),
            "" if each.checked_on is None else each.checked_on.isoformat(),
            say(f"due.{each.due.state}", by=each.due.by),
            say("figure.and").join(say(f"point.{point}") for point in POINTS if point in each.lacking),
            each.agents,
            each.least,
        ]
        for each in halls
    ]
    return [[say(f"column.{name}") for name in REGION], *rows]
