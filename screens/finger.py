"""The window's pointer as a finger that came down where it came down.

Kivy's provider shares one object between all that a finger does. Where a busy glass reads the coming and the first moves at one
look, it would say of the coming the place that the finger has slid to since, and what stands there would be pressed.
"""

from __future__ import annotations

from typing import Any

from kivy.input.factory import MotionEventFactory
from kivy.input.providers.mouse import MouseMotionEventProvider

NAME = "finger"  # as in screens.environment


class Finger(MouseMotionEventProvider):
    def create_touch(self, *place: Any) -> Any:
        touch = super().create_touch(*place)
        touch.sync_with_dispatch = False  # its origin stays; else it follows until the coming is told
        return touch


MotionEventFactory.register(NAME, Finger)
