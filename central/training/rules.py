"""How often the agents of a hall are trained, and who trains them. Pure.

山阳区 2024 (“1+9+N”), 二(四): the district “每年至少组织一次”, a street “每季度至少组织一次”, a village or community “每月至少组织一次帮办代办员内部培训”;
its contents are “高频事项办理、政务服务平台的使用、业务材料流转…常见的问题解读、服务礼仪、文明用语”.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from central.halls.cycles import Cycle, Due, due, span
from central.halls.levels import Level

Holder = Literal["hall", "street", "district", "other"]
"""Who held it: the hall itself, the street, the district, somebody else."""
HOLDERS: tuple[Holder, ...] = get_args(Holder)

CYCLES: dict[Level, Cycle] = {"city": "year", "district": "year", "street": "quarter", "village": "month"}
OTHERWISE: Cycle = "quarter"
"""Of a hall whose level is not known."""


@dataclass(frozen=True)
class Held:
    """``people``: ids of those who were there."""

    on: date
    minutes: int
    people: frozenset[str]


@dataclass(frozen=True)
class Record:
    """Of one member of the staff. ``minutes``: of this year."""

    last: date | None
    minutes: int
    due: Due


def cycle_of(level: Level | None) -> Cycle:
    return OTHERWISE if level is None else CYCLES[level]


def record(person: str, trainings: Iterable[Held], cycle: Cycle, today: date) -> Record:
    mine = [each for each in trainings if person in each.people and each.on <= today]
    last = max((each.on for each in mine), default=None)
    begin, _ = span("year", today)
    return Record(last, sum(each.minutes for each in mine if each.on >= begin), due(cycle, last, today))
