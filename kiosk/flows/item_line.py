"""From an item to the line that one waits in for it: whoever laid a card has answered already what the line would ask."""

from __future__ import annotations

from kiosk.flows import take_number
from kiosk.flows.find_state import Looking, Shut
from kiosk.flows.state import LineChosen, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.world import World, line_of
from kiosk.hall.messages import Item


def item_of(world: World, id: str) -> Item | None:
    return next((item for item in world.items if item.id == id), None)


def to_line(state: Terminal, item: Item, origin: Looking, now: Now) -> Step:
    """``origin``: where "back" leads from there."""
    line = line_of(state.world, item)
    if line is None or not state.world.takes(line):
        return state.at(Shut(item.id, origin)), ()
    if state.visit.holder is not None:
        return take_number.ask_with_card(state, line, now)
    return state.at(LineChosen(line, item, origin)), ()
