"""The toolbar: language, text size, voice, how to see and hear, call a helper."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Choice
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element
from screens.widgets.key import Key, draw_key, set_key
from screens.widgets.text_block import is_vertical

MOST = 0.25  # of what can be touched: beyond that the keys are in the first language alone, and then smaller
MOST_ROWS = 3


@dataclass(frozen=True)
class Toolbar:
    """Keys in rows, with the width of each and the height of each row."""

    rows: tuple[tuple[Key, ...], ...]
    widths: tuple[tuple[int, ...], ...]
    heights: tuple[int, ...]

    @property
    def broken(self) -> bool:
        return any(key.words.broken or key.size[0] > w for row, ws in zip(self.rows, self.widths) for key, w in zip(row, ws))


def height(toolbar: Toolbar, gap: int) -> int:
    return sum(toolbar.heights) + gap * (len(toolbar.rows) - 1)


def set_toolbar(desk: Desk, tools: tuple[Choice, ...]) -> Toolbar:
    """In both languages, in the first alone where both would take too much of the glass, or smaller where that would too."""
    room = desk.scale.width - 2 * desk.scale.margin
    ways = (_lowest(written, tools, room) for written in desk.fallbacks)
    found = next(ways)
    while found.broken or height(found, desk.scale.gap) > desk.scale.reached * MOST:
        if (another := next(ways, None)) is None:
            break
        found = another
    return found


def set_row(desk: Desk, tools: tuple[Choice, ...], room: int) -> Toolbar | None:
    """All keys in one row within ``room``, each on one line; None if they do not fit."""
    fitting = [way for way in _each_as_wide_as_its_words(desk, tools, room) if not way.broken]
    return min(fitting, key=lambda way: way.heights, default=None)


def draw_toolbar(desk: Desk, toolbar: Toolbar, y: int) -> list[Element]:
    """Right-aligned, so that what stands beside it may begin at the left margin."""
    gap, elements = desk.scale.gap, []
    for row, widths, high in zip(toolbar.rows, toolbar.widths, toolbar.heights):
        x = desk.scale.width - desk.scale.margin - sum(widths) - gap * (len(row) - 1)
        for key, width in zip(row, widths):
            elements.append(draw_key(desk, key, Box(x, y, width, high)))
            x += width + gap
        y += high + gap
    return elements


def _lowest(desk: Desk, tools: tuple[Choice, ...], room: int) -> Toolbar:
    """The lowest of the ways to set the keys in rows, longer rows first; icons above or beside the words."""
    ways = [
        _stacked([_row(desk, row, room) for row in _split(tools, count)]) for count in range(1, min(MOST_ROWS, len(tools)) + 1)
    ]
    return min(ways, key=lambda way: (way.broken, height(way, desk.scale.gap)))


def _split(tools: tuple[Choice, ...], count: int) -> list[tuple[Choice, ...]]:
    """In ``count`` rows, as equal as can be."""
    least, more = divmod(len(tools), count)
    ends = [least * (i + 1) + min(i + 1, more) for i in range(count)]
    return [tools[start:end] for start, end in zip([0, *ends], ends)]


def _row(desk: Desk, tools: tuple[Choice, ...], room: int) -> Toolbar:
    each = (room - desk.scale.gap * (len(tools) - 1)) // len(tools)
    equal = [
        _toolbar(tuple(set_key(desk, tool, above=above, width=each, upright=upright) for tool in tools), room, desk.scale.gap)
        for above in (False, True)
        for upright in _standing(desk, tools)
    ]
    ways = _each_as_wide_as_its_words(desk, tools, room) + equal
    return min(ways, key=lambda way: (way.broken, way.heights))


def _each_as_wide_as_its_words(desk: Desk, tools: tuple[Choice, ...], room: int) -> list[Toolbar]:
    return [
        _toolbar(
            tuple(set_key(desk, tool, above=above, upright=upright, narrow=narrow) for tool in tools), room, desk.scale.gap
        )
        for above, narrow in ((False, False), (True, False), (True, True))
        for upright in _standing(desk, tools)
    ]


def _standing(desk: Desk, tools: tuple[Choice, ...]) -> tuple[bool, ...]:
    """Whether Han may stand in columns: where there is Mongolian beside it, it may do either."""
    found = any(is_vertical(line) for tool in tools for line in desk.pen.both(tool.label))
    return (False, True) if found else (False,)


def _toolbar(row: tuple[Key, ...], room: int, gap: int) -> Toolbar:
    """One row of equally high keys that share the spare width."""
    spare = room - gap * (len(row) - 1) - sum(key.size[0] for key in row)
    each = (room - gap * (len(row) - 1)) // len(row)
    widths = tuple(key.size[0] + spare // len(row) if spare >= 0 else each for key in row)
    return Toolbar((row,), (widths,), (max(key.size[1] for key in row),))


def _stacked(rows: list[Toolbar]) -> Toolbar:
    return Toolbar(
        tuple(row for way in rows for row in way.rows),
        tuple(widths for way in rows for widths in way.widths),
        tuple(high for way in rows for high in way.heights),
    )
