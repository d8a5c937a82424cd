"""A rule is one figure of one row of the table, with its limit; a tally is what was found of it, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.screens.report.cases import Seen

Found = tuple[float, str]  # a figure, and the element or place it is of
EVERYTHING = ""


@dataclass(frozen=True)
class Rule:
    """``row``: of the table. ``least``: the figure must not be below the limit, else not above it. ``unit``: "mm", ":1" ...; ""
    for a count."""

    row: str
    zh: str
    en: str
    limit: float = 0.0
    unit: str = ""
    least: bool = False

    @property
    def id(self) -> str:
        return f"{self.row} {self.en}"

    def holds(self, figure: float) -> bool:
        return figure >= self.limit - 1e-9 if self.least else figure <= self.limit + 1e-9


@dataclass
class Tally:
    """``looked``: how many figures were seen, ``failed``: how many of them break the rule."""

    rule: Rule
    looked: int = 0
    failed: int = 0
    worst: float | None = None
    where: str = EVERYTHING

    def take(self, figure: float, where: str) -> None:
        self.looked += 1
        self.failed += not self.rule.holds(figure)
        if self.worst is None or (figure < self.worst if self.rule.least else figure > self.worst):
            self.worst, self.where = figure, where

    def join(self, other: Tally) -> None:
        if other.worst is not None:
            looked, failed = self.looked + other.looked, self.failed + other.failed
            self.take(other.worst, other.where)
            self.looked, self.failed = looked, failed

    @property
    def passed(self) -> bool:
        return self.looked > 0 and self.failed == 0


@dataclass
class Ledger:
    """The tallies of all rules, in the order in which they were first met."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def take(self, rule: Rule, figure: float, where: str) -> None:
        self.tallies.setdefault(rule.id, Tally(rule)).take(figure, where)

    def join(self, other: Ledger) -> None:
        for id, tally in other.tallies.items():
            self.tallies.setdefault(id, Tally(tally.rule)).join(tally)

    @property
    def passed(self) -> bool:
        return all(tally.passed for tally in self.tallies.values())


Measure = Callable[[Seen], Iterator[Found]]
EVERY: list[tuple[Rule, Measure]] = []  # asked of every page of every case
ONCE: list[tuple[Rule, Callable[[], Iterator[Found]]]] = []


def on_every_page(rule: Rule) -> Callable[[Measure], Measure]:
    """Registers a measure of one page. It yields a figure for each thing it looks at; nothing where the rule says nothing."""

    def register(measure: Measure) -> Measure:
        EVERY.append((rule, measure))
        return measure

    return register


def once(rule: Rule) -> Callable[[Callable[[], Iterator[Found]]], Callable[[], Iterator[Found]]]:
    """Registers a measure that concerns no single view."""

    def register(measure: Callable[[], Iterator[Found]]) -> Callable[[], Iterator[Found]]:
        ONCE.append((rule, measure))
        return measure

    return register
