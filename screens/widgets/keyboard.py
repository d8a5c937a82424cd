"""Letter keys in alphabetical order, on as few pages as let them be as large as they should.

The last key erases, and takes the rest of the last row. Which keys stand where is a matter of the room and the size of text
alone, so that none moves while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.views import Choice
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element
from screens.widgets.button import Button, draw_button, set_below
from screens.widgets.grid import PAD_TIGHT

COLUMNS = (7, 6, 8, 9, 5, 4, 3)
PAGES = (1, 2, 3)
MOST = 28.0  # units: no key is higher, unless words in columns need it


@dataclass(frozen=True)
class Keyboard:
    """One page of keys, their words set. ``erase`` spans the cells that the letters leave in the last row."""

    desk: Desk
    letters: tuple[Button, ...]
    erase: Button
    columns: int
    width: int  # of a letter
    height: int
    gap: int

    @property
    def rows(self) -> int:
        return len(self.letters) // self.columns + 1

    @property
    def total(self) -> int:
        return self.rows * (self.height + self.gap) - self.gap

    @property
    def ease(self) -> int:
        """How easily a key is hit."""
        return min(self.width, self.height)


def set_keyboard(desk: Desk, keys: tuple[Choice, ...], width: int, height: int) -> list[Keyboard]:
    """A keyboard for each page, within this room; none if no key would be large enough. ``keys``: the letters, then erase.

    Their labels stop growing where the fixed keys' do, and are smaller still where that saves turning a page.
    """
    *letters, erase = keys
    desks = [desk.at(step, alone=True) for step in range(desk.scale.chrome_step, -1, -1)]
    for pages in PAGES:
        count = -(-len(letters) // pages)
        parts = [tuple(letters[i : i + count]) for i in range(0, len(letters), count)]
        for smaller in desks:
            ways = [[_page(smaller, part, erase, width, height, columns) for part in parts] for columns in COLUMNS]
            fitting = [[board for board in boards if board is not None] for boards in ways if all(boards)]
            if fitting:
                return max(fitting, key=lambda boards: boards[0].ease)
    return []


def draw_keyboard(board: Keyboard, x: int, y: int) -> Iterator[Element]:
    desk = board.desk
    across, down = board.width + board.gap, board.height + board.gap
    for place, button in enumerate(board.letters):
        row, column = divmod(place, board.columns)
        yield draw_button(desk, button, Box(x + column * across, y + row * down, board.width, board.height))
    row, column = divmod(len(board.letters), board.columns)
    wide = (board.columns - column) * across - board.gap
    yield draw_button(desk, board.erase, Box(x + column * across, y + row * down, wide, board.height))


def _page(desk: Desk, letters: tuple[Choice, ...], erase: Choice, width: int, height: int, columns: int) -> Keyboard | None:
    """None if a key would be too small to hit, or for its words."""
    gap, scale = desk.scale.gap, desk.scale
    each = (width - gap * (columns - 1)) // columns
    rows, used = len(letters) // columns + 1, len(letters) % columns
    share = (height + gap) // rows - gap
    if min(each, share) < scale.target:
        return None
    wide = (columns - used) * (each + gap) - gap
    buttons = tuple(set_below(desk, letter, each, 0) for letter in letters)
    last = set_below(desk, erase, wide, 0)
    tall = max(button.natural for button in (*buttons, last)) + 2 * scale.px(PAD_TIGHT)
    if tall > share or any(button.broken for button in (*buttons, last)):
        return None
    high = min(share, max(scale.px(MOST), tall))
    return Keyboard(desk, buttons, last, columns, each, high, gap)
