"""Words that have been set: blocks of one or two languages in their places, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from kiosk.text.bidi import unmarked
from kiosk.text.breaking import units
from kiosk.text.catalog import Line
from kiosk.text.fonts import Weight
from kiosk.text.shape import VERTICAL, Block
from kiosk.views import Msg
from screens.geometry import Box
from screens.sheet import Run
from screens.theme import SECOND_RATIO, Paint

Side = Literal["left", "right"]
Order = Literal["resident", "chinese", "second"]
Align = Literal["left", "center", "right"]
MONGOLIAN = frozenset(map(chr, range(0x1820, 0x18AB)))


@dataclass(frozen=True)
class Pairing:
    """How a region wants its two languages (mongolian.md: order, side, size_ratio).

    ``side``: where Mongolian stands beside Chinese. ``order``: which of two lines stands above the other: the
    resident's language, always Chinese, or always the region's second one. ``ratio``: height of the other language to
    that of the resident's, which is the larger whatever the order.
    """

    side: Side = "left"
    ratio: float = SECOND_RATIO
    order: Order = "resident"


@dataclass(frozen=True)
class Hand:
    """How a sentence is written: ink height in pixels, weight, and whether in the quieter colour. ``second``: ink height of its
    second language, ``columns``: of Mongolian, where these are not the visit's."""

    px: int
    weight: Weight = "medium"
    quiet: bool = False
    second: int | None = None
    columns: int | None = None


@dataclass(frozen=True)
class Item:
    """A sentence to set. ``upright``: Han too stands in a column (narrow keys beside Mongolian)."""

    words: Msg
    hand: Hand
    upright: bool = False


@dataclass(frozen=True)
class Piece:
    """One language of one item in its place within the group. ``rank``: 0 for the first language."""

    item: int
    rank: int
    lang: str
    block: Block
    x: int
    y: int
    quiet: bool

    @property
    def right(self) -> int:
        return self.x + self.block.size[0]

    @property
    def bottom(self) -> int:
        return self.y + self.block.size[1]


@dataclass(frozen=True)
class Group:
    """Set words. ``broken``: a word had to be cut, or did not fit: the room is too small for these words."""

    pieces: tuple[Piece, ...]
    size: tuple[int, int]
    broken: bool

    def runs(self, paint: Paint, x: int, y: int, item: int | None = None) -> tuple[Run, ...]:
        """Painted on ``paint`` at a place on the glass; all items, or one."""
        return tuple(
            Run(
                piece.block,
                Box(x + piece.x, y + piece.y, *piece.block.size),
                piece.lang,
                paint.soft if piece.quiet else paint.ink,
                paint.fill,
            )
            for piece in self.pieces
            if item is None or piece.item == item
        )

    def label(self, item: int = 0) -> tuple[tuple[str, str], ...]:
        return tuple((piece.lang, unmarked(piece.block.text)) for piece in self.pieces if piece.item == item)


def is_vertical(line: Line) -> bool:
    """Whether a line stands in columns: it is in Mongolian and has Mongolian letters (a clock or a number lies level)."""
    return line.lang in VERTICAL and any(char in MONGOLIAN for char in line.text)


_CUT: WeakKeyDictionary[Block, bool] = WeakKeyDictionary()


def cut(block: Block) -> bool:
    """Whether a word was cut between two lines, or something was dropped. Remembered for as long as the block is."""
    if block not in _CUT:
        _CUT[block] = block.overflow or (len(block.lines) > 1 and _is_cut(block))
    return _CUT[block]


def _is_cut(block: Block) -> bool:
    ends, here = set(), 0
    for unit in units(block.text.replace("\n", " ")):
        here += len(unit.replace(" ", ""))
        ends.add(here)
    here = 0
    for line in block.lines:
        here += len(line.replace(" ", ""))
        if here not in ends:
            return True
    return False
