"""What the hall's display shows between calls: the guides that are asked for most, and whoever is on duty to help (rows 9, 67 and
98 of the functions)."""

from __future__ import annotations

from dataclasses import replace

from kiosk import keeping
from kiosk.flows import groups, help_views, staff_views
from kiosk.flows.item_line import item_of
from kiosk.flows.step import Now, Turns
from kiosk.flows.world import World, line_of
from kiosk.hall.guide import Guide
from kiosk.hall.names import listed
from kiosk.hall.people import OnShow
from kiosk.text.facts import labels
from kiosk.views import Msg, Poster, msg

PAPERS = 4  # so many are named; more are counted, or the writing would be too small for the last seat


def posters(world: World, turns: Turns, now: Now) -> tuple[Poster, ...]:
    """In the order of their turns; each language has its own. The items that nobody could take a number for are left out."""
    guides = [world.guide(item.id) for item in groups.most_asked(world)[: turns.guides]]
    found = [_guide(world, one) for one in guides if one is not None] + (_duty(world, now) if turns.staff else [])
    tongues = (False, True) if turns.second else (False,)
    return tuple(replace(one, spoken=False, clock=now.clock, second=second) for one in found for second in tongues)


def _guide(world: World, guide: Guide) -> Poster:
    return Poster(
        msg("guide-text", text=guide.name),
        body=(_papers(guide), _terms(guide), *_place(world, guide)),
        icons=("paper-paper", "clock", "window"),
        kind=msg("poster-guide"),
        foot=(keeping.version_of(guide), *((msg("guide-sample"),) if guide.sample else ())),
    )


def _papers(guide: Guide) -> Msg:
    names = tuple(one.name for one in guide.materials)
    if not names:
        return msg("guide-bring-none")
    if len(names) <= PAPERS:
        return msg("poster-bring", papers=listed(names))
    return msg("poster-bring-more", papers=listed(names[:PAPERS]), count=len(names))


def _terms(guide: Guide) -> Msg:
    """How long it takes, and what it costs."""
    fee = guide.fee.text
    if guide.immediate:
        return msg("poster-immediate", fee=fee)
    if guide.promised_days:
        return msg("poster-promised", days=guide.promised_days, fee=fee)
    return msg("poster-statutory", days=guide.statutory_days, fee=fee) if guide.statutory_days else msg("poster-fee", fee=fee)


def _place(world: World, guide: Guide) -> tuple[Msg, ...]:
    """Where in this hall: its line, and the windows that serve it now."""
    item = item_of(world, guide.item)
    line = line_of(world, item) if item is not None else None
    if line is None:
        return tuple(msg("poster-place", place=one.name) for one in guide.places[:1])
    if not line.windows:
        return (msg("poster-line", line=line.name),)
    return (msg("poster-window", line=line.name, windows=labels(line.windows)),)


def _duty(world: World, now: Now) -> list[Poster]:
    """Whoever is there; where nobody is, who comes next and by which telephone."""
    duty, foot = world.duty, _complaints(world)
    if duty is not None and duty.nobody:
        words = help_views.coming_next(duty)
        icons = ("clock", "phone")[: len(words)]
        return [Poster(msg("help-nobody"), body=words, icons=icons, kind=msg("poster-duty"), foot=foot)] if words else []
    here = [one for one in world.people if duty is None or not duty.planned or one.name in duty.names]
    return [_person(world, one, foot) for one in here]


def _person(world: World, person: OnShow, foot: tuple[Msg, ...]) -> Poster:
    told = [("list", msg("staff-items", items=listed(person.items[:PAPERS])))] if person.items else []
    told += [("list", msg("staff-duty", duty=person.duty))] if person.duty is not None and not told else []
    told += [("phone", msg("staff-phone", phone=person.phone))] if person.phone else []
    hours = staff_views.hours_of(person.hours, world.hall.hours_today if world.hall is not None else "")
    told += [("clock", one) for one in hours]
    return Poster(
        staff_views.named(person),
        body=tuple(words for _, words in told),
        icons=tuple(icon for icon, _ in told),
        kind=msg("poster-duty"),
        foot=foot,
        portrait=person.portrait,
        initial=person.name[:1],
    )


def _complaints(world: World) -> tuple[Msg, ...]:
    phone = world.hall.on_show.complaints if world.hall is not None else ""
    return (msg("staff-complaints", phone=phone),) if phone else ()
