"""A person is on the way."""

from __future__ import annotations

from dataclasses import replace

from kiosk.views import HelperComing
from screens.base import Screen
from screens.widgets.header import Band


class HelperScreen(Screen[HelperComing]):
    def band(self, view: HelperComing) -> Band:
        return replace(super().band(view), icon="help")

    def picture(self, view: HelperComing) -> str | None:
        return "picture-helper"
