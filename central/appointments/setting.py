"""What a hall's set-up says about appointments at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central.appointments import repository
from central.appointments.slots import starts
from central.clock import in_zone
from central.errors import LineUnknown
from central.halls import calendar
from central.halls import repository as halls
from central.halls.calendar import Special
from central.halls.hours import Span
from central.unit import Unit

DAYS_AHEAD = 14
EARLY_MIN, LATE_MIN = 30, 15


@dataclass(frozen=True)
class Slots:
    """Of a line that takes appointments: their length in minutes, and how many may have the same one."""

    minutes: int
    places: int


@dataclass(frozen=True)
class Setting:
    zone: str
    today: date
    minute: int
    """Of the hall's wall clock, after midnight."""
    week: tuple[Span, ...]
    special: tuple[Special, ...]
    lines: dict[str, Slots | None]
    """Every active line; None: it takes no appointments."""
    days_ahead: int
    early: timedelta
    late: timedelta

    def slots_of(self, line: str) -> Slots | None:
        if line not in self.lines:
            raise LineUnknown("the hall has no such line", "line")
        return self.lines[line]

    def within_reach(self, day: date) -> bool:
        return 0 <= (day - self.today).days <= self.days_ahead

    def starts_on(self, line: str, day: date) -> list[int]:
        """Minutes at which the line's slots of a day begin, also those that are past."""
        slots = self.lines.get(line)
        return [] if slots is None else starts(calendar.spans_on(self.week, self.special, line, day), slots.minutes)

    def moment(self, day: date, minute: int) -> datetime:
        return (datetime.combine(day, time()) + timedelta(minutes=minute)).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def of(unit: Unit, hall_id: str) -> Setting:
    hall = halls.hall(unit.session, hall_id)
    local = in_zone(unit.now, hall.zone)
    lines = {line.id: _slots(line.slot_min, line.slot_places) for line in halls.lines(unit.session, hall_id) if line.active}
    return Setting(
        zone=hall.zone,
        today=local.date(),
        minute=calendar.minute_of(local),
        week=repository.week(unit.session, hall_id),
        special=repository.special_days(unit.session, hall_id),
        lines=lines,
        days_ahead=DAYS_AHEAD,
        early=timedelta(minutes=EARLY_MIN),
        late=timedelta(minutes=LATE_MIN),
    )


def _slots(minutes: int | None, places: int | None) -> Slots | None:
    return Slots(minutes, places) if minutes and places else None
