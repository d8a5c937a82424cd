"""The keys that every view has in the same place: the toolbar at the foot, and home, back and the page keys above it, or at its
side on a wide panel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kiosk.views import Choice, View
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element, Shape
from screens.widgets import navigation, toolbar
from screens.widgets.navigation import Navigation
from screens.widgets.toolbar import Toolbar

AROUND = 6.0  # units of the bar's ground above and below its keys
MOST = 0.5  # of what can be touched: beyond that all of them are smaller, and then without icons


@dataclass(frozen=True)
class Fixed:
    """Measured from the language, the size and the tools alone, so that no view can move a key. ``shared``: all in one row."""

    desk: Desk
    toolbar: Toolbar | None
    navigation: Navigation
    shared: bool

    @property
    def around(self) -> int:
        """Pixels of the bar's ground above and below its keys; no more than between them where room is short."""
        return self.desk.scale.gap if self.desk.bare else self.desk.scale.px(AROUND)

    @property
    def bar(self) -> int:
        """Height of the toolbar with its ground."""
        if self.toolbar is None:
            return 0
        keys = toolbar.height(self.toolbar, self.desk.scale.gap)
        return max(keys, self.navigation.row if self.shared else 0) + 2 * self.around

    @property
    def height(self) -> int:
        """The most that they take, on a view that has all of them."""
        return self.bar + (0 if self.shared else self.navigation.most)

    def foot(self, view: View, paged: bool) -> int:
        """The y at which the room for a view's own parts ends."""
        above = 0 if self.shared else self.navigation.height(view, paged)
        return self.desk.scale.height - self.bar - above

    def draw(self, view: View, page: int, pages: int) -> tuple[list[Element], list[Shape]]:
        scale, paint = self.desk.scale, self.desk.theme.bar
        top = scale.height - self.bar
        grounds = [Shape(Box(0, top, scale.width, self.bar), paint.fill, paint.edge)] if self.bar else []
        keys = top + self.around
        if self.shared:
            high = self.bar - 2 * self.around
            found = navigation.draw_aside(self.desk, self.navigation, view, page, pages, keys, high)
        else:
            found = navigation.draw_above(self.desk, self.navigation, view, page, pages, top - self.desk.scale.gap)
        if self.toolbar is not None:
            found = found + toolbar.draw_toolbar(self.desk, self.toolbar, keys)
        return found, grounds


@lru_cache(maxsize=32)  # the same for every view of a visit, and holds nothing of it
def set_fixed(desk: Desk, tools: tuple[Choice, ...]) -> Fixed:
    ways = []
    for written in desk.lower:
        ways.append(_set(written, tools))
        if ways[-1].height <= desk.scale.reached * MOST:
            return ways[-1]
    return min(ways, key=lambda way: way.height)


def _set(desk: Desk, tools: tuple[Choice, ...]) -> Fixed:
    if tools and desk.scale.wide:
        alone = desk.at(desk.scale.step, alone=True)
        found = [way for written in (desk, alone) if (way := _shared(desk, written, tools))]
        if found:  # in both languages, unless that takes too much of the glass
            return found[0] if found[0].bar <= desk.scale.reached * toolbar.MOST else found[-1]
    return Fixed(desk, toolbar.set_toolbar(desk, tools) if tools else None, navigation.set_navigation(desk), shared=False)


def _shared(desk: Desk, written: Desk, tools: tuple[Choice, ...]) -> Fixed | None:
    """All keys in one row, as low as may be; None if they do not fit."""
    room, gap = desk.scale.width - 2 * desk.scale.margin, desk.scale.gap
    ways = ((aside, toolbar.set_row(written, tools, room - aside.width - 4 * gap)) for aside in navigation.ways_aside(written))
    return min((Fixed(desk, keys, aside, True) for aside, keys in ways if keys), key=lambda way: way.bar, default=None)
