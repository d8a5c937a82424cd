"""What there is to know about an item: a few words, then pieces with a drawing each, and a code to take along."""

from __future__ import annotations

from kiosk.text.keeping import as_text
from kiosk.views import GuideShown
from screens.base import Screen
from screens.paging import Part
from screens.sheet import Role
from screens.widgets.header import Sentence
from screens.widgets.paper import draw_scan
from screens.widgets.piece import draw_piece

CARDS_SHARE = 0.62
PICTURES = {"notice-complete": "picture-thanks"}


class GuideScreen(Screen[GuideShown]):
    quiet_below = True

    def picture(self, view: GuideShown) -> str | None:
        return PICTURES.get(view.title.id)

    def share(self, view: GuideShown) -> float:
        """A card stays whole where its sentences have room beside the drawing."""
        return CARDS_SHARE if view.pieces else super().share(view)

    def words(self, view: GuideShown) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]

    def lead(self, view: GuideShown, width: int, room: int) -> list[Part]:
        return [*super().lead(view, width, room), *self._cards(view, width, room)]

    def leads(self, view: GuideShown, width: int, room: int) -> list[list[Part]]:
        """The sentences apart, but no card in pieces."""
        return [self.lead(view, width, room), [*super().lead(view, width, 0), *self._cards(view, width, room)]]

    def _cards(self, view: GuideShown, width: int, room: int) -> list[Part]:
        """The pieces, and the code to take along."""
        found: list[Part] = []
        for place, piece in enumerate(view.pieces):
            before, after = view.path and place > 0, view.path and place < len(view.pieces) - 1
            found += draw_piece(self.desk, piece, place, width, room, (before, after))
        if view.keep:
            pen = self.desk.pen
            found += draw_scan(self.desk, as_text(view.keep, pen.catalog, pen.lang), "guide", view, width)
        return found
