"""One of the staff: the picture beside what they are there for, as on a notice board."""

from __future__ import annotations

from kiosk.views import StaffShown
from screens.base import Screen
from screens.paging import Part
from screens.widgets.portrait import draw_portrait, readable


class StaffScreen(Screen[StaffShown]):
    def lead(self, view: StaffShown, width: int, room: int) -> list[Part]:
        words = super().lead(view, width, room)
        return [draw_portrait(self.desk, view.portrait, width), *words] if readable(view.portrait) else words
