"""Words in one or two languages, set as one group: horizontal lines stacked, Mongolian columns beside them.

Mongolian stands to the left of Chinese (Inner Mongolia, 内政办发〔1996〕32号 art. 2: 竖写 蒙文在左) unless the region's ``side`` says
otherwise; of two lines the resident's language stands above the other unless its ``order`` does. The larger, and the one that is
read first, is always the resident's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.text.bidi import RIGHT_TO_LEFT
from kiosk.text.catalog import Catalog, Line
from kiosk.text.review import SOURCE
from kiosk.text.shape import VERTICAL, Block, Shaper
from kiosk.views import Msg
from screens.theme import SECOND_RATIO, Scale
from screens.widgets.text_block import Align, Group, Hand, Item, Pairing, Piece, cut, is_vertical

LINE_SPACING = 1.5  # em, accessibility.md row 5
PARAGRAPH_GAP = 0.95  # em of clear space: baselines of two paragraphs are 1.3 line spacings apart
PAIR_GAP = 0.28  # em between a line and its other language
COLUMN_GAP = 0.45  # em between Mongolian and what stands beside it
LONGEST_KEY = 5.4  # times the ink height: a column on a narrow key
LEAST_BESIDE = 4.2  # em left for horizontal words beside Mongolian columns


@dataclass(frozen=True)
class _Part:
    item: int
    rank: int
    line: Line
    hand: Hand
    vertical: bool


@dataclass(frozen=True)
class Pen:
    """Writes in the languages of one visit, at one size, on one panel. ``alone``: in the first language only, where there is no
    room to say the same again."""

    catalog: Catalog
    shaper: Shaper
    scale: Scale
    lang: str
    pairing: Pairing = Pairing()
    alone: bool = False
    _written: dict[object, Group] = field(default_factory=dict, init=False, repr=False, compare=False)

    def write(
        self,
        items: Sequence[Item],
        width: int,
        *,
        align: Align = "left",
        gap: float = PARAGRAPH_GAP,
        tall: int | None = None,
    ) -> Group:
        """``items`` within ``width``; ``gap``: em of clear space between two of them; ``tall``: length of upright columns.

        What was written is kept for as long as this pen, which is one laying of one view.
        """
        key = (tuple(items), width, align, gap, tall)
        if key not in self._written:
            self._written[key] = self._set(items, width, align, gap, tall)
        return self._written[key]

    def _set(self, items: Sequence[Item], width: int, align: Align, gap: float, tall: int | None) -> Group:
        parts = [part for i, item in enumerate(items) for part in self._parts(i, item)]
        upright = [part for part in parts if part.vertical]
        level = [part for part in parts if not part.vertical]
        level.sort(key=lambda part: (part.item, self._place(part)))
        if not upright:
            pieces, broken = self._stack(level, width, align, gap)
            return _group(sorted(pieces, key=_read), broken)
        if all(item.upright for item in items):
            upright.sort(key=lambda part: (part.item, is_vertical(part.line) is (self.pairing.side == "right")))
            pieces, broken = self._columns(upright, tall or self._single(upright))
            return _group(sorted(pieces, key=_read), broken)
        return self._beside(upright, level, width, align, gap)

    def plain(self, text: str, hand: Hand, width: int | None = None) -> Group:
        """A number, a letter or a clock: the same in every language."""
        part = _Part(0, 0, Line("", text, SOURCE), hand, vertical=False)
        return _group(*self._stack([part], width or self.scale.panel.width_px, "left", 0))

    def longest_word(self, words: Msg, hand: Hand) -> int:
        """Width of the longest word of a sentence that stands level, in pixels; words are what spaces part."""
        level = [part for part in self._parts(0, Item(words, hand)) if not part.vertical]
        each = [replace(part, line=replace(part.line, text=word)) for part in level for word in part.line.text.split()]
        return max((self._block(part, self.scale.width, "left").size[0] for part in each), default=1)

    def both(self, words: Msg) -> tuple[Line, ...]:
        first, second = self.catalog.pair(words, self.lang)
        return (first,) if second is None or self.alone else (first, second)

    def _parts(self, number: int, item: Item) -> list[_Part]:
        found = self.both(item.words)
        stand = item.upright and any(is_vertical(line) for line in found)
        second = Hand(item.hand.second or min(self._second_px(item.hand), item.hand.px), "medium", quiet=True)
        return [
            _Part(number, i, line, _by_script(item.hand if i == 0 else second, line), stand or is_vertical(line))
            for i, line in enumerate(found)
        ]

    def _second_px(self, hand: Hand) -> int:
        """One height for all, for it says the same again; but where the region wants more, its share of each sentence."""
        ratio = self.scale.ratio
        return max(self.scale.second(), round(hand.px * ratio) if ratio > SECOND_RATIO else 0)

    def _place(self, part: _Part) -> int:
        """Its turn among the level lines of one sentence, from above."""
        match self.pairing.order:
            case "resident":
                return part.rank
            case "chinese":
                return int(part.line.lang != SOURCE)
        return int(part.line.lang == SOURCE)

    def _stack(self, parts: list[_Part], width: int, align: Align, gap: float) -> tuple[list[Piece], bool]:
        pieces: list[Piece] = []
        y, broken = 0, False
        for i, part in enumerate(parts):
            block = self._block(part, width, align)
            broken = broken or cut(block)
            if i:
                y += round((PAIR_GAP if part.item == parts[i - 1].item else gap) * part.hand.px)
            pieces.append(Piece(part.item, part.rank, part.line.lang, block, 0, y, part.hand.quiet))
            y += block.size[1]
        widest = max((piece.block.size[0] for piece in pieces), default=0)
        if align != "left":
            share = 2 if align == "center" else 1
            pieces = [replace(piece, x=(widest - piece.block.size[0]) // share) for piece in pieces]
        return pieces, broken or widest > width

    def _single(self, parts: list[_Part]) -> int:
        """The length at which every part is one column, but for long ones."""
        longest = max(self._block(part, self.scale.height, "left").size[1] for part in parts)
        return min(longest, round(LONGEST_KEY * max(part.hand.px for part in parts)))

    def _columns(self, parts: list[_Part], height: int) -> tuple[list[Piece], bool]:
        pieces: list[Piece] = []
        x, broken = 0, False
        for part in parts:
            block = self._block(part, height, "left")
            broken = broken or cut(block) or block.size[1] > height
            x += round(COLUMN_GAP * part.hand.px) if pieces else 0
            pieces.append(Piece(part.item, part.rank, part.line.lang, block, x, 0, part.hand.quiet))
            x += block.size[0]
        return pieces, broken

    def _beside(self, upright: list[_Part], level: list[_Part], width: int, align: Align, between: float) -> Group:
        """The lowest setting: columns grow longer, and so fewer, until the words beside them have their room."""
        step = max(part.hand.px for part in upright)
        gap = round(COLUMN_GAP * step) if level else 0
        least = round(LEAST_BESIDE * max(part.hand.px for part in level)) if level else 0
        best: Group | None = None
        for length in range(2 * step, self.scale.height, step):
            if best is not None and (not best.broken and length > best.size[1]):
                break
            columns, broken = self._columns(upright, length)
            taken = columns[-1].right
            rest = width - taken - gap
            stack, cramped = self._stack(level, max(rest, 1), align, between) if level else ([], False)
            found = self._join(columns, stack, gap, broken or cramped or rest < least)
            if best is None or (found.broken, found.size[1]) < (best.broken, best.size[1]):
                best = found
        assert best is not None
        return best

    def _join(self, columns: list[Piece], stack: list[Piece], gap: int, broken: bool) -> Group:
        tall = max(piece.bottom for piece in columns)
        high = max((piece.bottom for piece in stack), default=0)
        broad = max((piece.right for piece in stack), default=0)
        shift = columns[-1].right + gap
        if self.pairing.side == "left":
            stack = [replace(piece, x=piece.x + shift) for piece in stack]
        else:
            columns = [replace(piece, x=piece.x + (broad + gap if stack else 0)) for piece in columns]
        drop = max(0, (tall - high) // 2) if len(stack) == 1 else 0
        stack = [replace(piece, y=piece.y + drop) for piece in stack]
        return _group(sorted(columns + stack, key=_read), broken)

    def _block(self, part: _Part, extent: int, align: Align) -> Block:
        level = SOURCE if part.line.lang in VERTICAL else part.line.lang
        lang = "mn" if part.vertical else level
        return self.shaper.block(
            part.line.text,
            lang,
            px=part.hand.px,
            width=max(1, extent),
            weight=part.hand.weight,
            align="center" if align == "center" else "right" if self.lang in RIGHT_TO_LEFT else "left",
            line_spacing=LINE_SPACING,
        )


def _read(piece: Piece) -> tuple[int, int]:
    """Its turn in reading: the resident's language before the other, wherever they stand."""
    return piece.item, piece.rank


def _by_script(hand: Hand, line: Line) -> Hand:
    return replace(hand, px=hand.columns) if hand.columns and is_vertical(line) else hand


def _group(pieces: list[Piece], broken: bool) -> Group:
    size = (max((piece.right for piece in pieces), default=0), max((piece.bottom for piece in pieces), default=0))
    return Group(tuple(pieces), size, broken)
