"""The toolbar: language, text size, voice, call a helper."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Choice
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element
from screens.widgets.key import Key, draw_key, set_key

MOST = 0.25  # of the height that can be touched: beyond that the keys are in the first language alone


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
    """In both languages, or in the first alone where both would take too much of the glass."""
    room = desk.scale.width - 2 * desk.scale.margin
    both = _lowest(desk, tools, room)
    too_high = both.broken or height(both, desk.scale.gap) > desk.scale.reached * MOST
    return _lowest(desk.at(desk.scale.step, alone=True), tools, room) if too_high else both


def set_row(desk: Desk, tools: tuple[Choice, ...], room: int) -> Toolbar | None:
    """All keys in one row within ``room``, each on one line; None if they do not fit."""
    fitting = [way for way in _rows(desk, tools, room) if not way.broken]
    return min(fitting, key=lambda way: height(way, desk.scale.gap), default=None)


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
    """The lowest of the ways to set the keys: icons above or beside the words, in one row or two."""
    gap = desk.scale.gap
    each = (room - gap * (len(tools) - 1)) // len(tools)
    ways = _rows(desk, tools, room)
    for upright in (False, True):
        ways.append(_toolbar([[set_key(desk, tool, above=True, width=each, upright=upright) for tool in tools]], room, gap))
    half = (len(tools) + 1) // 2
    halves = [row for row in (tools[:half], tools[half:]) if row]
    width = (room - gap) // 2
    ways.append(_toolbar([[set_key(desk, tool, above=False, width=width) for tool in row] for row in halves], room, gap))
    return min(ways, key=lambda way: (way.broken, height(way, gap)))


def _rows(desk: Desk, tools: tuple[Choice, ...], room: int) -> list[Toolbar]:
    return [
        _toolbar([[set_key(desk, tool, above=above, upright=upright, narrow=narrow) for tool in tools]], room, desk.scale.gap)
        for above, narrow in ((False, False), (True, False), (True, True))
        for upright in (False, True)
    ]


def _toolbar(rows: list[list[Key]], room: int, gap: int) -> Toolbar:
    """Spare width is shared equally; keys of a row are equally high."""
    widths = []
    for row in rows:
        spare = room - gap * (len(row) - 1) - sum(key.size[0] for key in row)
        if spare >= 0:
            widths.append(tuple(key.size[0] + spare // len(row) for key in row))
        else:
            widths.append(tuple((room - gap * (len(row) - 1)) // len(row) for _ in row))
    return Toolbar(tuple(map(tuple, rows)), tuple(widths), tuple(max(key.size[1] for key in row) for row in rows))
