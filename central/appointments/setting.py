"""What a hall's set-up says about appointments at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from central.appointments.slots import starts
from central.errors import LineUnknown
from central.halls.calendar import minute_of
from central.halls.plan import HallPlan, plan_of
from central.unit import Unit


@dataclass(frozen=True)
class Slots:
    """Of a line that takes appointments: their length in minutes, and how many may have the same one."""

    minutes: int
    places: int


@dataclass(frozen=True)
class Setting:
    """``minute``: of the hall's wall clock, after midnight."""

    plan: HallPlan
    today: date
    minute: int

    def takes(self, line: str) -> Slots | None:
        """None: the line takes no appointments now."""
        planned = self.plan.lines.get(line)
        if planned is None or not (planned.active and planned.slot_min and planned.slot_places):
            return None
        return Slots(planned.slot_min, planned.slot_places)

    def must_be_known(self, line: str) -> None:
        planned = self.plan.lines.get(line)
        if planned is None or not planned.active:
            raise LineUnknown("the hall has no such line", "line")

    @property
    def days_ahead(self) -> int:
        return self.plan.rules.appointment_days_ahead

    def within_reach(self, day: date) -> bool:
        return 0 <= (day - self.today).days <= self.days_ahead

    def starts_on(self, line: str, day: date) -> list[int]:
        """Minutes at which the line's slots of a day begin, also those that are past."""
        slots = self.takes(line)
        return [] if slots is None else starts(self.plan.spans(line, day), slots.minutes)

    def moment(self, day: date, minute: int) -> datetime:
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        return wall.replace(tzinfo=self.plan.zone).astimezone(UTC)

    def opens(self, day: date, minute: int) -> datetime:
        """From when on the appointment of a slot may check in."""
        return self.moment(day, minute) - timedelta(minutes=self.plan.rules.appointment_early_min)

    def holds_until(self, day: date, minute: int) -> datetime:
        """Until when it is on time."""
        return self.moment(day, minute) + timedelta(minutes=self.plan.rules.appointment_late_min)


def of(unit: Unit, hall_id: str) -> Setting:
    plan = plan_of(unit, hall_id)
    local = plan.local(unit.now)
    return Setting(plan, local.date(), minute_of(local))
