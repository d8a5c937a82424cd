"""One of several: the title, the words, the choices."""

from __future__ import annotations

from kiosk.views import Menu
from screens.base import Screen

PICTURES = {"still-title": "picture-clock"}


class MenuScreen(Screen[Menu]):
    def picture(self, view: Menu) -> str | None:
        return PICTURES.get(view.title.id)
