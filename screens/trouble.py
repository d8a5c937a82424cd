"""What happened, what to do, the ways on, a word for the staff. Amber where there is a way on, red where a person must help."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Trouble
from screens.base import Screen
from screens.paging import Part
from screens.sheet import Role
from screens.widgets.card import draw_card, draw_code
from screens.widgets.header import Band, Sentence


class TroubleScreen(Screen[Trouble]):
    def band(self, view: Trouble) -> Band:
        paint, icon = (self.desk.theme.warning, "warning") if view.choices else (self.desk.theme.error, "stop")
        return replace(super().band(view), paint=paint, icon=icon)

    def words(self, view: Trouble) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.label) for i, words in enumerate(view.body)]

    def picture(self, view: Trouble) -> str | None:
        return "picture-card" if view.code.startswith("CARD-") else "picture-desk"

    def tail(self, view: Trouble, width: int) -> list[Part]:
        desk, small = self.desk, self.desk.small
        named = [(fact.element, Role.TEXT, fact.words, small) for fact in facts(view)]
        if desk.scale.last and view.code:
            return [draw_code(desk, view.code, small, width), *(draw_card(desk, one, width, icon="wrench") for one in named)]
        return [draw_card(desk, one, width, icon="wrench", code=view.code) for one in named]
