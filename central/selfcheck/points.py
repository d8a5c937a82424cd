"""“八有”: the eight that every hall has, and what makes a look at them whole. Pure.

诃额伦街道 2022 (东诃办发〔2022〕21号), 三(三)2: “有帮办代办窗口、有代办人员、有办公设备、有办事指南、有帮办代办政务服务事项清单、有代办员责任清单、有制度机制、
有工作台账”. How often a hall looks is not said there; once a quarter is ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from central.halls.cycles import Cycle

Point = Literal["window", "agents", "equipment", "guides", "items", "duties", "rules", "ledger"]
POINTS: tuple[Point, ...] = get_args(Point)
CYCLE: Cycle = "quarter"


@dataclass(frozen=True)
class Evidence:
    """What the service itself sees of a point. ``seen`` None: that takes eyes. ``facts`` go into the sentence about it."""

    point: Point
    seen: bool | None
    facts: dict[str, int | str] = field(default_factory=dict)


def needs_words(holds: bool, seen: bool | None) -> bool:
    """What is missing is said in words, with what is done about it; so is why something is there though the service does not see
    it."""
    return not holds or seen is False
