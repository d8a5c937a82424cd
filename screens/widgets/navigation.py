"""Home and back, and the keys that turn pages. Each has one place for all views, whether a view shows it or not."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Choice, View, Weight, msg
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element
from screens.widgets.key import Key, draw_key, set_key

HOME = Choice("home", msg("go-home"), icon="home", weight=Weight.QUIET)
BACK = Choice("back", msg("go-back"), icon="back", weight=Weight.QUIET)
PREVIOUS = Choice("page.previous", msg("previous-page"), icon="previous")
NEXT = Choice("page.next", msg("next-page"), icon="next")
MOST = 0.14  # of the height that can be touched: beyond that the keys are in the first language alone
MOST_ALONE = 0.25  # and beyond that smaller


@dataclass(frozen=True)
class Navigation:
    """All four keys, measured: home, back, previous, next. ``crowded``: a word is cut, or two keys don't go beside each other."""

    keys: tuple[Key, ...]
    one_row: bool
    row: int  # height of a row of keys
    gap: int
    crowded: bool

    @property
    def width(self) -> int:
        return sum(key.size[0] for key in self.keys) + 3 * self.gap

    def height(self, view: View, paged: bool) -> int:
        """Pixels that this view's keys take above the toolbar, with the clear space around them; 0 for none."""
        ways = view.back or view.home
        return self._height(int(ways or paged) if self.one_row else int(ways) + int(paged))

    @property
    def most(self) -> int:
        """The same of a view that has all four."""
        return self._height(1 if self.one_row else 2)

    def _height(self, rows: int) -> int:
        return rows * (self.row + self.gap) + (self.gap if rows else 0)


def set_navigation(desk: Desk) -> Navigation:
    """For rows of their own. In both languages, in the first alone where both would take too much of the glass, or smaller where
    that would too, or its words have no room."""
    both = _lowest(desk)
    if not both.crowded and _high(both) <= desk.scale.reached * MOST:
        return both
    ways = (_lowest(desk.at(step, alone=True)) for step in range(desk.scale.step, -1, -1))
    found = next(ways)
    while (found.crowded or _high(found) > desk.scale.reached * MOST_ALONE) and (smaller := next(ways, None)):
        found = smaller
    return found


def ways_aside(desk: Desk) -> list[Navigation]:
    """For a place beside the toolbar."""
    return [
        _navigation(desk, above=above, upright=upright, narrow=narrow)
        for above, narrow in ((False, False), (True, False), (True, True))
        for upright in (False, True)
    ]


def draw_above(desk: Desk, navigation: Navigation, view: View, page: int, pages: int, foot: int) -> list[Element]:
    """Keys that make sense now; ``foot``: the y that the lowest row ends at."""
    home, back, previous, next_ = (key.size[0] for key in navigation.keys)
    margin, gap, row = desk.scale.margin, navigation.gap, navigation.row
    right = desk.scale.width - margin
    low = foot - row
    high = low - row - gap if not navigation.one_row and (view.back or view.home) else low
    boxes = (
        Box(margin, low, home, row),
        Box(margin + home + gap, low, back, row),
        Box(right - next_ - gap - previous, high, previous, row),
        Box(right - next_, high, next_, row),
    )
    return _drawn(desk, navigation, boxes, view, page, pages)


def draw_aside(desk: Desk, navigation: Navigation, view: View, page: int, pages: int, y: int, high: int) -> list[Element]:
    x, boxes = desk.scale.margin, []
    for key in navigation.keys:
        boxes.append(Box(x, y, key.size[0], high))
        x += key.size[0] + navigation.gap
    return _drawn(desk, navigation, tuple(boxes), view, page, pages)


def _drawn(
    desk: Desk, navigation: Navigation, boxes: tuple[Box, ...], view: View, page: int, pages: int
) -> list[Element]:
    """The page keys first: they belong to what stands above them."""
    shown = (view.home, view.back, page > 0, page < pages - 1)
    keys = [draw_key(desk, key, box) for key, box, wanted in zip(navigation.keys, boxes, shown) if wanted]
    return sorted(keys, key=lambda key: not key.id.startswith("choice.page."))


def _lowest(desk: Desk) -> Navigation:
    ways = (_navigation(desk, above=False, upright=upright, half=half) for half in (False, True) for upright in (False, True))
    return min(ways, key=lambda way: (way.crowded, _high(way)))


def _high(navigation: Navigation) -> int:
    return navigation.row * (1 if navigation.one_row else 2)


def _navigation(desk: Desk, *, above: bool, upright: bool, narrow: bool = False, half: bool = True) -> Navigation:
    """``half``: a key may break its words, so that two at least stand beside each other."""
    room, gap = desk.scale.width - 2 * desk.scale.margin, desk.scale.gap
    widths = (None, (room - gap) // 2) if half else (None,)

    def key(choice: Choice) -> Key:
        ways = (set_key(desk, choice, above=above, width=width, upright=upright, narrow=narrow) for width in widths)
        return min(ways, key=lambda way: (way.words.broken, way.size[0]))

    keys = tuple(map(key, (HOME, BACK, PREVIOUS, NEXT)))
    home, back, previous, next_ = (one.size[0] for one in keys)
    fits = home + back + previous + next_ + 3 * gap <= room
    crowded = any(one.words.broken for one in keys) or max(home + back, previous + next_) + gap > room
    return Navigation(keys, fits, max(one.size[1] for one in keys), gap, crowded)
