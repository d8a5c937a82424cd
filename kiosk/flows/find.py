"""Looking for what one came to do, in one of several ways: to the item, to what there is to know of it, to its line."""

from __future__ import annotations

from dataclasses import replace

from kiosk.events import Event
from kiosk.flows import booking, find_views, groups, guide, letters, rest, writing
from kiosk.flows.find_state import ByDomain, ByEvent, ByLetters, ByPeople, ByVillage, ByWriting, Found, Looking, Shut, Ways
from kiosk.flows.guide_state import GuideRead, Guiding
from kiosk.flows.item_line import item_of, to_line
from kiosk.flows.state import Stage, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World, line_of
from kiosk.views import Choice, View, Weight, msg

WAYS: dict[str, Looking] = {
    "find-letters": ByLetters(),
    "find-writing": ByWriting(),
    "find-domains": ByDomain(),
    "find-events": ByEvent(),
    "find-people": ByPeople(),
    "find-asked": Found(Ways(), among=groups.ASKED),
    "find-whole": Found(Ways(), among=groups.WHOLE),
    "find-village": ByVillage(),
}


def way_in(world: World) -> tuple[Choice, ...]:
    """For home, and for whoever laid a card: nobody has to know which line is theirs."""
    return (Choice("find", msg("find"), icon="find", weight=Weight.QUIET, enabled=_reads(world)),) if world.items else ()


def _reads(world: World) -> bool:
    """What is there to read can be read when the service is away."""
    return world.lost is None or world.hall is not None and bool(world.hall.guides)


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
        case ByEvent():
            return find_views.groups_of(world, msg("events-title"), groups.EVENT)
        case ByPeople():
            return find_views.groups_of(world, msg("people-title"), groups.PERSON)
        case ByVillage():
            return find_views.groups_of(world, msg("village-title"), groups.VILLAGE)
        case Found():
            return find_views.found(world, stage, now)
        case Guiding():
            return guide.view(state, stage, now)
        case Shut(item=id):
            item = item_of(world, id)
            if item is not None:
                return find_views.shut(world, stage, item, now)
    return find_views.ways(world)


def touched(state: Terminal, stage: Looking, choice: str, now: Now) -> Step:
    if choice.startswith("item."):
        return _chosen(state, stage, choice.removeprefix("item."), now)
    match stage:
        case Guiding():
            return guide.touched(state, stage, choice, now)
        case ByLetters():
            return _by_letters(state, stage, choice)
        case ByWriting():
            return _by_writing(state, stage, choice)
        case ByDomain() if choice.startswith("domain."):
            return state.at(Found(stage, domain=choice.removeprefix("domain."))), ()
        case ByEvent() | ByPeople() | ByVillage() if choice.startswith(tuple(groups.KINDS)):
            return state.at(Found(stage, among=choice)), ()
        case Found(origin=ByWriting(), sought=sought) if choice == "write-on":
            return state.at(ByWriting(written=sought)), ()
        case Shut():
            return _shut(state, stage, choice, now)
    if choice == "back":
        return state.at(_before(state, stage, now)), ()
    offered = {one.id for one in find_views.ways(state.world).choices} if isinstance(stage, Ways) else set()
    return (state.at(WAYS[choice]) if choice in offered else state), ()


def told(state: Terminal, event: Event) -> Step:
    """A finger writes, or what it wrote is recognised; a paper comes, or the service answers."""
    stage = state.stage
    if isinstance(stage, Guiding):
        return guide.told(state, event)
    if not isinstance(stage, ByWriting):
        return state, ()
    ink, effects = writing.told(stage.ink, event, "".join(sorted(find_views.finder(state.world).following(stage.written))))
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
    item = item_of(state.world, stage.item)
    line = line_of(state.world, item) if item is not None else None
    if choice == "card-book" and line is not None and line.books:
        return booking.for_line(state, line)
    return (state.at(Ways() if choice == "find-other" else stage.origin) if choice in ("find-other", "back") else state), ()


def _chosen(state: Terminal, stage: Looking, id: str, now: Now) -> Step:
    """What there is to know about it comes first, where there is something."""
    item = item_of(state.world, id)
    if item is None or not isinstance(stage, (ByLetters, Found)):
        return state, ()
    if state.world.guide(id) is not None:
        return state.at(GuideRead(id, stage)), ()
    return to_line(state, item, stage, now)


def _before(state: Terminal, stage: Looking, now: Now) -> Stage:
    match stage:
        case Found(origin=origin):
            return origin
        case ByDomain() | ByEvent() | ByPeople() | ByVillage():
            return Ways()
    return rest.place(state, now)
