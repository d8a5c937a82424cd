"""好差评 of the help itself: asked when the helper has closed the call and is gone, never while they stand there.

The rules are those of the pad (rating.md): five equal levels and an equal way to skip, nothing preselected, nothing that a timer
submits. A question that is left unanswered is recorded as offered and not rated.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import Effect, Note, RateHelp, StartTimer, StopTimer
from kiosk.events import Event, HelpOver, RatingLost, RatingSaved, TimerFired
from kiosk.flows import delays
from kiosk.flows.pad import LEVELS
from kiosk.flows.visiting import HelpRating, V, Visiting, with_visit
from kiosk.journal import Entry, What
from kiosk.views import Choice, Prompt, Rate, Trouble, View, Waiting, Weight, msg

SAVING = "help-rating"

Asked = tuple[Effect, ...]


def told(before: Visiting, state: V, event: Event, lang: str) -> tuple[V, Asked]:
    """``before``: with the call, which the event may have ended."""
    rating, call = state.visit.rating, before.visit.help
    match event:
        case HelpOver(request_id) if call is not None and call.helper is not None and call.request_id == request_id:
            state, unrated = closed(state)
            return with_visit(state, rating=HelpRating(request_id, lang)), unrated
        case RatingSaved(id) | RatingLost(id) if rating is not None and rating.level is not None and rating.call == id:
            return with_visit(state, rating=replace(rating, kept=isinstance(event, RatingSaved))), (StopTimer(SAVING),)
        case TimerFired(name) if name == SAVING and rating is not None:
            return with_visit(state, rating=replace(rating, kept=False)), ()
    return state, ()


def is_open(state: Visiting) -> bool:
    return state.visit.rating is not None


def view(rating: HelpRating) -> View:
    on = (Choice("rated", msg("help-return"), weight=Weight.PRIMARY),)
    if rating.level is None:
        levels = tuple(Choice(f"rate.{level}", msg(f"rate-{level}")) for level in LEVELS)
        return Rate(msg("help-rate-title"), body=(msg("rate-body"),), choices=levels + (Choice("skip", msg("rate-skip")),))
    if rating.kept is None:
        return Waiting(msg("rate-saving"))
    if rating.kept:
        return Prompt(msg("rate-thanks"), body=(msg("rate-thanks-body"),), choices=on, home=True, picture="thanks")
    return Trouble(msg("rate-lost"), choices=on, home=True, code="RATING-LOST")


def touched(state: V, choice: str) -> tuple[V, Asked]:
    rating = state.visit.rating
    if rating is None or choice not in {one.id for one in view(rating).choices}:
        return state, ()
    if choice.startswith("rate."):
        level = int(choice.removeprefix("rate."))
        chosen = replace(rating, level=level)
        effects = (RateHelp(rating.call, level, rating.lang), StartTimer(SAVING, delays.SAVING), Note(Entry(What.RATING_GIVEN)))
        return with_visit(state, rating=chosen), effects
    return closed(state)


def closed(state: V) -> tuple[V, Asked]:
    """Nobody is asked any more: they skipped it, went away, or somebody else laid a card."""
    rating = state.visit.rating
    if rating is None:
        return state, ()
    unanswered: Asked = (RateHelp(rating.call, None, rating.lang), Note(Entry(What.RATING_SKIPPED)))
    return with_visit(state, rating=None), unanswered if rating.level is None else ()
