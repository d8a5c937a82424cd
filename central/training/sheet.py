"""Trainings as tables: what was held, and who is owed one."""

from __future__ import annotations

from central.halls.cycles import Cycle
from central.halls.schemas import DueOut
from central.sheets import Cell, Table
from central.training.schemas import TrainedOut, TrainingsOut
from central.wording import Say, wording

saying = wording(__file__)

HELD = ("held_on", "topic", "held_by", "teacher", "hours", "number", "people")
TRAINED = ("name", "last", "hours_year", "due")
WIDTHS = (14, 32, 24, 16, 10, 8, 60)


def hours(minutes: int) -> str:
    """At most one decimal: 2, 1.5."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


def tables(told: TrainingsOut, lang: str) -> dict[str, Table]:
    say = saying(lang)
    return {say("figure.held"): _held(told, say), say("figure.trained"): _trained(told, say)}


def _held(told: TrainingsOut, say: Say) -> Table:
    rows: list[list[Cell]] = [
        [
            each.held_on.isoformat(),
            each.topic,
            say(f"holder.{each.held_by}"),
            each.teacher or "",
            hours(each.minutes),
            len(each.people),
            say("figure.and").join(each.names),
        ]
        for each in told.trainings
    ]
    return [[say(f"column.{name}") for name in HELD], *rows]


def _trained(told: TrainingsOut, say: Say) -> Table:
    def row(each: TrainedOut) -> list[str]:
        last = "" if each.last is None else each.last.isoformat()
        return [each.name, last, hours(each.minutes), due(told.cycle, each.due, say)]

    return [[say(f"column.{name}") for name in TRAINED], *(row(each) for each in told.people)]


def due(cycle: Cycle, owed: DueOut, say: Say) -> str:
    """Whether it is owed, in the hall's rhythm."""
    return say(f"due.{owed.state}", period=say(f"cycle.{cycle}"), by=owed.by)
