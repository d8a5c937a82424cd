"""The rating pad of a window: asks once for each ticket, lets everybody be, and submits nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from devices.types import JackChanged, KeyPressed, RatingPressed
from kiosk.effects import ClosePad, Effect, EndVisit, Note, OpenPad, SendRating, StartTimer, StopTimer
from kiosk.events import (
    Event,
    Focused,
    PageTurned,
    Pointed,
    RatingAsked,
    RatingLost,
    RatingSaved,
    TicketCalled,
    TimerFired,
    Touched,
)
from kiosk.flows import arriving, delays, help, settings
from kiosk.flows.step import Fittings, Flow, Now
from kiosk.flows.visiting import Visit, Visiting, with_visit
from kiosk.flows.world import World, learn
from kiosk.journal import Entry, What
from kiosk.views import Choice, Prompt, Rate, Trouble, View, Waiting, msg

OFFER, SAVING, THANKS, IDLE = "offer", "saving", "thanks", "idle"
LEVELS = (5, 4, 3, 2, 1)  # 非常满意 first; the order is fixed (rating.md)
REMEMBERED = 64  # tickets that were asked about, so that a link that comes back does not ask again


@dataclass(frozen=True)
class Resting:
    pass


@dataclass(frozen=True)
class Offered:
    ticket_id: str
    number: str


@dataclass(frozen=True)
class Saving:
    ticket_id: str


@dataclass(frozen=True)
class Thanked:
    kept: bool


@dataclass(frozen=True)
class Pad(Visiting):
    stage: Resting | Offered | Saving | Thanked = field(default_factory=Resting)
    asked: tuple[str, ...] = ()


Step = tuple[Pad, tuple[Effect, ...]]


def pad(fittings: Fittings) -> Flow[Pad]:
    return Flow("pad", lambda visit: Pad(World(fittings), Visit(visit)), step, view_of)


def view_of(state: Pad, now: Now) -> View:
    if state.visit.help is not None and state.visit.help.open:
        return help.view(state, state.visit.help)
    if state.visit.adjusting is not None:
        return settings.view(state.visit.adjusting, now.settings)
    match state.stage:
        case Offered(_, number):
            levels = tuple(Choice(f"rate.{level}", msg(f"rate-{level}")) for level in LEVELS)
            return Rate(
                msg("rate-title"),
                body=(msg("rate-body"),),
                choices=levels + (Choice("skip", msg("rate-skip")),),
                number=number,
            )
        case Saving():
            return Waiting(msg("rate-saving"))
        case Thanked(kept=True):
            return Prompt(msg("rate-thanks"), body=(msg("rate-thanks-body"),), picture="thanks")
        case Thanked():
            return Trouble(msg("rate-lost"), code="RATING-LOST")
    return Prompt(msg("pad-title"), body=(msg("pad-body"),), spoken=False, picture="rate")


def step(state: Pad, event: Event, now: Now) -> Step:
    state = replace(state, world=learn(state.world, event))
    after, effects = _answer(state, event, now)
    return after, effects + arriving.told(state, after, view_of(state, now), view_of(after, now))


def _answer(state: Pad, event: Event, now: Now) -> Step:
    match event:
        case RatingAsked():
            return _asked(state, event, now)
        case TicketCalled(call) if call.window_id == state.world.fittings.window:
            return _next_called(state, call.ticket_id, now)
        case RatingPressed(_, session, level) if isinstance(state.stage, Offered) and state.stage.ticket_id == session:
            return _rated(state, state.stage, level, "pad")
        case RatingSaved(ticket_id) | RatingLost(ticket_id) if state.stage == Saving(ticket_id):
            return _thanked(state, isinstance(event, RatingSaved))
        case Touched(_, choice):
            return _touched(state, choice, now)
        case KeyPressed() | Focused() | Pointed() | PageTurned() | JackChanged(plugged=True):
            return _active(state)
        case TimerFired(name):
            state, effects = _timer(state, name, now)
            state, more = help.told(state, event)
            return state, effects + more
    return help.told(state, event)


def _asked(state: Pad, event: RatingAsked, now: Now) -> Step:
    if event.window_id != state.world.fittings.window or event.ticket_id in state.asked:
        return state, ()
    state, unanswered = _rest(state, now)
    remembered = (state.asked + (event.ticket_id,))[-REMEMBERED:]
    state = replace(with_visit(state, begun=True), stage=Offered(event.ticket_id, event.number), asked=remembered)
    return state, unanswered + (OpenPad(event.ticket_id), StartTimer(OFFER, delays.RATE))


def _next_called(state: Pad, ticket_id: str, now: Now) -> Step:
    """The next resident is at the window: nobody may rate in the name of the one before."""
    if isinstance(state.stage, Offered) and state.stage.ticket_id != ticket_id:
        return _rest(state, now)
    return state, ()


def _touched(state: Pad, choice: str, now: Now) -> Step:
    if choice == "tool.help":
        return _then(help.call(state, view_of(state, now).name))
    if choice == settings.OPEN:
        return _then(settings.opened(help.closed(state)))
    if help.is_open(state) or settings.is_open(state):
        return _touched_cover(state, choice, now)
    if isinstance(state.stage, Offered):
        if choice == "skip":
            return _rest(state, now)
        if choice in {f"rate.{level}" for level in LEVELS}:
            return _rated(state, state.stage, int(choice.removeprefix("rate.")), "touch")
    return _then((state, settings.told(choice, now.settings)))


def _touched_cover(state: Pad, choice: str, now: Now) -> Step:
    """A helper or the settings cover the glass."""
    if choice == "home":
        return _rest(state, now)
    if help.is_open(state):
        tool = choice.startswith(("tool.", "set."))
        return _then((state, settings.told(choice, now.settings)) if tool else help.touched(state, choice))
    return _then(settings.touched(state, choice, now.settings))


def _then(step: Step) -> Step:
    """Nobody who is at it is hurried."""
    state, effects = step
    state, more = _active(state)
    return state, effects + more


def _active(state: Pad) -> Step:
    """A question that stands has its time anew. A pad at rest whose size or language somebody changed does not stay so."""
    if isinstance(state.stage, Offered):
        return with_visit(state, begun=True), (StartTimer(OFFER, delays.RATE),)
    return with_visit(state, begun=True), (StartTimer(IDLE, delays.HELPER if help.is_open(state) else delays.IDLE),)


def _timer(state: Pad, name: str, now: Now) -> Step:
    if (name, type(state.stage)) in ((OFFER, Offered), (THANKS, Thanked), (IDLE, Resting)):
        return _rest(state, now)
    if name == SAVING and isinstance(state.stage, Saving):
        return _thanked(state, kept=False)
    return state, ()


def _rated(state: Pad, offered: Offered, level: int, channel: str) -> Step:
    if level not in LEVELS:
        return state, ()
    effects = (StopTimer(OFFER), ClosePad(), SendRating(offered.ticket_id, level, channel), Note(Entry(What.RATING_GIVEN)))
    return replace(settings.closed(state), stage=Saving(offered.ticket_id)), effects + (StartTimer(SAVING, delays.SAVING),)


def _thanked(state: Pad, kept: bool) -> Step:
    return replace(state, stage=Thanked(kept)), (StopTimer(SAVING), StartTimer(THANKS, delays.THANKS))


def _rest(state: Pad, now: Now) -> Step:
    """Back to rest, wiped. A question that stood unanswered is recorded as offered and not rated."""
    effects: tuple[Effect, ...] = ()
    if isinstance(state.stage, Offered):
        effects = (ClosePad(), SendRating(state.stage.ticket_id, None, "touch"), Note(Entry(What.RATING_SKIPPED)))
    return Pad(state.world, Visit(now.fresh), asked=state.asked), effects + (EndVisit(),)
