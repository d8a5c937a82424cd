"""The helpers' handbook, as the staff on show and the guides have it."""

from __future__ import annotations

from kiosk.flows import staff_views
from kiosk.flows.find_views import DOMAINS, OTHER, domain_of
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.names import listed
from kiosk.hall.people import OnShow
from kiosk.handouts import Handbook
from kiosk.views import Msg, Piece, msg


def handbook(world: World, id: str, now: Now) -> Handbook:
    """``id``: of this printing."""
    hall = world.hall
    return Handbook(
        id,
        people=tuple(Piece(_told(one)) for one in world.people),
        items=tuple(one for domain in (*DOMAINS, OTHER) for one in _entrusted(world, domain)),
        phones=tuple(words for one in world.people if one.phone for words in _called(one)),
        complaints=hall.on_show.complaints if hall is not None else "",
        version=hall.version if hall is not None else 0,
        day=now.today,
    )


def _told(person: OnShow) -> tuple[Msg, ...]:
    words = [staff_views.named(person)]
    words += [msg("staff-duty", duty=person.duty)] if person.duty is not None else []
    words += [msg("staff-phone", phone=person.phone)] if person.phone else []
    words += staff_views.hours_of(person.hours, "")
    return *words, *((msg("staff-items", items=listed(person.items)),) if person.items else ())


def _called(person: OnShow) -> tuple[Msg, Msg]:
    return staff_views.named(person), msg("guide-phone", phone=person.phone)


def _entrusted(world: World, domain: str) -> tuple[Piece, ...]:
    """What of a domain may be entrusted to an agent; nothing, where nothing may."""
    names = tuple(
        item.name
        for item in world.items
        if domain_of(item) == domain and (guide := world.guide(item.id)) is not None and guide.entrusted
    )
    return (Piece((msg(f"domain-{domain}"), msg("guide-text", text=listed(names)))),) if names else ()
