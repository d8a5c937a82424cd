"""Every flow walked at random: whatever happens, in whatever order, what must always hold holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.types import (
    CardFailed,
    CardPresented,
    CardRemoved,
    CardSeen,
    DeviceDown,
    DeviceUp,
    Fault,
    Key,
    KeyPressed,
    PrintOutcome,
    PrintResult,
    RatingPressed,
    SpeechEnded,
    SpeechStarted,
)
from kiosk.effects import AskBooking, AskMandate, CallHelper, EndVisit, IssueTicket, RecordNotice, SendRating
from kiosk.events import (
    BookingAnswered,
    Crashed,
    Event,
    Focused,
    HallKnown,
    HallLost,
    HelpAnswered,
    HelpFurther,
    HelpOver,
    HelpPlaced,
    HelpRefused,
    HelpSeen,
    MandateAnswered,
    NoticeLost,
    NoticeRecorded,
    RatingAsked,
    RatingLost,
    RatingSaved,
    Recognised,
    SlipPrinted,
    TicketCalled,
    TicketIssued,
    TicketPrinted,
    TicketRefused,
    TimerFired,
    Touched,
    Written,
)
from kiosk.flows import FLOWS, delays, idle
from kiosk.flows.find_state import ByLetters, ByWriting
from kiosk.flows.guide_state import Checking, GuideRead
from kiosk.flows.state import Issuing, Terminal
from kiosk.flows.step import Fittings
from kiosk.flows.visiting import with_visit
from kiosk.hall.messages import Helper, Refusal
from kiosk.text.review import message_ids
from kiosk.views import HelperComing, Msg, View
from tests.flows.stories import FULL
from tests.kit import errands
from tests.kit.bookings import BOOKABLE, PLACES, replies
from tests.kit.guides import GUIDES
from tests.kit.items import ITEMS
from tests.kit.people import ELDER, HALL, SOCIAL, YOUNG, call, closed, ticket
from tests.kit.visitor import Visitor
from tests.screens.helping import NOBODY, ON_DUTY

IDS = frozenset(message_ids(Path(__file__).parents[2] / "assets/strings/zh.ftl"))
T = TypeVar("T")
PEOPLE = (ELDER, YOUNG)
READERS = ("reader", "other")
TICKETS = (ticket(), ticket("B001", SOCIAL, "elderly", 0))
CALLS = (call("A001"), call("A002"), call("A001", recall=1), call("A003", "3"))
RATED = ("t1", "t2", "t3")
FINDABLE = replace(BOOKABLE, items=ITEMS, guides=GUIDES)
READ = GuideRead("allowance", ByLetters("GL"))
GUIDED = (READ, Checking(GUIDES[0], READ), Checking(GUIDES[0], READ, (("by_other", True),), (("id_card", False),)))
DEEP = (*PLACES, *GUIDED, *errands.PLACES)
STROKE = ((100, 500), (900, 490))
CHOICES = (
    "line.general line.social line.civil line.gone card-none card-priority class.disabled class-none priority not-me retry "
    "go-on other-card other-line again done back home help-return still-here rate.5 rate.1 rate.9 skip "
    "tool.help tool.lang tool.size tool.settings set-hearing set.size.up set.reset nothing "
    "find find-letters find-writing find-domains letter.L letter.G erase more item.elder_card item.allowance item.gone "
    "domain.elderly_care char.老 ink.undo ink.clear ink.other write-on find-other "
    "opinion opinion.complaint topic.slow more-topic more-none more-helper answer-none opinion-yes rated "
    "find-events find-people find-asked event.old_age person.elder guide.bring guide.steps guide.faq guide.check "
    "guide.take guide.print guide.entrust answer.yes answer.no held.yes held.no"
).split()


class Dice:
    """One number, from which any row of picks follows."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)

    def pick(self, options: Sequence[T]) -> T:
        return self._random.choice(options)


def of_the_reader(dice: Dice) -> Event:
    kind = dice.pick([CardSeen, CardPresented, CardFailed, CardRemoved])
    if kind is CardPresented:
        return CardPresented(dice.pick(READERS), dice.pick(PEOPLE))
    return CardFailed(dice.pick(READERS), dice.pick(tuple(Fault))) if kind is CardFailed else kind(dice.pick(READERS))


def of_a_device(dice: Dice) -> Event:
    device = dice.pick(["reader", "other", "printer", "voice"])
    return dice.pick(
        [
            DeviceDown(device, dice.pick(tuple(Fault))),
            DeviceUp(device),
            SpeechStarted("voice", "1"),
            SpeechEnded("voice", "1", True),
            KeyPressed("keys", Key.SELECT),
            Focused(0, "choice.card-none"),
            RatingPressed("pad", dice.pick(RATED), dice.pick([5, 1, 0, 7])),
        ]
    )


def of_the_service(dice: Dice, used: Mapping[str, object]) -> Event:
    keys = tuple(used)
    waiting = [effect for effect in used.values() if isinstance(effect, (AskBooking, AskMandate))]
    if waiting and dice.pick([True, False]):
        asked = dice.pick([*waiting, *waiting[-1:] * 8])
        if isinstance(asked, AskMandate):
            return MandateAnswered(asked.key, dice.pick(errands.replies(asked.question)))
        return BookingAnswered(asked.key, dice.pick(replies(asked.question)))
    key, refusal = dice.pick([*keys, *keys[-1:] * 8, "visit-0.1"]), dice.pick(tuple(Refusal))
    events = (
        TicketIssued(key, dice.pick(TICKETS)),
        TicketRefused(key, refusal),
        TicketPrinted(dice.pick(TICKETS).id, PrintResult(dice.pick(tuple(PrintOutcome)), dice.pick([None, *Fault]))),
        HelpPlaced(key, dice.pick(["", "help-1"]), dice.pick([True, False]), dice.pick([None, NOBODY, ON_DUTY]), 180),
        HelpRefused(key, refusal),
        HelpAnswered(Helper("help-1", "王五", dice.pick([None, 0, 3]))),
        HelpSeen("help-1", "王五"),
        HelpFurther("help-1", dice.pick([1, 2, 3])),
        HelpOver("help-1"),
        NoticeRecorded(key, dice.pick(["", "0012"]), dice.pick([True, False])),
        NoticeLost(key),
        RatingSaved(dice.pick(RATED)),
        RatingLost(dice.pick(RATED)),
        SlipPrinted(dice.pick(["a1", "v1", key]), PrintResult(dice.pick(tuple(PrintOutcome)), dice.pick([None, *Fault]))),
    )
    return dice.pick(events)


def of_the_finger(dice: Dice, visitor: Visitor) -> Event:
    """It writes, and what it wrote is recognised, in time or too late."""
    stage = getattr(visitor.state, "stage", None)
    strokes = stage.ink.strokes if isinstance(stage, ByWriting) else ()
    answers = [Recognised(strokes, tuple("老高年")), Recognised(strokes, ()), Recognised((STROKE,), ("年",))]
    return dice.pick([Written(0, (STROKE,)), *answers])


def of_the_hall(dice: Dice) -> Event:
    asked = RatingAsked(dice.pick(RATED), "A001", dice.pick(["w2", "w3"]))
    halls = (HALL, closed(HALL), BOOKABLE, closed(BOOKABLE), FINDABLE, closed(FINDABLE))
    known = (HallKnown(dice.pick(halls)), HallKnown(BOOKABLE), HallKnown(FINDABLE))
    events = (*known, HallLost(), Crashed(), TicketCalled(dice.pick(CALLS)), asked)
    return dice.pick(events)


def something(dice: Dice, visitor: Visitor, used: Mapping[str, object]) -> Event:
    """What might happen next; touches on what is offered come most often."""
    kind = dice.pick(range(11))
    if kind < 3 and visitor.offered:
        return Touched(0, dice.pick(sorted(visitor.offered)))
    if kind < 4:
        return Touched(0, dice.pick(CHOICES))
    if kind < 5 and visitor.timers:
        return TimerFired(dice.pick(sorted(visitor.timers)))
    if kind < 6:
        return of_a_device(dice)
    if kind < 7:
        return of_the_hall(dice)
    if kind < 8:
        return of_the_finger(dice, visitor)
    return of_the_reader(dice) if kind < 9 else of_the_service(dice, used)


def texts(value: Any) -> set[str]:
    """Every text anywhere in a value."""
    if isinstance(value, str):
        return {value}
    if is_dataclass(value):
        return {text for field in fields(value) for text in texts(getattr(value, field.name))}
    return {text for one in value for text in texts(one)} if isinstance(value, (tuple, frozenset)) else set()


def sentences(value: Any) -> set[str]:
    if isinstance(value, Msg):
        return {value.id}
    if is_dataclass(value):
        return {id for field in fields(value) for id in sentences(getattr(value, field.name))}
    return {id for one in value for id in sentences(one)} if isinstance(value, tuple) else set()


def check_view(view: View) -> None:
    assert isinstance(view, View)
    assert sentences(view) <= IDS, "a sentence without words"
    for text in texts(view):
        for person in PEOPLE:
            assert person.name not in text and person.name[1:] not in text
            assert person.id_number[:-4] not in text and str(person.birth) not in text


def check_help(visitor: Visitor) -> None:
    state, _ = visitor.flow.step(visitor.state, Touched(0, "tool.help"), visitor.now)
    assert isinstance(visitor.flow.view_of(state, visitor.now), HelperComing), "no way to a human"


def check_requests(visitor: Visitor, used: dict[str, object]) -> None:
    for effect in visitor.asked:
        if isinstance(effect, (IssueTicket, CallHelper, AskBooking, AskMandate, RecordNotice)):
            assert used.setdefault(effect.key, effect) == effect, "one key for two requests"


def check_wiped(visitor: Visitor, event: Event) -> None:
    """After the end nothing is left but the world, unless the next resident's card ended the visit."""
    if EndVisit() not in visitor.asked:
        return
    fresh = visitor.flow.begin(f"visit-{visitor.visits}")
    if isinstance(event, CardPresented):
        assert visitor.state.visit.holder is event.holder
        return
    if isinstance(event, RatingAsked):
        return
    kept = {"world": visitor.state.world}
    if hasattr(visitor.state, "asked"):
        kept["asked"] = visitor.state.asked
    assert visitor.state == type(fresh)(**{field.name: getattr(fresh, field.name) for field in fields(fresh)} | kept)


def check_moves_on(visitor: Visitor) -> None:
    """Nobody stands before a view for ever: while a visit is on, some timer runs."""
    if isinstance(visitor.state, Terminal) and visitor.state.visit.begun:
        waiting = "issue" if isinstance(visitor.state.stage, Issuing) and idle.patience(visitor.state) is None else "idle"
        assert waiting in visitor.timers or "retry" in visitor.timers


def begun(visitor: Visitor, number: int) -> Visitor:
    """Before the hall is known, at home, or far on the way to an appointment or through a guide, where few walks would come to by
    themselves."""
    if number % 8 == 0:
        return visitor
    visitor.tell(HallKnown(FINDABLE if number % 2 else HALL))
    if isinstance(visitor.state, Terminal) and number % 8 > 4:
        visitor.state = with_visit(visitor.state.at(DEEP[number // 8 % len(DEEP)]), begun=True)
        visitor.timers = {idle.IDLE: delays.IDLE}
    return visitor


@pytest.mark.parametrize("fittings", [replace(FULL, recogniser="writing"), Fittings(window="w2")], ids=["full", "bare"])
@pytest.mark.parametrize("role", sorted(FLOWS))
@settings(max_examples=100, deadline=None)
@given(numbers=st.lists(st.integers(0, 10**9), min_size=20, max_size=60))
def test_a_random_walk(role: str, fittings: Fittings, numbers: list[int]) -> None:
    visitor = begun(Visitor(FLOWS[role](fittings)), numbers[0])
    used: dict[str, object] = {}
    rated: set[str] = set()
    for number in numbers:
        event = something(Dice(number), visitor, used)
        if isinstance(event, TimerFired):
            visitor.passed = max(visitor.passed, visitor.timers.pop(event.name))
        visitor.tell(event)
        check_view(visitor.view)
        check_requests(visitor, used)
        check_wiped(visitor, event)
        check_moves_on(visitor)
        if visitor.flow.tools:
            check_help(visitor)
        for effect in visitor.asked:
            if isinstance(effect, SendRating):
                assert effect.ticket_id not in rated, "a ticket rated twice"
                rated.add(effect.ticket_id)
