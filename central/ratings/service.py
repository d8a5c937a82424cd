"""Ratings: the resident's own, one per ticket, never whose."""

from __future__ import annotations

from central.callers import PAD
from central.errors import AlreadyRated, Forbidden, WrongState
from central.queue import tickets
from central.queue.rows import TicketRow
from central.queue.states import State
from central.ratings import chain, repository
from central.ratings.models import Rating, RatingRefusal
from central.ratings.schemas import RatingIn, RatingOut, RatingsOut
from central.unit import Unit


def rate(unit: Unit, ticket_id: str, body: RatingIn) -> RatingOut:
    """Stores the rating, or that it was offered and not given. Whoever skipped may still rate; a rating stays as it is."""
    ticket = tickets.known(unit, ticket_id)
    if unit.caller.role == PAD and unit.caller.windows and ticket.window_id not in unit.caller.windows:
        raise Forbidden("this pad stands at another window")
    if ticket.state != State.FINISHED:
        raise WrongState(f"the ticket is {ticket.state}: only a finished one can be rated")
    given = repository.of_ticket(unit.session, unit.vault, ticket.id)
    if given is not None:
        if given.level != body.level:
            raise AlreadyRated("this ticket has its rating")
        return RatingOut(ticket=ticket.id, rated=True)
    if body.level is None:
        _store_refusal(unit, ticket, body)
        return RatingOut(ticket=ticket.id, rated=False)
    _store(unit, ticket, body.level, body)
    unit.announce(ticket.hall_id, "rating.given", {"ticket": ticket.id})
    return RatingOut(ticket=ticket.id, rated=True)


def _store(unit: Unit, ticket: TicketRow, level: int, body: RatingIn) -> None:
    rating = Rating(
        hall_id=ticket.hall_id,
        ticket_mark=repository.ticket_mark(unit.vault, ticket.id),
        window_id=ticket.window_id,
        line_id=ticket.line_id,
        level=level,
        channel=body.channel,
        lang=ticket.lang,
        served_on=ticket.day,
        rated_at=unit.now,
    )
    unit.hold("ratings")  # one chain for all halls
    chain.append(unit.session, unit.vault, rating)


def _store_refusal(unit: Unit, ticket: TicketRow, body: RatingIn) -> None:
    receipt = unit.vault.mark("rating refusal", ticket.id)
    if repository.refusal(unit.session, receipt) is None:
        unit.session.add(RatingRefusal(receipt=receipt, hall_id=ticket.hall_id, day=ticket.day, channel=body.channel))


def summary(unit: Unit, hall_id: str) -> RatingsOut:
    """Sums of a hall. Too few (fewer than ten, spec/rating.md) are still counted here; a rate must not be made of them."""
    levels = repository.levels(unit.session, hall_id)
    return RatingsOut(
        levels={level: levels.get(level, 0) for level in range(5, 0, -1)},
        rated=sum(levels.values()),
        offered_not_rated=repository.refusals(unit.session, hall_id),
    )
