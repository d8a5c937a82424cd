"""Five equal levels and an equal way to skip: one size, one colour, in a fixed order, all six at one glance (rating.md)."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Rate
from screens import paging
from screens.base import Screen
from screens.geometry import Room
from screens.paging import Page
from screens.sheet import Role
from screens.widgets.header import Band, Sentence


class RateScreen(Screen[Rate]):
    stacked = True
    columns = 3
    fill = True
    whole = True  # to turn a page for one of the levels would make it less equal

    def band(self, view: Rate) -> Band:
        number = next((fact for fact in facts(view)), None)
        if number is None:
            return super().band(view)
        return replace(super().band(view), aside=(number.element, Role.TEXT, number.words, self.desk.body))

    def _high(self, view: Rate, room: Room) -> list[list[Page]]:
        """Where even the smallest step leaves no room for all, the six come first and the sentences after them."""
        found = super()._high(view, room)
        if len(found) == 1 or not self.desk.smallest:
            return found
        free = replace(room, h=room.h - room.line)
        rows = self._rows(view, free, free.h, 0, lambda rows: paging.pages(rows, room.h, line=room.line))
        words = self.lead(view, room.w, room.h)
        return [[page] for page in [*paging.pages(rows, room.h, line=room.line), *paging.pages(words, room.h)]]

    def words(self, view: Rate) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]
