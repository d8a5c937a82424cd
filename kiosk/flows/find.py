"""Looking for what one came to do: by letters, by writing or by its domain, to the item, to its line, to the usual way."""

from __future__ import annotations

from dataclasses import replace

from kiosk.events import Event
from kiosk.flows import booking, find_views, letters, rest, take_number, writing
from kiosk.flows.find_state import ByDomain, ByLetters, ByWriting, Found, Looking, Shut, Ways
from kiosk.flows.state import LineChosen, Stage, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World, line_of
from kiosk.hall.messages import Item
from kiosk.text import pinyin
from kiosk.views import Choice, View, Weight, msg

Places = ByLetters | ByWriting | ByDomain
WAYS: dict[str, Places] = {"find-letters": ByLetters(), "find-writing": ByWriting(), "find-domains": ByDomain()}


def way_in(world: World) -> tuple[Choice, ...]:
    """For home, and for whoever laid a card: nobody has to know which line is theirs."""
    return (Choice("find", msg("find"), icon="find", weight=Weight.QUIET, enabled=world.lost is None),) if world.items else ()


def view(state: Terminal, stage: Looking, now: Now) -> View:
    """An item that the hall no longer has leads back to the ways of looking."""
    world = state.world
    match stage:
        case ByLetters():
            return find_views.by_letters(world, stage, now)
        case ByWriting():
            return find_views.by_writing(stage)
        case ByDomain():
            return find_views.domains(world)
        case Found():
            return find_views.found(world, stage, now)
        case Shut(item=id):
            item = _item(world, id)
            if item is not None:
                return find_views.shut(world, stage, item, now)
    return find_views.ways(world)


def touched(state: Terminal, stage: Looking, choice: str, now: Now) -> Step:
    if choice.startswith("item."):
        return _chosen(state, stage, choice.removeprefix("item."), now)
    match stage:
        case ByLetters():
            return _by_letters(state, stage, choice)
        case ByWriting():
            return _by_writing(state, stage, choice)
        case ByDomain() if choice.startswith("domain."):
            return state.at(Found(stage, domain=choice.removeprefix("domain."))), ()
        case Found(origin=ByWriting(), sought=sought) if choice == "write-on":
            return state.at(ByWriting(written=sought)), ()
        case Shut():
            return _shut(state, stage, choice, now)
    if choice == "back":
        return state.at(_before(state, stage, now)), ()
    offered = {one.id for one in find_views.ways(state.world).choices} if isinstance(stage, Ways) else set()
    return (state.at(WAYS[choice]) if choice in offered else state), ()


def told(state: Terminal, event: Event) -> Step:
    """A finger writes, or what it wrote is recognised."""
    stage = state.stage
    if not isinstance(stage, ByWriting):
        return state, ()
    ink, effects = writing.told(stage.ink, event, "".join(sorted(pinyin.following(state.world.items, stage.written))))
    return state.at(replace(stage, ink=ink)), effects


def _by_letters(state: Terminal, stage: ByLetters, choice: str) -> Step:
    if choice == "back":
        return state.at(Ways()), ()
    if choice == "more":
        return state.at(Found(stage, sought=stage.typed)), ()
    typed = letters.struck(stage.typed, choice)
    return (state.at(ByLetters(typed)) if typed is not None else state), ()


def _by_writing(state: Terminal, stage: ByWriting, choice: str) -> Step:
    if choice == "back":
        return state.at(Ways()), ()
    char = writing.chosen(stage.ink, choice)
    if char is not None:
        return state.at(Found(ByWriting(written=stage.written), sought=stage.written + char)), ()
    ink, effects = writing.touched(stage.ink, choice)
    return state.at(replace(stage, ink=ink)), effects


def _shut(state: Terminal, stage: Shut, choice: str, now: Now) -> Step:
    item = _item(state.world, stage.item)
    line = line_of(state.world, item) if item is not None else None
    if choice == "card-book" and line is not None and line.books:
        return booking.for_line(state, line)
    return (state.at(Ways() if choice == "find-other" else stage.origin) if choice in ("find-other", "back") else state), ()


def _chosen(state: Terminal, stage: Looking, id: str, now: Now) -> Step:
    """Whoever laid a card has answered already what the line would ask."""
    item = _item(state.world, id)
    if item is None or not isinstance(stage, (ByLetters, Found)):
        return state, ()
    line = line_of(state.world, item)
    if line is None or not state.world.takes(line):
        return state.at(Shut(id, stage)), ()
    chosen = LineChosen(line, item, stage)
    return take_number.ask_with_card(state, line, now) if state.visit.holder is not None else (state.at(chosen), ())


def _before(state: Terminal, stage: Looking, now: Now) -> Stage:
    match stage:
        case Found(origin=origin):
            return origin
        case ByDomain():
            return Ways()
    return rest.place(state, now)


def _item(world: World, id: str) -> Item | None:
    return next((item for item in world.items if item.id == id), None)
