"""A view that is silent by itself, for nobody may be there, is read to whoever comes to it in the middle of a visit: else a
resident who goes by what they hear would not know where they are."""

from __future__ import annotations

from kiosk.effects import Announce, Effect
from kiosk.flows.visiting import Visiting
from kiosk.views import View


def told(before: Visiting, after: Visiting, left: View, come_to: View) -> tuple[Effect, ...]:
    """``left`` and ``come_to``: the views of the states."""
    same_visit = after.visit.begun and after.visit.id == before.visit.id
    return (Announce(),) if same_visit and not come_to.spoken and type(left) is not type(come_to) else ()
