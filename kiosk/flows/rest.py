"""Where a visit comes to rest: Home, or the lines beside the card that is known."""

from __future__ import annotations

from kiosk.flows.state import AtHome, CardKnown, Terminal, earned_class
from kiosk.flows.step import Now


def place(state: Terminal, now: Now) -> AtHome | CardKnown:
    holder = state.visit.holder
    if holder is None:
        return AtHome()
    return CardKnown(earned_class(state.world.hall, holder.birth, now.today), taken=not state.visit.declined)
