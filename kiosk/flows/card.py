"""The card, and a ticket without one: laying it, what it earns, and the priority that a resident claims by word."""

from __future__ import annotations

from dataclasses import replace

from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, Fault
from kiosk.effects import Effect, Note, RefreshHall, StartTimer, StopTimer
from kiosk.events import Event, TimerFired
from kiosk.faults import of_fault
from kiosk.flows import booking, delays, entrust, find, kept, progress, take_number
from kiosk.flows.booking_state import Booking, HomeVisit, KeptCode, KeptSought, SlipHeld, WaysToBook
from kiosk.flows.find_state import Looking, Ways
from kiosk.flows.mandate_state import Closing, Entrusting, MandateHeld, MandateSought, Tracing
from kiosk.flows.opinion_state import Telling
from kiosk.flows.state import (
    AtHome,
    CardKnown,
    ClassMenu,
    CodeTyped,
    Failed,
    Issuing,
    LineChosen,
    Stage,
    Step,
    Terminal,
    TicketHeld,
    age_on,
    earned_class,
    end_visit,
)
from kiosk.flows.step import Now
from kiosk.flows.visiting import with_visit
from kiosk.flows.world import chosen_line, line_choices, lost_choices, lost_words
from kiosk.journal import Entry, What
from kiosk.masking import masked_name, tail
from kiosk.views import Choice, Confirm, Menu, Prompt, View, Waiting, Weight, msg

READING = "reading"


# ---- what the glass shows ----


def view_reading() -> View:
    return Waiting(msg("card-reading"))


def view_line(state: Terminal, stage: LineChosen) -> View:
    """Lay the card, or go on without. Where no card can be read, nobody is asked to lay one."""
    line = msg("card-line", line=stage.item.name if stage.item is not None else stage.line.name)
    hall = state.world.hall
    reads = state.world.reads_cards
    choices = [Choice("card-none", msg("card-none" if reads else "take-plain"), weight=Weight.PRIMARY)]
    if hall is not None and hall.priorities:
        choices.append(Choice("card-priority", msg("card-priority")))
    if stage.line.books:
        choices.append(Choice("card-booked", msg("card-booked")))
        choices.append(Choice("card-book", msg("card-book")))
    if reads:
        ages = sorted(one.min_age for one in hall.priorities if one.min_age is not None) if hall is not None else []
        elder = (msg("card-elder", age=ages[0]),) if ages else ()
        return Prompt(msg("card-title"), body=(line,) + elder, choices=tuple(choices), back=True, home=True)
    fault = state.world.reader_fault
    body = (of_fault(fault).title, of_fault(fault).do) if fault is not None else ()
    return Menu(line, body=body, choices=tuple(choices), back=True, home=True)


def view_classes(state: Terminal, stage: ClassMenu) -> View:
    classes = state.world.hall.priorities if state.world.hall is not None else ()
    return Menu(
        msg("priority-title"),
        body=(msg("priority-note"),),
        choices=tuple(Choice(f"class.{one.id}", msg("priority-name", name=one.name)) for one in classes)
        + (Choice("class-none", msg("priority-none")),),
        back=True,
        home=True,
    )


def view_card(state: Terminal, stage: CardKnown, now: Now) -> View:
    """Who the card says you are, what you may claim, and the lines: one touch gives the ticket."""
    holder = state.visit.holder
    offer: tuple[Choice, ...] = ()
    body = lost_words(state.world)
    if stage.offer is not None and holder is not None and holder.birth is not None:
        body += (msg("priority-earned", age=age_on(holder.birth, now.today)),)
        offer = (Choice("priority", msg("priority-on" if stage.taken else "priority-off"), selected=stage.taken),)
    return Confirm(
        msg("confirm-title"),
        body=body,
        choices=offer
        + line_choices(state.world)
        + lost_choices(state.world)
        + find.way_in(state.world)
        + booking.way_in(state.world)
        + (Choice("not-me", msg("confirm-not-me"), weight=Weight.QUIET),),
        home=True,
        who=msg("who", name=masked_name(holder.name), tail=tail(holder.id_number)) if holder is not None else None,
    )


# ---- touches ----


def touched_line(state: Terminal, stage: LineChosen, choice: str, now: Now) -> Step:
    match choice:
        case "card-none":
            return take_number.ask(state, stage.line, now)
        case "card-priority" if state.world.hall is not None and state.world.hall.priorities:
            return state.at(ClassMenu(stage.line, stage)), ()
        case "card-booked" if stage.line.books:
            return state.at(CodeTyped(stage.line)), ()
        case "card-book" if stage.line.books:
            return booking.for_line(state, stage.line)
        case "back":
            return state.at(stage.origin), ()
    return state, ()


def touched_class(state: Terminal, stage: ClassMenu, choice: str, now: Now) -> Step:
    if choice == "back":
        return state.at(stage.chosen or LineChosen(stage.line)), ()
    if choice == "class-none":
        return take_number.ask_with_card(state, stage.line, now)
    classes = state.world.hall.priorities if state.world.hall is not None else ()
    if choice in {f"class.{one.id}" for one in classes}:
        return take_number.ask(state, stage.line, now, choice.removeprefix("class."), "own_word")
    return state, ()


def touched_card(state: Terminal, stage: CardKnown, choice: str, now: Now) -> Step:
    if choice == "priority" and stage.offer is not None:
        return with_visit(state, declined=stage.taken).at(replace(stage, taken=not stage.taken)), ()
    if choice == "not-me":
        return end_visit(state, now.fresh)
    if choice == "retry" and state.world.lost is not None:
        return state, (RefreshHall(),)
    if choice == "book":
        return state.at(WaysToBook()), ()
    if choice == "find" and find.way_in(state.world):
        return state.at(Ways()), ()
    line = chosen_line(state.world, choice)
    if line is None:
        return state, ()
    if not state.world.takes(line):
        return booking.for_line(state, line)
    if stage.offer is not None and stage.taken:
        return take_number.ask(state, line, now, stage.offer.id, "card_birth_date")
    return take_number.ask(state, line, now)


# ---- what the reader tells ----


def told(state: Terminal, event: Event, now: Now) -> Step:
    match event:
        case CardSeen():
            return _seen(state)
        case CardPresented():
            return _presented(state, event, now)
        case CardFailed(device, fault):
            return _failed(state, fault)
        case CardRemoved() if state.visit.reading:
            return _failed(state, Fault.CARD_MOVED)
        case DeviceDown(device, fault) if state.visit.reading and device in state.world.fittings.readers:
            return _failed(state, fault)
        case TimerFired(name) if name == READING and state.visit.reading:
            return _failed(state, Fault.READER_MUTE)
    return state, ()


def _card_matters(stage: Stage) -> bool:
    """Not while a number is on its way or on the glass, nor while only the same request again is safe."""
    if isinstance(stage, Failed):
        return stage.request is None
    return not isinstance(stage, (Issuing, TicketHeld, SlipHeld, MandateHeld))


def _seen(state: Terminal) -> Step:
    if not _card_matters(state.stage):
        return state, ()
    return with_visit(state, begun=True, reading=True), (StartTimer(READING, delays.READING),)


def _presented(state: Terminal, event: CardPresented, now: Now) -> Step:
    held = state.visit.holder
    state = with_visit(state, reading=False)
    effects: tuple[Effect, ...] = (StopTimer(READING),)
    if isinstance(state.stage, (TicketHeld, SlipHeld, MandateHeld)):
        same = held is not None and held.id_number == event.holder.id_number
        if same or not state.stage.settled:
            return state, effects
        state, ended = end_visit(state, now.fresh)
        effects += ended
    elif not _card_matters(state.stage):
        return state, effects
    state = with_visit(state, begun=True, holder=event.holder, declined=False)
    effects += (Note(Entry(What.CARD_READ, event.device)),)
    stage = state.stage.resume if isinstance(state.stage, Failed) else state.stage
    match stage:
        case LineChosen(line):
            state, asked = take_number.ask_with_card(state, line, now)
            return state, effects + asked
        case ClassMenu() | CodeTyped() | HomeVisit() | Looking() | Telling():
            return state.at(stage), effects
        case Booking():
            return booking.card_read(state, stage), effects
        case Entrusting():
            state, asked = entrust.card_read(state, stage)
            return state, effects + asked
        case Tracing():
            state, asked = progress.by_card(state.at(stage), event.holder)
            return state, effects + asked
        case KeptSought() | KeptCode():
            state, asked = kept.by_card(state.at(KeptSought()), event.holder)
            return state, effects + asked
    return state.at(CardKnown(earned_class(state.world.hall, event.holder.birth, now.today))), effects


def _failed(state: Terminal, fault: Fault) -> Step:
    state = with_visit(state, reading=False)
    effects: tuple[Effect, ...] = (StopTimer(READING),)
    if not _card_matters(state.stage):
        return state, effects
    resume = state.stage.resume if isinstance(state.stage, Failed) else state.stage
    if isinstance(resume, CardKnown):
        resume = AtHome()  # whose card failed is not known: nothing may go on in the name of the card before
    if isinstance(resume, Booking):
        resume = booking.without_card(resume)
    if isinstance(resume, Entrusting):
        resume = entrust.without_card(resume)
    if isinstance(resume, Closing):
        resume = MandateSought()
    effects += (Note(Entry(What.CARD_FAILED, fault.value)),)
    return with_visit(state, begun=True, holder=None).at(Failed(of_fault(fault), resume)), effects
