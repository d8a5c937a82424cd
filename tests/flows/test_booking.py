"""Stories of a booked time: chosen, read over, booked once; lost to somebody quicker; kept, moved, cancelled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import Announce, AskBooking, EndVisit, PrintSlip
from kiosk.events import BookingAnswered, SlipPrinted
from kiosk.hall.messages import BookedAlready, Refusal
from kiosk.questions import Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question, Reply
from kiosk.views import Confirm, NumberKeys, TicketShown
from tests.flows.stories import FULL, Act, at_home, fail, lay, refuse, take_away, tell_story, touch, wait
from tests.kit.bookings import BOOKABLE, DAYS, OURS, THURSDAY, TIMES, TUESDAY
from tests.kit.people import ELDER, YOUNG, closed
from tests.kit.visitor import Visitor

PHONE = "13900000000"


def answer(reply: Reply, question: type[Question]) -> Act:  # type: ignore[valid-type]
    def act(visitor: Visitor) -> None:
        request = visitor.state.stage.request
        assert isinstance(request, AskBooking) and isinstance(request.question, question), request
        visitor.tell(BookingAnswered(request.key, reply))

    return act


def typed(digits: str) -> Act:
    return touch(*(f"digit.{digit}" for digit in digits))


def prints(outcome: PrintOutcome = PrintOutcome.PRINTED, fault: Fault | None = None) -> Act:
    return lambda visitor: visitor.tell(SlipPrinted("a1", PrintResult(outcome, fault)))


TO_DAYS: list[tuple[Act, str]] = [
    (touch("book"), "book-title"),
    (touch("book.new"), "book-line-title"),
    (touch("book-line.general"), "asking-slots"),
    (answer(DAYS, FindSlots), "book-day-title"),
]
TO_WHO: list[tuple[Act, str]] = [(touch("day.2025-03-04"), "book-time-title"), (touch("time.09:30"), "card-title")]


def at_the_days() -> Visitor:
    return tell_story(at_home(hall=BOOKABLE), TO_DAYS)


def at_the_review() -> Visitor:
    return tell_story(at_the_days(), [*TO_WHO, (lay(ELDER), "book-read-title")])


def sentences(visitor: Visitor) -> list[str]:
    return [words.id for words in visitor.view.body]


def test_only_days_with_room_are_offered_and_what_is_special_has_its_name() -> None:
    visitor = at_the_days()
    days = {choice.id: choice for choice in visitor.view.choices}
    assert list(days) == ["day.2025-03-04", "day.2025-03-06"], "Monday is full, Wednesday shut"
    assert (days["day.2025-03-04"].label.id, dict(days["day.2025-03-04"].label.args)["ahead"]) == ("moment-day", 1)
    assert [choice.hint.id for choice in days.values() if choice.hint] == ["book-day-free", "book-day-special"]
    assert "book-day-off" in sentences(visitor)


def test_by_card_looked_over_booked_once_and_printed() -> None:
    visitor = at_the_review()
    view = visitor.view
    assert isinstance(view, Confirm) and view.who is not None and dict(view.who.args)["name"] == "张＊"
    assert sentences(visitor) == ["book-when", "book-line"]
    tell_story(visitor, [(touch("book-yes"), "asking-book")])
    request = visitor.asked_for(AskBooking)
    assert request.question == Book("general", TUESDAY, "09:30", "zh", ELDER)
    tell_story(visitor, [(answer(Refusal.UNREACHABLE, Book), "asking-book"), (wait(1.5), "asking-book")])
    assert visitor.asked_for(AskBooking) == request, "the same under the same key"
    tell_story(visitor, [(answer(Refusal.UNREACHABLE, Book), "booking-unreachable")])
    assert visitor.offered == {"retry", "home"}, "nothing that could book a second time"
    tell_story(visitor, [(touch("retry"), "asking-book")])
    assert visitor.asked_for(AskBooking) == request
    tell_story(visitor, [(answer(OURS, Book), "booked-title")])
    assert visitor.asked_for(PrintSlip) == PrintSlip(OURS, "zh")
    view = visitor.view
    assert isinstance(view, TicketShown) and (view.number, view.ahead) == ("482 913", None)
    tell_story(visitor, [(prints(), "booked-title"), (touch("done"), "home-title")])


def test_an_answer_that_comes_after_all_is_shown() -> None:
    visitor = tell_story(at_the_review(), [(touch("book-yes"), "asking-book"), (wait(20.0), "booking-unreachable")])
    tell_story(visitor, [(answer(OURS, Book), "booked-title")])
    assert visitor.asked_for(PrintSlip)


def test_by_phone_number_which_is_heard_only_when_asked_for() -> None:
    visitor = tell_story(at_the_days(), [*TO_WHO, (touch("who-phone"), "phone-title"), (typed("1390000000"), "phone-title")])
    assert isinstance(visitor.view, NumberKeys) and visitor.view.grouped and "enter" not in visitor.offered
    tell_story(visitor, [(typed("00"), "phone-title"), (touch("enter"), "book-read-title")])
    assert visitor.view.who.id == "who-phone"
    visitor.touch("hear")
    said = visitor.asked_for(Announce).view
    assert said.who is not None and dict(said.who.args)["digits"] == "1 3 9 0 0 0 0 0 0 0 0", "in the sentence that is not kept"
    tell_story(visitor, [(touch("back"), "phone-title"), (touch("erase"), "phone-title"), (typed("0"), "phone-title")])
    tell_story(visitor, [(touch("enter"), "book-read-title"), (touch("book-yes"), "asking-book")])
    assert visitor.asked_for(AskBooking).question == Book("general", TUESDAY, "09:30", "zh", None, PHONE)
    tell_story(visitor, [(answer(BookedAlready(TUESDAY, "10:00"), Book), "booked-already")])
    assert "other-time" in visitor.offered
    tell_story(visitor, [(touch("other-time"), "book-day-title")])


def test_who_was_not_quick_enough_is_offered_what_lies_beside_and_has_lost_nothing() -> None:
    visitor = tell_story(at_the_review(), [(touch("book-yes"), "asking-book"), (answer(Refusal.SLOT_FULL, Book), "asking-slots")])
    left = tuple((at, 0 if at == "09:30" else 1) for at in TIMES)
    now = (replace(DAYS[1], times=left), *DAYS[2:])
    tell_story(visitor, [(answer(now, FindSlots), "book-taken")])
    assert [choice.id for choice in visitor.view.choices] == ["time.09:00", "time.10:00", "time.10:30", "time.14:30", "all-times"]
    tell_story(visitor, [(touch("time.10:00"), "book-read-title"), (touch("book-yes"), "asking-book")])
    assert visitor.asked_for(AskBooking).question == Book("general", TUESDAY, "10:00", "zh", ELDER)
    tell_story(visitor, [(answer(Refusal.SLOT_FULL, Book), "asking-slots"), (answer(DAYS[2:], FindSlots), "book-day-title")])
    assert sentences(visitor)[0] == "book-day-full"


def test_who_has_a_time_that_day_is_shown_it() -> None:
    visitor = tell_story(at_the_review(), [(touch("book-yes"), "asking-book")])
    tell_story(visitor, [(answer(BookedAlready(TUESDAY, "09:30", "482913"), Book), "asking-bookings")])
    assert visitor.asked_for(AskBooking).question == FindBookings("482913")
    tell_story(visitor, [(answer((OURS,), FindBookings), "already-title")])
    assert visitor.offered == {"book.move", "book.cancel", "again", "done"}
    tell_story(visitor, [(touch("again"), "already-title")])
    assert visitor.asked_for(PrintSlip).reprint


@pytest.mark.parametrize("refusal", [Refusal.QUOTA_SPENT, Refusal.WINDOW_CLOSED])
def test_a_line_that_is_full_today_can_be_booked_from_there(refusal: Refusal) -> None:
    visitor = tell_story(at_home(hall=BOOKABLE), [(touch("line.general"), "card-title"), (touch("card-none"), "issuing-title")])
    refuse(refusal)(visitor)
    assert "book-line" in visitor.offered
    tell_story(visitor, [(touch("book-line"), "asking-slots"), (answer(DAYS, FindSlots), "book-day-title")])


def test_a_closed_hall_still_gives_times() -> None:
    visitor = at_home(hall=closed(BOOKABLE))
    assert {"line.general", "line.civil", "book"} <= visitor.offered and "line.social" not in visitor.offered
    tell_story(visitor, [(touch("line.civil"), "asking-slots"), (answer((), FindSlots), "book-none")])
    tell_story(visitor, [(touch("back"), "book-line-title")])


def test_paper_that_runs_out_leaves_the_code_on_the_glass() -> None:
    visitor = tell_story(at_the_review(), [(touch("book-yes"), "asking-book"), (answer(OURS, Book), "booked-title")])
    tell_story(visitor, [(prints(PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT), "booked-title")])
    assert visitor.view.outcome.id == "slip-not-printed" and visitor.view.body[0].id == "fault-paper-out"
    tell_story(visitor, [(wait(61.0), "booked-title")])
    assert EndVisit() not in visitor.asked, "nobody who writes the code down is hurried"
    tell_story(visitor, [(touch("again"), "booked-title"), (prints(), "booked-title"), (touch("done"), "home-title")])


def test_moved_by_code_and_then_cancelled() -> None:
    visitor = tell_story(at_home(hall=BOOKABLE), [(touch("book"), "book-title"), (touch("book.kept"), "kept-card")])
    tell_story(visitor, [(touch("kept-code"), "code-title"), (typed("111111"), "code-title")])
    tell_story(visitor, [(touch("enter"), "asking-bookings")])
    tell_story(visitor, [(answer(Refusal.BOOKING_UNKNOWN, FindBookings), "refusal-booking-unknown")])
    tell_story(visitor, [(touch("other-code"), "code-title"), (typed("482913"), "code-title")])
    tell_story(visitor, [(touch("enter"), "asking-bookings")])
    tell_story(visitor, [(answer((OURS,), FindBookings), "kept-title"), (touch("book.move"), "asking-slots")])
    tell_story(visitor, [(answer(DAYS, FindSlots), "book-day-title"), (touch("day.2025-03-06"), "book-time-title")])
    tell_story(visitor, [(touch("time.10:00"), "book-read-title")])
    assert sentences(visitor) == ["book-when-new", "book-moving"] and visitor.view.who is None
    tell_story(visitor, [(touch("book-yes"), "asking-book")])
    assert visitor.asked_for(AskBooking).question == MoveBooking(OURS, THURSDAY, "10:00")
    moved = replace(OURS, day=THURSDAY, at="10:00")
    tell_story(visitor, [(answer(moved, MoveBooking), "moved-title"), (prints(), "moved-title"), (touch("done"), "home-title")])

    tell_story(visitor, [(lay(ELDER), "confirm-title"), (touch("book"), "book-title"), (touch("book.kept"), "asking-bookings")])
    assert visitor.asked_for(AskBooking).question == FindBookings(holder=ELDER), "the card lies there already"
    tell_story(visitor, [(answer((moved, OURS), FindBookings), "kept-several"), (touch("kept.0"), "kept-title")])
    tell_story(visitor, [(touch("book.cancel"), "cancel-title"), (touch("cancel-no"), "kept-title")])
    tell_story(visitor, [(touch("book.cancel"), "cancel-title"), (touch("cancel-yes"), "asking-cancel")])
    tell_story(visitor, [(answer(moved, CancelBooking), "cancelled-title"), (touch("done"), "home-title")])


def test_a_card_that_holds_no_more_books_for_nobody() -> None:
    visitor = tell_story(at_the_review(), [(take_away, "book-read-title")])
    tell_story(visitor, [(fail(Fault.CARD_UNREADABLE), "fault-card-unreadable")])
    tell_story(visitor, [(touch("other-card"), "card-title"), (lay(YOUNG), "book-read-title")])
    tell_story(visitor, [(touch("book-yes"), "asking-book")])
    assert visitor.asked_for(AskBooking).question.holder is YOUNG


def test_without_a_reader_the_number_is_the_way() -> None:
    visitor = tell_story(at_home(replace(FULL, readers=frozenset()), BOOKABLE), [*TO_DAYS, *TO_WHO[:1]])
    tell_story(visitor, [(touch("time.09:30"), "book-who-title"), (touch("who-phone"), "phone-title")])
    tell_story(visitor, [(typed(PHONE), "phone-title")])
    tell_story(visitor, [(touch("enter"), "book-read-title")])
