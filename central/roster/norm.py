"""How many agents (帮办代办员) a hall has, beside what the plans ask for. Pure.

山阳区 2024 (“1+9+N”), 二(二): the district's centre 2-3 (“要选取2-3名业务骨干‘全科’代办员”), each street 2-3 (“各街道配齐配强2-3帮办代办”),
each village or community 2 (“各村(社区)明确2名帮办代办员”). Of a city's centre nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from central.halls.levels import Level

Agent = Literal["no", "full_time", "part_time"]
"""代办员: 不是, 专职, 兼职."""


@dataclass(frozen=True)
class Norm:
    least: int
    most: int


NORMS: dict[Level, Norm] = {"district": Norm(2, 3), "street": Norm(2, 3), "village": Norm(2, 2)}


@dataclass(frozen=True)
class Strength:
    """``norm`` None: nothing is asked of a hall of this level, or its level is not known."""

    full_time: int
    part_time: int
    norm: Norm | None

    @property
    def agents(self) -> int:
        return self.full_time + self.part_time

    @property
    def missing(self) -> int:
        """How many more are asked for."""
        return 0 if self.norm is None else max(0, self.norm.least - self.agents)


def strength(agents: list[Agent], level: Level | None) -> Strength:
    norm = None if level is None else NORMS.get(level)
    return Strength(agents.count("full_time"), agents.count("part_time"), norm)
