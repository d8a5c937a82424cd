"""The calls for help of some days, counted; and the same as a table for a spreadsheet."""

from __future__ import annotations

from central import sheets
from central.halls.plan import plan_of
from central.help import repository
from central.help.figures import days_between, figures, key_of, rows
from central.help.schemas import HelpBy, HelpFiguresOut, HelpStatisticsOut
from central.sheets import Cell
from central.statistics.service import Period
from central.terminals import repository as terminals
from central.unit import Unit

WORDS: dict[str, tuple[str, ...]] = {
    "zh": ("叫帮忙", "应答", "取消", "没人应", "升级", "应答中位数（秒）", "应答九成以内（秒）", "最慢应答（秒）", "及时应答比例", "帮忙中位数（秒）"),
    "en": (
        "Calls",
        "Answered",
        "Taken back",
        "Missed",
        "Escalated",
        "Median answer (s)",
        "90 % answered within (s)",
        "Slowest answer (s)",
        "Share answered in time",
        "Median help (s)",
    ),
}
KEYS = {"zh": {"hour": "时段", "day": "日期", "place": "地点"}, "en": {"hour": "Hour", "day": "Day", "place": "Place"}}
TOTAL = {"zh": "合计", "en": "Total"}


def statistics(unit: Unit, hall_id: str, days: Period, by: HelpBy) -> HelpStatisticsOut:
    plan = plan_of(unit, hall_id)
    calls = repository.rung_between(unit.session, hall_id, *days_between(days.first, days.last, plan.zone))
    machines, bound = terminals.names(unit.session, hall_id), plan.rules.help_deputy_s
    labels = {f"window {window.id}": window.label for window in plan.windows.values()}
    return HelpStatisticsOut(
        from_=days.first,
        to=days.last,
        by=by,
        total=figures("total", "", calls, bound),
        rows=[
            figures(key, machines.get(key) or labels.get(key) or key, some, bound)
            for key, some in rows(calls, key_of(by, plan.zone)).items()
        ],
    )


def title(row: HelpFiguresOut, by: str) -> str:
    return f"{row.key}:00–{row.key}:59" if by == "hour" else row.name


def as_csv(told: HelpStatisticsOut, lang: str) -> bytes:
    head: list[Cell] = [KEYS[lang][told.by], *WORDS[lang]]
    named = [(title(row, told.by), row) for row in told.rows] + [(TOTAL[lang], told.total)]
    return sheets.as_csv([head, *(_cells(name, row) for name, row in named)])


def _cells(name: str, row: HelpFiguresOut) -> list[Cell]:
    counts: list[Cell] = [name, row.calls, row.answered, row.withdrawn, row.missed, row.escalated]
    return [*counts, row.answer_p50_s, row.answer_p90_s, row.answer_max_s, row.in_time, row.help_p50_s]
