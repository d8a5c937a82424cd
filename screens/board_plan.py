"""How the rows of a hall's display lie: the number and the window of each as large as the farthest seat needs, and as many rows
as then have room.

0.7 degrees at the farthest seat (accessibility.md row 53: 61 mm at 5 m, 122 mm at 10 m); where not even one row can be so large,
one row as large as it goes, and the start-up check says how far it is read (``served_mm``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from kiosk.panel import Panel
from kiosk.sight import farthest_mm, least_mm
from kiosk.views import BoardRow
from screens.geometry import Box
from screens.widgets.text_block import Hand

DIGIT = 0.84  # ink of a digit, of that of the Han character by which text is measured
TALL = 0.62  # of a row's height that the ink of its number takes
ROWS = 3  # a column has the room of so many, however few there are
GAP = 0.012  # of the panel's width
ICON, BETWEEN = 0.85, 0.4  # times the ink of the number
WIDEST = (BoardRow("M8888", "88", True),)  # what the start-up check counts on
TRIED_PX = 100  # ink at which widths are measured

Measure = Callable[[str, Hand], int]  # the width of a text in pixels


@dataclass(frozen=True)
class Plan:
    """``rows`` that are shown, in ``columns`` beside each other, each row ``width`` x ``height``; ``ink`` of a digit, and the
    widest number and window, in pixels."""

    rows: tuple[BoardRow, ...]
    columns: int
    width: int
    height: int
    ink: int
    number: int
    window: int
    gap: int

    @property
    def stops(self) -> tuple[int, int]:
        """Where number and window begin within a row."""
        return round(self.ink * (2 * BETWEEN + ICON)), self.width - round(self.ink * BETWEEN) - self.window

    @property
    def hand(self) -> Hand:
        return _hand(self.ink)

    def place(self, i: int) -> tuple[int, int]:
        """Column and line of a row."""
        return divmod(i, -(-len(self.rows) // self.columns))


def plan(rows: Sequence[BoardRow], room: Box, panel: Panel, measure: Measure) -> Plan:
    """The most rows whose digits are large enough: in one column if they go there, else in two; with air about them if that
    leaves them large enough."""
    least = least_px(panel)
    for count in range(len(rows), 0, -1):
        shown = chosen(rows, count)
        for columns in range(1, min(count, 2) + 1):
            needed = -(-count // columns)
            for lines in range(max(needed, ROWS), needed - 1, -1):
                if (found := _plan(shown, room, panel, measure, columns, lines)).ink >= least:
                    return found
    return _plan(chosen(rows, 1), room, panel, measure, 1, 1)


def least_px(panel: Panel) -> int:
    """The ink of a digit that is read from the farthest seat."""
    return panel.px(least_mm(panel.farthest_mm))


def chosen(rows: Sequence[BoardRow], count: int) -> tuple[BoardRow, ...]:
    """The newest ``count`` rows, and in place of the last of them the one that is being spoken, where it is older."""
    spoken = [row for row in rows[count:] if row.aloud]
    return (*rows[: count - len(spoken)], *spoken)


def served_mm(room: Box, panel: Panel, measure: Measure) -> float:
    """The distance from which a single call is read."""
    return farthest_mm(panel.mm(_plan(WIDEST, room, panel, measure, 1, 1).ink))


def _plan(rows: tuple[BoardRow, ...], room: Box, panel: Panel, measure: Measure, columns: int, lines: int) -> Plan:
    """``lines``: how many rows the height has room for."""
    gap = round(panel.width_px * GAP)
    width, height = (room.w - gap * (columns - 1)) // columns, (room.h + gap) // lines - gap
    number, window = _widest(rows, TRIED_PX, measure)
    across = (number + window) / TRIED_PX + 5 * BETWEEN + 2 * ICON
    ink = min(round(height * TALL), int(width / across))
    return Plan(rows, columns, width, height, ink, *_widest(rows, ink, measure), gap)


def _widest(rows: Sequence[BoardRow], ink: int, measure: Measure) -> tuple[int, int]:
    """The widest number and the widest window whose digits have this much ink."""
    hand = _hand(ink)
    return max(measure(row.number, hand) for row in rows), max(measure(row.window, hand) for row in rows)


def _hand(ink: int) -> Hand:
    return Hand(ceil(ink / DIGIT), "bold")
