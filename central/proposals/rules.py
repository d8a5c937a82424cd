"""What a proposal may be about, and how it goes on. Pure.

赤政务字〔2020〕59号, 二(六)2: agents “提出优化审批流程、提升服务效能方面的意见建议”. Until when they are answered is not said there; it is the hall's
rule for suggestions of residents.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

About = Literal["process", "papers", "item", "service", "system", "other"]
"""流程, 材料, 事项和指南, 服务方式, 自助机和系统, 其他."""
ABOUT: tuple[About, ...] = get_args(About)

State = Literal["made", "adopted", "declined", "done"]
Verdict = Literal["adopted", "declined"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def end_of(state: State, due_on: date, until: date | None) -> date | None:
    """The day by which somebody owes something: the answer, or, where it was adopted, that it is carried out."""
    return {"made": due_on, "adopted": until}.get(state)
