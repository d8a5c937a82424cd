"""How one sees or hears: each setting under its heading, with the steps it has; all targets of one width.

A choice of colours shows a sample of itself beside its name, which is written in the colours of the visit like all other words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from kiosk.text.shape import VERTICAL
from kiosk.views import Choice, Sense, SettingsShown
from screens import paging
from screens.base import Screen
from screens.desk import text_element
from screens.drawings import Tone
from screens.geometry import Box, Room
from screens.paging import Page, Part
from screens.sheet import Element, Face, Mark, Role, Shape
from screens.theme import THEMES, Theme
from screens.widgets.button import EDGE, ICON, PAD_ACROSS, Button, draw_button, set_below
from screens.widgets.grid import GROWTH, PAD_DOWN
from screens.widgets.grid import PAD_TIGHT as PAD_LOW
from screens.widgets.header import Band
from screens.widgets.text_block import Item

THEME = "set.theme"
BETWEEN, UNDER = 6.0, 2.5  # units above a heading, and between it and its targets
SAMPLE = 1.1  # times the label's height: side of a sample of colours
APART = 3.0  # units before and after it
STEP, STEP_GAP = 0.6, 0.2  # times the body's height: side of a box that stands for a step, and between two


@dataclass(frozen=True)
class Block:
    """The choices of one kind, in rows of equal targets."""

    kind: str
    rows: tuple[tuple[Button, ...], ...]
    width: int
    height: int  # of a target

    @property
    def broken(self) -> bool:
        return any(button.broken for row in self.rows for button in row)


class SettingsScreen(Screen[SettingsShown]):
    def band(self, view: SettingsShown) -> Band:
        return replace(super().band(view), icon="eye" if view.sense is Sense.SIGHT else "ear")

    def _rows(
        self, view: SettingsShown, room: Box, most: int, gap: int, pages: Callable[[list[Part]], list[Page]]
    ) -> list[Part]:
        """On the fewest pages, and there as comfortable as can be."""
        columns = (4, 2, 1) if self.desk.pen.lang in VERTICAL else (2, 1)
        ways = [self._blocks(view, room.w, count, pad) for pad in (PAD_DOWN, PAD_LOW) for count in columns]

        def cost(blocks: list[Block]) -> tuple[bool, int]:
            parts = self._parts(blocks, room.w, most)
            torn = any(block.broken for block in blocks) or max(part.height for part in parts) > most
            return torn, len(pages(parts))

        blocks = min(ways, key=cost)
        spare = room.h - paging.height(self._parts(blocks, room.w, most))
        return self._parts(_grown(blocks, spare) if spare > 0 else blocks, room.w, most)

    def _wide(self, view: SettingsShown, room: Room) -> list[list[Page]]:
        """In two columns, equally high where one page holds all."""
        half = self._halves(view, room)[0]

        def columns(parts: list[Part]) -> list[Page]:
            splits = ([parts[:i], parts[i:]] for i in range(1, len(parts)))
            even = min(splits, key=lambda split: max(paging.height(column, room.line) for column in split))
            fits = all(paging.height(column, room.line) <= room.h for column in even)
            return even if fits else paging.pages(parts, room.h, line=room.line)

        found = columns(self._rows(view, half, room.h - room.line, 0, columns))
        return [[found[i], found[i + 1] if i + 1 < len(found) else []] for i in range(0, len(found), 2)]

    def _halves(self, view: SettingsShown, room: Room) -> tuple[Room, Room]:
        left, right = super()._halves(view, room)
        wide = (left.w + right.w) // 2
        return replace(left, w=wide), replace(right, x=room.right - wide, w=wide)

    # ---- targets ----

    def _blocks(self, view: SettingsShown, width: int, columns: int, pad: float) -> list[Block]:
        desk, gap = self.desk, self.desk.scale.gap
        each = (width - gap * (columns - 1)) // columns
        blocks = []
        for kind, choices in groupby(view.choices, _kind):
            taken = self._sample_side + desk.scale.px(2 * APART - PAD_ACROSS) if kind == THEME else 0
            buttons = [set_below(desk, choice, each - taken, self._side) for choice in choices]
            high = max(button.natural for button in buttons) + 2 * desk.scale.px(pad)
            rows = tuple(tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns))
            blocks.append(Block(kind, rows, each, max(desk.scale.target, high)))
        return blocks

    def _parts(self, blocks: list[Block], width: int, most: int) -> list[Part]:
        """Each block as one part if ``most`` pixels hold it; else its heading with the first row, if they hold that."""
        parts: list[Part] = []
        for block in blocks:
            heading = self._heading(block.rows[0][0].choice, width)
            rows = [*heading, *(self._row(block, row, gap=not heading or i > 0) for i, row in enumerate(block.rows))]
            whole, first = _one_below_other(rows), _one_below_other(rows[:2])
            if block.kind and whole.height <= most:
                parts.append(whole)
            elif heading and first.height <= most:
                parts += [first, *rows[2:]]
            else:
                parts += rows
        return parts

    def _row(self, block: Block, row: tuple[Button, ...], *, gap: bool) -> Part:
        apart = self.desk.scale.gap
        boxes = (Box(i * (block.width + apart), 0, block.width, block.height) for i in range(len(row)))
        targets = tuple(self._target(button, box) for button, box in zip(row, boxes))
        return Part(block.height, targets, gap=apart if gap else self.desk.scale.px(UNDER))

    def _target(self, button: Button, box: Box) -> Element:
        element = draw_button(self.desk, button, box)
        if _kind(button.choice) != THEME:
            return element
        side = self._sample_side
        place = Box(box.right - self.desk.scale.px(APART) - side, box.y + (box.h - side) // 2, side, side)
        sample = self._sample(THEMES[button.choice.id.removeprefix(f"{THEME}.")], place)
        assert element.down is not None
        return replace(element, face=_joined(element.face, sample), down=_joined(element.down, sample))

    def _sample(self, theme: Theme, place: Box) -> Face:
        """What the colours look like; the name beside it says the same."""
        page, px = theme.page, self.desk.scale.px
        ground = Shape(place, page.fill, page.ink, px(EDGE), px(1.5))
        return Face((ground,), marks=(Mark("sample", Tone.LINE, place.inset(place.w // 6), page.ink, page.fill, decor=True),))

    @property
    def _side(self) -> int:
        """Of a tick box and of an icon."""
        return round(self.desk.label.px * ICON)

    @property
    def _sample_side(self) -> int:
        return round(self.desk.label.px * SAMPLE)

    # ---- headings ----

    def _heading(self, choice: Choice, width: int) -> list[Part]:
        """Its words, with its steps as boxes at the right end or below; nothing where there is none."""
        if choice.heading is None:
            return []
        px = self.desk.scale.px
        words = self.desk.pen.write([Item(choice.heading, self.desk.body)], width)
        element = text_element(f"choice.{choice.id}.heading", Role.TEXT, words, self.desk.theme.page)
        step, count = (dict(choice.heading.args).get(name) for name in ("step", "count"))
        if not isinstance(step, int) or not isinstance(count, int):
            return [Part(words.size[1], (element,), gap=px(BETWEEN))]
        side, between = (round(times * self.desk.body.px) for times in (STEP, STEP_GAP))
        taken = count * (side + between) - between
        beside = words.size[0] + px(BETWEEN) + taken <= width
        x, y = (width - taken, (words.size[1] - side) // 2) if beside else (0, words.size[1])
        marks = tuple(self._box(Box(x + i * (side + between), y, side, side), i < step) for i in range(count))
        return [Part(max(words.size[1], y + side), (element,), gap=px(BETWEEN), under=marks)]

    def _box(self, place: Box, full: bool) -> Shape:
        page, px = self.desk.theme.page, self.desk.scale.px
        return Shape(place, page.ink if full else page.fill, page.ink, px(EDGE), px(1))


def _kind(choice: Choice) -> str:
    """What a choice changes: "set.size" of "set.size.up"; "" for a switch, and for what leads out of the view."""
    return choice.id.rpartition(".")[0] if choice.id.count(".") > 1 else ""


def _grown(blocks: list[Block], spare: int) -> list[Block]:
    more = spare // sum(len(block.rows) for block in blocks)
    return [replace(block, height=min(block.height + more, round(block.height * GROWTH))) for block in blocks]


def _one_below_other(parts: list[Part]) -> Part:
    elements, under = paging.place(parts, 0, 0)
    return Part(paging.height(parts), tuple(elements), parts[0].gap, tuple(under))


def _joined(one: Face, other: Face) -> Face:
    return Face(one.shapes + other.shapes, one.dots + other.dots, one.marks + other.marks, one.runs + other.runs)
