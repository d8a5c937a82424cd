"""Who the card says you are, and what to do next."""

from __future__ import annotations

from kiosk.views import Confirm
from screens.base import Screen
from screens.paging import Part
from screens.sheet import Role
from screens.widgets.card import draw_card


class ConfirmScreen(Screen[Confirm]):
    quiet_below = True

    def lead(self, view: Confirm, width: int, room: int) -> list[Part]:
        words = super().lead(view, width, room)
        if view.who is None:
            return words
        return [draw_card(self.desk, ("who", Role.TEXT, view.who, self.desk.label), width, icon="person"), *words]
