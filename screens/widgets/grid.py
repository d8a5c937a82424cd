"""Choices as equal targets, in as many columns as let them stand on one page, or on the fewest; the quieter ones below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.views import Choice
from screens.desk import Desk
from screens.geometry import Box
from screens.paging import Part
from screens.sheet import Element
from screens.widgets.button import PAD_DOWN, Button, draw_button, lead_widths, outline, set_below, set_button

Draw = Callable[[Desk, Button, Box], Element]

GROWTH = 1.4  # a button may grow to this many times its natural height where there is room

FILLED = 4.0  # where the choices are all there is
PAD_QUIET = 3.0  # units above and below the words of a quieter choice
PAD_TIGHT = 1.5  # units above and below the words where room is short
MOST = 0.07  # of the height that can be touched, for quieter choices in two languages
SHAPE = 2.6  # width over height of a comfortable button


@dataclass(frozen=True)
class Grid:
    """Rows of buttons that all have one size, set by ``desk``. ``under``: those of the quieter choices."""

    desk: Desk
    rows: tuple[tuple[Button, ...], ...]
    width: int
    height: int  # of a button
    gap: int
    under: Grid | None = None

    @property
    def broken(self) -> bool:
        return any(button.broken for row in self.rows for button in row) or self.under is not None and self.under.broken

    @property
    def lines(self) -> int:
        """Of the words in the choices above: those of the one that has most."""
        return max(len(piece.block.lines) for row in self.rows for button in row for piece in button.words.pieces)

    @property
    def below(self) -> int:
        """Pixels that the quieter choices take."""
        return self.under.total + self.gap if self.under else 0

    @property
    def total(self) -> int:
        return len(self.rows) * (self.height + self.gap) - self.gap + self.below


def set_grids(
    desk: Desk, choices: tuple[Choice, ...], width: int, most: int, quiet: tuple[Choice, ...] = ()
) -> list[Grid]:
    """All ways to set the choices in at most ``most`` columns, the most comfortable first. ``quiet``: always in as few rows, as
    low as may be."""
    under = _below(desk, quiet, width) if quiet else None
    return [
        replace(_grid(desk, choices, width, columns, side, pad), under=under)
        for side in lead_widths(desk, choices)
        for pad in (PAD_DOWN, PAD_TIGHT)
        for columns in range(1, min(most, len(choices)) + 1)
    ]


def fitted(grids: list[Grid], room: int, *, fill: bool = False) -> Grid | None:
    """The first that stands within ``room``. ``fill``: all the room, with buttons as near as may be to a comfortable shape."""
    fitting = [grid for grid in grids if not grid.broken and grid.total <= room]
    if not fitting:
        return None
    return min((_grown(grid, room, FILLED) for grid in fitting), key=_awkward) if fill else _grown(fitting[0], room, GROWTH)


def fewest(desk: Desk, grids: list[Grid], cost: Callable[[list[Part]], tuple[int, ...]]) -> Grid:
    """Where none stands within the room: the way whose rows cost least."""
    return min(grids, key=lambda grid: (grid.broken, *cost(parts(desk, grid, draw=outline))))


def parts(desk: Desk, grid: Grid, draw: Draw = draw_button) -> list[Part]:
    """A part for each row."""
    under = parts(grid.under.desk, grid.under, draw) if grid.under else []
    rows = [
        Part(
            grid.height,
            tuple(
                draw(desk, button, Box(column * (grid.width + grid.gap), 0, grid.width, grid.height))
                for column, button in enumerate(row)
            ),
            gap=grid.gap,
        )
        for row in grid.rows
    ]
    return rows + under


def _below(desk: Desk, choices: tuple[Choice, ...], width: int) -> Grid:
    """In both languages, or in the first alone where both would take too much of the glass."""
    both = _lowest(desk, choices, width)
    high = both.broken or both.total > desk.scale.reached * MOST
    return _lowest(desk.at(desk.scale.step, alone=True), choices, width) if high else both


def _lowest(desk: Desk, choices: tuple[Choice, ...], width: int) -> Grid:
    ways = [
        _grid(desk, choices, width, columns, side, PAD_QUIET)
        for side in lead_widths(desk, choices)
        for columns in range(1 if desk.scale.last else len(choices), 0, -1)
    ]
    return min(ways, key=lambda way: (way.broken, way.total))


def _awkward(grid: Grid) -> tuple[int, bool, float]:
    """Lines that had to be broken, icons that had to go, then how far from its comfortable shape a button is."""
    return grid.lines, not grid.rows[0][0].lead, abs(grid.width / grid.height - SHAPE)


def _grid(desk: Desk, choices: tuple[Choice, ...], width: int, columns: int, lead: int, pad: float) -> Grid:
    gap = desk.scale.gap
    each = (width - gap * (columns - 1)) // columns
    buttons = [button for choice in choices if (button := set_button(desk, choice, each, lead))]
    if len(buttons) < len(choices):  # hints stand on one side in all or in none
        buttons = [set_below(desk, choice, each, lead) for choice in choices]
    high = max(desk.scale.target, *(button.natural + 2 * desk.scale.px(pad) for button in buttons))
    rows = tuple(tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns))
    return Grid(desk, rows, each, high, gap)


def _grown(grid: Grid, room: int, most: float) -> Grid:
    share = (room - grid.below + grid.gap) // len(grid.rows) - grid.gap
    return replace(grid, height=min(share, round(grid.height * most)))
