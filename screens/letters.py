"""Words spelled on letter keys: what is typed above, what it may mean in the middle, the keys at the foot, where hands are.

On a wide panel what it may mean stands beside the keys. The place for it is kept while there is nothing, so that no key moves.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Choice, Letters
from screens import paging
from screens.base import AROUND, Screen
from screens.geometry import Room
from screens.paging import Page, Part
from screens.sheet import Role
from screens.widgets import grid
from screens.widgets.grid import PAD_TIGHT
from screens.widgets.header import Band, Sentence
from screens.widgets.keyboard import Keyboard, draw_keyboard, set_keyboard

LEFT_SHARE = 0.36  # of a wide panel, for what it may mean
ONE_LINE = 1.5  # times the height of a label: the words of a choice
KEYS_SHARE = 0.55  # of the room's height, on a panel that is higher than wide


class LettersScreen(Screen[Letters]):
    def band(self, view: Letters) -> Band:
        band = super().band(view)
        return replace(band, aside=self._typed(view)) if self.desk.scale.wide else band

    def words(self, view: Letters) -> list[Sentence]:
        return self._body(view) if self.desk.scale.wide else [self._typed(view), *self._body(view)]

    def _body(self, view: Letters) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]

    def _typed(self, view: Letters) -> Sentence:
        [fact] = facts(view)
        return fact.element, Role.TEXT, fact.words, self.desk.title

    def _high(self, view: Letters, room: Room) -> list[list[Page]]:
        typed = self._sentences([self._typed(view)], room.w)
        top = max(typed.height + self._gap, room.line)
        most = min(room.h - top - self._kept(view) - self._gap, round(room.h * KEYS_SHARE))
        boards = set_keyboard(self.desk, view.choices[len(self._meant(view)) :], room.w, most)
        if not boards:
            return super()._high(view, room) if self.desk.smallest else self._nowhere(room)
        pages = []
        free = room.h - top - max(board.total for board in boards) - self._gap
        for middle, board in _side_by_side(paging.pages(self._middle(view, room.w, free), free), boards):
            used = paging.height(middle)
            keys = self._keys(board, gap=max(self._gap, room.h - top - board.total - used))
            pages.append([[typed, *_spaced(middle, self._gap), keys]])
        return pages

    def _wide(self, view: Letters, room: Room) -> list[list[Page]]:
        left, right = self._halves(view, room)
        boards = set_keyboard(self.desk, view.choices[len(self._meant(view)) :], right.w, right.h - room.line)
        middle = self._middle(view, left.w, left.h - room.line)
        if not boards:
            return super()._wide(view, room) if self.desk.smallest else self._nowhere(room)
        found = paging.pages(middle, left.h, line=left.line)
        return [[page, [self._keys(board)]] for page, board in _side_by_side(found, boards)]

    def _halves(self, view: Letters, room: Room) -> tuple[Room, Room]:
        left = round(room.w * LEFT_SHARE)
        between = self._gap
        return replace(room, w=left), replace(room, x=room.x + left + between, w=room.w - left - between)

    @property
    def _gap(self) -> int:
        """On a wide panel every millimetre of height goes to the keys."""
        return self.desk.scale.px(AROUND / 2) if self.desk.scale.wide else super()._gap

    def _nowhere(self, room: Room) -> list[list[Page]]:
        """Higher than any room: another size of text is tried."""
        return [[[Part(room.h + 1, ())]]]

    def _meant(self, view: Letters) -> tuple[Choice, ...]:
        """They stand before the keys."""
        return tuple(choice for choice in view.choices if not choice.typing and choice.id != "erase")

    def _kept(self, view: Letters) -> int:
        """Room for as many choices as there can be, each in one line."""
        scale = self.desk.scale
        each = max(scale.target, round(self.desk.label.px * ONE_LINE) + 2 * scale.px(PAD_TIGHT))
        return view.slots * (each + scale.gap)

    def _middle(self, view: Letters, width: int, room: int) -> list[Part]:
        """What it may mean, smaller where a long name has no room, so that no key moves for it, and at worst on further pages;
        while that is nothing, how it is done."""
        meant = self._meant(view)
        if not meant:
            return self.sentences(self._body(view), width, room)
        for desk in self.desk.fallbacks:
            grids = grid.set_grids(desk, meant, width, 1)
            if (found := grid.fitted(grids, room)) is not None:
                return grid.parts(desk, found)
        return grid.parts(desk, min(grids, key=lambda way: (way.broken, way.total)))

    def _keys(self, board: Keyboard, gap: int = 0) -> Part:
        return Part(board.total, tuple(draw_keyboard(board, 0, 0)), gap=gap)


def _side_by_side(middles: list[Page], boards: list[Keyboard]) -> list[tuple[Page, Keyboard]]:
    """As many pages as either takes; the last of the shorter one stands on the rest."""
    both = max(len(middles), len(boards))
    return [(middles[min(i, len(middles) - 1)], boards[min(i, len(boards) - 1)]) for i in range(both)]


def _spaced(parts: list[Part], gap: int) -> list[Part]:
    return [replace(parts[0], gap=gap), *parts[1:]] if parts else []
