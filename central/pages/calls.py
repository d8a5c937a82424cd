"""Calls for help as every page of the staff shows them: where, what the resident was doing, for whom it rings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from central.catalogue import repository as catalogue
from central.halls.plan import HallPlan, plan_of
from central.help.escalation import ACKNOWLEDGED, ANSWERED, RINGING, rings_for
from central.help.models import HelpCall
from central.help.service import standing_of
from central.pages import repository
from central.pages.moments import stamped
from central.roster.duty import OnDuty
from central.roster.service import duty_now
from central.unit import Unit

Names = Mapping[str, str]


@dataclass(frozen=True)
class HelpRow:
    """``about``: the item or line that the resident had come to. ``by``: who acknowledged it or is coming. ``rings``: for whoever
    looks at the page. ``turns_at``: when it goes on to others by itself."""

    id: str
    terminal: str
    at_window: bool
    place: Names | None
    doing: str
    about: Names | None
    state: str
    level: int
    rings: bool
    at: str
    by: str | None
    minutes: int | None
    turns_at: str | None

    @property
    def waits(self) -> bool:
        """Nobody has said yet that they come."""
        return self.state != ANSWERED


@dataclass(frozen=True)
class Place:
    """Where a helper can be sent. ``key``: the Idempotency-Key of a call rung from this page, the same until one was."""

    id: str
    kind: str
    label: str
    where: Names | None
    key: str


@dataclass(frozen=True)
class Calls:
    rows: tuple[HelpRow, ...]
    on_duty: OnDuty
    places: tuple[Place, ...]

    @property
    def ringing(self) -> int:
        """How many ring for whoever looks."""
        return sum(row.rings for row in self.rows)


def calls_of(unit: Unit, hall_id: str) -> Calls:
    plan = plan_of(unit, hall_id)
    duty = duty_now(unit, plan)
    rows = tuple(_row(unit, plan, duty, rung) for rung in repository.help_calls(unit.session, hall_id))
    return Calls(rows, duty, _places(unit, plan))


def _row(unit: Unit, plan: HallPlan, duty: OnDuty, rung: repository.Rung) -> HelpRow:
    call, now = rung.call, standing_of(unit, rung.call)
    window = plan.windows.get(call.window_id or "")
    return HelpRow(
        id=call.id,
        terminal=rung.terminal or (window.label if window is not None else ""),
        at_window=window is not None,
        place=_named(rung.place) or (window.area if window is not None else None),
        doing=call.doing,
        about=_about(unit, plan, call),
        state=now.state,
        level=now.level,
        rings=now.state == RINGING and rings_for(now.level, unit.caller.id, unit.caller.role, duty),
        at=stamped(call.rung_at),
        by=rung.acknowledged_by if now.state == ACKNOWLEDGED else rung.helper,
        minutes=call.minutes,
        turns_at=None if now.turns_at is None else stamped(now.turns_at),
    )


def _named(place: str | None) -> Names | None:
    """Where a machine stands, as the hall wrote it down: in Chinese alone."""
    return {"zh": place} if place else None


def _about(unit: Unit, plan: HallPlan, call: HelpCall) -> Names | None:
    item = None if call.item_id is None else catalogue.item(unit.session, plan.id, call.item_id)
    if item is not None:
        return item.name
    line = plan.lines.get(call.line_id or "")
    return None if line is None else line.name


def _places(unit: Unit, plan: HallPlan) -> tuple[Place, ...]:
    """Terminals and open windows."""
    newest = repository.newest_help(unit, plan.id)

    def key(place: str) -> str:
        return sha256(f"{newest} {unit.caller.id} {place}".encode()).hexdigest()[:32]

    machines = repository.terminals(unit, plan.id)
    there = [Place(each, "terminal", name, _named(place), key(each)) for each, name, place in machines]
    windows = [each for each in plan.windows.values() if each.active and each.open]
    return tuple(there + [Place(each.id, "window", each.label, each.area, key(each.id)) for each in windows])
