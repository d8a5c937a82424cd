"""Home: what can be done here. The lines stand on it, so a ticket without a card is two touches away."""

from __future__ import annotations

from kiosk.effects import RefreshHall
from kiosk.flows import booking, find, opinion_views, staff_views
from kiosk.flows.booking_state import WaysToBook
from kiosk.flows.find_state import Ways
from kiosk.flows.opinion_state import KindOfOpinion
from kiosk.flows.staff_state import Everybody
from kiosk.flows.state import LineChosen, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World, chosen_line, line_choices, lost_choices, lost_words
from kiosk.views import Home, Msg, View, Waiting, msg


def view(state: Terminal, now: Now) -> View:
    world = state.world
    if world.hall is None and world.lost is None:
        return Waiting(msg("starting-title"), spoken=False)
    return Home(
        msg("home-title"),
        body=_left_card(world) + (lost_words(world) or _how(world)),
        choices=(
            *line_choices(world),
            *lost_choices(world),
            *find.way_in(world),
            *booking.way_in(world),
            *staff_views.way_in(world),
            *opinion_views.way_in(world),
        ),
        spoken=False,
        hall=world.hall.name if world.hall is not None else None,
        clock=now.clock,
        hours=world.hall.hours_today if world.hall is not None else "",
    )


def touched(state: Terminal, choice: str, now: Now) -> Step:
    if choice == "retry" and state.world.lost is not None:
        return state, (RefreshHall(),)
    if choice == "book" and state.world.lost is None:
        return state.at(WaysToBook()), ()
    if choice == "opinion" and opinion_views.way_in(state.world):
        return state.at(KindOfOpinion()), ()
    if choice == "staff" and state.world.people:
        return state.at(Everybody()), ()
    if choice == "find" and find.way_in(state.world):
        return state.at(Ways()), ()
    line = chosen_line(state.world, choice)
    if line is None:
        return state, ()
    return (state.at(LineChosen(line)), ()) if state.world.takes(line) else booking.for_line(state, line)


def _left_card(world: World) -> tuple[Msg, ...]:
    """A card that lies there at rest was forgotten."""
    return (msg("ticket-card-back"),) if world.cards else ()


def _how(world: World) -> tuple[Msg, ...]:
    closed = () if world.hall is None or world.hall.hours_today else (msg("home-closed"),)
    if world.reader_fault is not None:
        return closed + (msg("fault-reader-down"), msg("fault-reader-down-do"))
    touch = msg("home-reader-down" if world.some_reader_is_down else "home-touch")
    return closed + ((msg("home-card"), touch) if world.reads_cards else ())
