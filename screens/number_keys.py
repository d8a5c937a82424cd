"""A number typed on large keys, laid as on a telephone: three in a row, the digits typed so far above them."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import NumberKeys
from screens.base import Screen
from screens.sheet import Role
from screens.widgets import grid
from screens.widgets.grid import Grid
from screens.widgets.header import Sentence

COLUMNS = 3


class NumberKeysScreen(Screen[NumberKeys]):
    fill = True
    whole = True  # nobody turns a page for a digit

    def words(self, view: NumberKeys) -> list[Sentence]:
        body: list[Sentence] = [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]
        large = replace(self.desk.title, weight="bold")
        return body + [(fact.element, Role.TEXT, fact.words, large) for fact in facts(view)]

    def _grids(self, view: NumberKeys, width: int) -> list[Grid]:
        return [found for found in grid.set_grids(self.desk, view.choices, width, COLUMNS) if len(found.rows[0]) == COLUMNS]
