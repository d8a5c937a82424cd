"""How a call for help stands, in words: who is rung, who has seen it, who comes and when, or whom to telephone."""

from __future__ import annotations

from kiosk.flows.visiting import Help
from kiosk.flows.world import World
from kiosk.hall.people import Duty
from kiosk.moments import moment_args
from kiosk.views import Choice, HelperComing, Msg, Weight, msg

BACK, OVER = "help-return", "help-over"

Words = tuple[Msg, tuple[Msg, ...]]


def view(world: World, standing: Help) -> HelperComing:
    title, body = _words(world, standing)
    helper = standing.helper
    return HelperComing(
        title,
        body=body,
        choices=(Choice(BACK, msg("help-return"), weight=Weight.PRIMARY), *_over(standing)),
        home=True,
        helper=helper.name if helper is not None else "",
        portrait=world.portrait(helper.staff) if helper is not None else b"",
    )


def _over(standing: Help) -> tuple[Choice, ...]:
    """Nobody is needed any more: a helper has come, or the resident manages. What waits on the disk cannot be taken back."""
    if not standing.request_id:
        return ()
    return (Choice(OVER, msg("help-came" if standing.helper is not None else "help-cancel"), weight=Weight.QUIET),)


def _words(world: World, standing: Help) -> Words:
    phone = world.hall.phone if world.hall is not None else ""
    desk = msg("help-phone", phone=phone) if phone else msg("help-desk")
    if standing.helper is not None:
        minutes = standing.helper.minutes
        return msg("help-coming", name=standing.helper.name), (msg("help-minutes", minutes=minutes),) if minutes else ()
    if standing.refusal is not None:
        return msg("help-refused"), (*coming_next(standing.duty or world.duty), desk)
    if standing.queued:
        return msg("help-title"), (msg("help-queued", phone=phone) if phone else msg("help-desk"),)
    if standing.late and not standing.seen_by:
        return msg("help-late"), (desk, msg("help-still"))
    return _rings(standing, desk)


def _rings(standing: Help, desk: Msg) -> Words:
    duty = standing.duty
    if standing.seen_by:
        return msg("help-seen", name=standing.seen_by), (msg("help-body"),)
    if duty is not None and duty.nobody:
        reach = () if duty.next is not None and duty.next.phone else (desk,)
        return msg("help-nobody"), (*coming_next(duty), *reach, msg("help-all"))
    if standing.further:
        return msg("help-title"), (msg("help-further"), msg("help-body"))
    named = (msg("help-names", names="、".join(duty.rung)),) if duty is not None and duty.rung else ()
    return msg("help-title"), (*named, msg("help-body"))


def coming_next(duty: Duty | None) -> tuple[Msg, ...]:
    """Who is there next, when, and by which telephone (row 44 of the functions: a seat that is not always taken)."""
    if duty is None or not duty.nobody or duty.next is None:
        return ()
    coming = duty.next
    when = msg("help-next", name=coming.name, **moment_args(coming.day, coming.at))
    return (when, msg("help-next-phone", name=coming.name, phone=coming.phone)) if coming.phone else (when,)
