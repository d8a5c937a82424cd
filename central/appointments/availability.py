"""Which times a line can still give, day by day."""

from __future__ import annotations

from datetime import date, timedelta

from central.appointments import repository, setting
from central.appointments.schemas import SlotDayOut, SlotOut, SlotsOut, SpecialOut
from central.appointments.setting import Setting
from central.appointments.slots import Slot, with_places
from central.halls import calendar
from central.halls.hours import clock_face
from central.unit import Unit


def days(unit: Unit, hall_id: str, line: str, first: date | None, count: int) -> SlotsOut:
    """The days from ``first`` (None: today) on for which appointments are taken, ``count`` at most. Raises ``LineUnknown``."""
    now = setting.of(unit, hall_id)
    now.must_be_known(line)
    start = now.today if first is None else max(first, now.today)
    reachable = now.days_ahead - (start - now.today).days + 1
    wanted = [start + timedelta(days=ahead) for ahead in range(min(count, max(0, reachable)))]
    if not wanted:
        return SlotsOut(days=[])
    taken = repository.taken(unit.session, hall_id, line, wanted[0], wanted[-1])
    return SlotsOut(days=[_day(now, line, day, taken.get(day, {})) for day in wanted])


def of_day(now: Setting, line: str, day: date, taken: dict[int, int]) -> list[Slot]:
    """The slots of a day that are still to come, with their free places. ``taken``: appointments by slot."""
    slots = now.takes(line)
    if slots is None or not now.within_reach(day):
        return []
    return with_places(now.starts_on(line, day), slots.places, taken, now.minute if day == now.today else -1)


def _day(now: Setting, line: str, day: date, taken: dict[int, int]) -> SlotDayOut:
    special = calendar.special_on(now.plan.special, line, day)
    return SlotDayOut(
        day=day,
        slots=[SlotOut(at=clock_face(slot.minute), free=slot.free) for slot in of_day(now, line, day, taken)],
        special=None if special is None else SpecialOut(kind=special.kind, name=dict(special.name)),
    )
