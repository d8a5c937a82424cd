"""The machine is at work: three dots, one after the other dark, never faster than once in 0.6 s (row 12: at most 2 Hz)."""

from __future__ import annotations

from kiosk.views import Waiting
from screens.base import Screen
from screens.widgets.picture import DOTS

PICTURES = {"card-reading": "picture-reading"}


class WaitingScreen(Screen[Waiting]):
    def picture(self, view: Waiting) -> str | None:
        return PICTURES.get(view.title.id, DOTS)
