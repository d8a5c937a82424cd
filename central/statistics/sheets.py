"""Figures as tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from central import sheets
from central.sheets import Cell
from central.statistics.schemas import FiguresOut, StatisticsOut

COLUMNS = ("issued", "served", "transferred", "no_show", "cancelled", "waits")
TIMES = ("wait_p50_s", "wait_p90_s", "wait_max_s", "service_p50_s", "service_p90_s")

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "line": "业务",
        "window": "窗口",
        "hour": "时段",
        "day": "日期",
        "priority": "优先类别",
        "none": "普通",
        "total": "合计",
        "issued": "取号",
        "served": "办结",
        "transferred": "转出",
        "no_show": "过号",
        "cancelled": "取消",
        "waits": "等候人次",
        "wait_p50_s": "等候中位数（分钟）",
        "wait_p90_s": "等候九成以内（分钟）",
        "wait_max_s": "最长等候（分钟）",
        "service_p50_s": "办理中位数（分钟）",
        "service_p90_s": "办理九成以内（分钟）",
        "over_bound": "等候超过 {bound_min} 分钟的比例",
    },
    "en": {
        "line": "Line",
        "window": "Window",
        "hour": "Hour",
        "day": "Day",
        "priority": "Priority",
        "none": "No priority",
        "total": "Total",
        "issued": "Issued",
        "served": "Served",
        "transferred": "Transferred",
        "no_show": "No-shows",
        "cancelled": "Cancelled",
        "waits": "Waits",
        "wait_p50_s": "Median wait (min)",
        "wait_p90_s": "90 % waited at most (min)",
        "wait_max_s": "Longest wait (min)",
        "service_p50_s": "Median service (min)",
        "service_p90_s": "90 % of services at most (min)",
        "over_bound": "Share of waits over {bound_min} min",
    },
}


def table(told: StatisticsOut, lang: str) -> list[list[Cell]]:
    """Head, a row for each key, the total. Times in minutes with one decimal."""
    words = WORDS[lang]
    head: list[Cell] = [words[told.by], *(words[each] for each in (*COLUMNS, *TIMES))]
    head.append(words["over_bound"].format(bound_min=told.bound_min))
    return [head, *(_row(title(row, told.by, lang), row) for row in told.rows), _row(words["total"], told.total)]


def title(row: FiguresOut, by: str, lang: str) -> str:
    """What a row is about, for people."""
    if by == "hour":
        return f"{row.key}:00–{row.key}:59"
    if row.name is None:
        return WORDS[lang]["none"] if by == "priority" and row.key == "none" else row.key
    name = row.name.get(lang) or row.name["zh"]
    return f"{row.label} {name}" if row.label else name


def _row(name: str, row: FiguresOut) -> list[Cell]:
    cells: list[Cell] = [name, *(getattr(row, each) for each in COLUMNS)]
    for each in TIMES:
        seconds = getattr(row, each)
        cells.append(None if seconds is None else round(seconds / 60, 1))
    return [*cells, row.over_bound]


def as_csv(told: StatisticsOut, lang: str) -> bytes:
    return sheets.as_csv(table(told, lang))


def as_xlsx(all_told: Sequence[StatisticsOut], lang: str) -> bytes:
    """A workbook with a sheet for each."""
    return sheets.as_xlsx({WORDS[lang][told.by]: table(told, lang) for told in all_told})
