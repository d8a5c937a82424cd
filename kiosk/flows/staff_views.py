"""The staff on show (rows 48, 67 and 98 of the functions): who they are, and what one can ask them for."""

from __future__ import annotations

from kiosk.flows.guide_state import Paper
from kiosk.flows.guide_views import paper_words, print_choice
from kiosk.flows.world import World
from kiosk.hall.names import HallName, listed
from kiosk.hall.people import DutySpan, OnShow
from kiosk.views import Choice, Menu, Msg, StaffShown, View, Weight, msg

PERSON = "person."


def way_in(world: World) -> tuple[Choice, ...]:
    """For home: quiet, below what one comes for."""
    return (Choice("staff", msg("staff"), icon="person", weight=Weight.QUIET),) if world.people else ()


def everybody(world: World, paper: Paper | None = None) -> View:
    here = world.duty.names if world.duty is not None else ()
    complaints = world.hall.on_show.complaints if world.hall is not None else ""
    return Menu(
        msg("staff-title"),
        body=(*paper_words(paper), *((msg("staff-complaints", phone=complaints),) if complaints else ())),
        choices=(
            *(Choice(f"{PERSON}{one.id}", named(one), hint=_hint(one, one.name in here)) for one in world.people),
            *print_choice(world, paper, "staff-print", Weight.QUIET),
        ),
        back=True,
        home=True,
    )


def one(world: World, person: OnShow) -> View:
    here = world.duty is not None and person.name in world.duty.names
    lines: list[Msg] = [msg("staff-here")] if here else []
    lines += [msg("staff-duty", duty=person.duty)] if person.duty is not None else []
    lines += [msg("staff-phone", phone=person.phone)] if person.phone else []
    lines += hours_of(person.hours, world.hall.hours_today if world.hall is not None else "")
    lines += [msg("staff-items", items=listed(person.items))] if person.items else []
    return StaffShown(
        named(person),
        body=tuple(lines),
        choices=(Choice("staff-more", msg("staff-more"), weight=Weight.PRIMARY),),
        back=True,
        home=True,
        portrait=person.portrait,
    )


def named(person: OnShow) -> Msg:
    """With their post, where they have one."""
    if person.post is None:
        return msg("staff-name", name=person.name)
    return msg("staff-post", name=person.name, post=person.post)


def _hint(person: OnShow, here: bool) -> Msg | None:
    if here:
        return msg("staff-here")
    return msg("staff-phone", phone=person.phone) if person.phone else None


def hours_of(spans: tuple[DutySpan, ...], hall: str) -> list[Msg]:
    """Days with the same hours in one line: "周一、周三 08:30–12:00"."""
    if not spans:
        return [msg("staff-hours-hall", hours=hall)] if hall else []
    of_day: dict[int, str] = {}
    for span in spans:
        of_day[span.weekday] = f"{of_day.get(span.weekday, '')} {span.opens}–{span.closes}".strip()
    days: dict[str, list[int]] = {}
    for weekday, hours in of_day.items():
        days.setdefault(hours, []).append(weekday)
    return [msg("staff-hours", days=_days(weekdays), hours=hours) for hours, weekdays in days.items()]


_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _days(weekdays: list[int]) -> HallName:
    """A row of weekdays, from first to last where they follow one another."""
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and weekdays == list(range(first, last + 1)):
        return HallName((("zh", f"{_ZH[first - 1]}到{_ZH[last - 1]}"), ("en", f"{_EN[first - 1]}–{_EN[last - 1]}")))
    return HallName((("zh", "、".join(_ZH[day - 1] for day in weekdays)), ("en", ", ".join(_EN[day - 1] for day in weekdays))))
