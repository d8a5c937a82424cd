"""A person is on the way: their picture, where the hall shows it."""

from __future__ import annotations

from dataclasses import replace

from kiosk.views import HelperComing
from screens.base import Screen
from screens.geometry import Room
from screens.paging import Page
from screens.sheet import Element, Shape
from screens.widgets.header import Band
from screens.widgets.portrait import portrait, readable, within


class HelperScreen(Screen[HelperComing]):
    quiet_below = True

    def band(self, view: HelperComing) -> Band:
        return replace(super().band(view), icon="help")

    def picture(self, view: HelperComing) -> str | None:
        return "picture-helper"

    def _draw(
        self, view: HelperComing, columns: list[Page], room: Room, single: bool
    ) -> tuple[list[Element], list[Shape]]:
        elements, under = super()._draw(view, columns, room, single)
        if not readable(view.portrait):
            return elements, under
        known = [portrait(self.desk, view.portrait, within(e.box)) if e.id == "picture" else e for e in elements]
        return known, under
