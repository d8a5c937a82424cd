"""What the hall's display shows between calls: a notice in one picture, written for the farthest seat.

As large as a called number where that has room (0.7 degrees at the farthest seat, row 53), in both languages; then in one of
them, which take turns; then as large as goes. The picture of a person, or their initial, stands beside the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.sight import least_mm
from kiosk.text.facts import facts
from kiosk.text.shape import VERTICAL
from kiosk.views import Poster
from kiosk.visit import Shown
from screens import icons
from screens.base import Screen
from screens.board_band import BoardBand, draw_band, near, pad
from screens.desk import text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.pen import Pen
from screens.sheet import Element, Face, Mark, Role, Shape, Sheet
from screens.theme import Colour
from screens.widgets.portrait import ASPECT, portrait, readable
from screens.widgets.text_block import Group, Hand, Item

SMALLER, TRIED = 0.96, 48  # from one size to the next, and how many: down to a seventh
MOST = 0.11  # of the panel's height: larger is no easier to read
LEAST_PX = 12
BETWEEN = 0.25  # em between two sentences
ICON, AFTER = 1.0, 0.5  # times the ink of the words: a drawing, and the space after it
SMALL = 0.8  # of the near words: the foot
PERSON = 0.3  # of the width that a picture takes at most
INITIAL = 0.5  # of the picture's width


@dataclass(frozen=True)
class Poised:
    """A try: the band, what stands beside the words, the words in their ``room`` and the ``foot`` below them."""

    band: BoardBand
    beside: tuple[Element, ...]
    room: Box
    words: Group
    foot: tuple[Group, ...]
    title: Group
    icon: int  # ink of the words, by which the drawings before them are sized; 0: there are none

    @property
    def fits(self) -> bool:
        written = (self.title, self.words, *self.foot)
        return self.words.size[1] <= self.room.h and self.words.size[0] <= self.room.w and not any(one.broken for one in written)


class PosterScreen(Screen[Poster]):
    def compose_all(self, shown: Shown) -> list[Sheet]:
        return [self.compose(shown)]

    def compose(self, shown: Shown, page: int = 0) -> Sheet:
        view = shown.view
        assert isinstance(view, Poster)
        panel, theme = self.desk.scale.panel, self.desk.theme
        found = self._poised(view)
        return Sheet(
            seq=shown.seq,
            view=view.name,
            size=(panel.width_px, panel.height_px),
            ground=theme.page.fill,
            page=0,
            pages=1,
            under=found.band.grounds,
            elements=(*found.band.elements, *found.beside, *self._words(view, found), *self._foot(view, found)),
            lang=shown.settings.lang,
            step=shown.settings.size,
            theme=theme,
        )

    def _poised(self, view: Poster) -> Poised:
        """Both languages where they have room at the size of a number or a larger one; else one of them, as large as goes."""
        panel, pen = self.desk.scale.panel, self.desk.pen
        least = panel.px(least_mm(panel.farthest_mm))
        larger = [px for i in range(TRIED) if (px := round(least / SMALLER**i)) <= max(least, panel.height_px * MOST)][::-1]
        both = self._largest(view, pen, larger)
        if both.fits:
            return both
        other = pen.catalog.second if view.second else None
        alone = replace(pen, lang=other or pen.lang, alone=True)
        return self._largest(view, alone, [*larger, *(round(least * SMALLER**i) for i in range(1, TRIED))])

    def _largest(self, view: Poster, pen: Pen, sizes: list[int]) -> Poised:
        """The first that has room: whatever has it at a size has it at smaller ones. ``sizes``: the largest first."""
        first = bisect_left(sizes, True, key=lambda px: self._tried(view, pen, px).fits)
        return self._tried(view, pen, sizes[min(first, len(sizes) - 1)])

    def _tried(self, view: Poster, pen: Pen, px: int) -> Poised:
        desk = replace(self.desk, pen=pen)
        around, second = pad(desk), round(px * desk.scale.ratio)
        clock = pen.plain(view.clock, near(desk)).size[0]
        title = pen.write([Item(view.title, Hand(px, "bold", second=second))], desk.scale.panel.width_px - clock - 3 * around)
        band = draw_band(desk, title, None, view.clock)
        small = min(near(desk, SMALL).px, px)
        plain = Hand(small, second=round(small * desk.scale.ratio))
        foot = tuple(pen.write([Item(fact.words, plain)], band.room.w // 2) for fact in facts(view))
        low = max(group.size[1] for group in foot)
        room = Box(band.room.x, band.room.y, band.room.w, band.room.h - low - around // 2)
        beside, room = self._beside(view, room)
        hand = Hand(px, second=second)
        icon = 0 if self._upright(view, pen) else px
        taken = round(icon * (ICON + AFTER))
        room = Box(room.x + taken, room.y, room.w - taken, room.h)
        words = pen.write([Item(one, hand) for one in view.body], room.w, gap=BETWEEN)
        upright = any(piece.block.vertical for piece in words.pieces)  # columns stand where the drawings would
        return Poised(band, beside, room, words, foot, title, 0 if upright else px)

    def _upright(self, view: Poster, pen: Pen) -> bool:
        """Whether some of the words stand in columns, where a drawing has no line to stand before."""
        return any(line.lang in VERTICAL for words in view.body for line in pen.both(words))

    # ---- what is told ----

    def _words(self, view: Poster, found: Poised) -> Iterator[Element]:
        room, words = found.room, found.words
        y = room.y + max(0, (room.h - words.size[1]) // 2)
        for i in range(len(view.body)):
            element = text_element(f"body.{i}", Role.TEXT, words, self.desk.theme.page, item=i, x=room.x, y=y)
            yield replace(element, face=replace(element.face, marks=self._icon(view.icons[i], element, found.icon)))

    def _icon(self, name: str, words: Element, ink: int) -> tuple[Mark, ...]:
        """Before the first line of the words; it says what they say."""
        if not ink:
            return ()
        line, side, page = words.face.runs[0], round(ink * ICON), self.desk.theme.page
        high = line.box.h // len(line.block.lines)
        box = Box(line.box.x - round(ink * AFTER) - side, line.box.y + (high - side) // 2, side, side)
        colours: dict[Tone, Colour] = {Tone.FILL: page.fill, Tone.LINE: page.edge, Tone.MARK: page.edge}
        return tuple(Mark(name, tone, box, colours[tone], page.fill, decor=tone is Tone.FILL) for tone in icons.tones(name))

    def _foot(self, view: Poster, found: Poised) -> Iterator[Element]:
        """One beside the other, at the lower edge."""
        x, bottom = pad(self.desk), self.desk.scale.panel.height_px - pad(self.desk)
        for fact, group in zip(facts(view), found.foot):
            yield text_element(fact.element, Role.TEXT, group, self.desk.theme.page, x=x, y=bottom - group.size[1])
            x += group.size[0] + 2 * pad(self.desk)

    # ---- a person ----

    def _beside(self, view: Poster, room: Box) -> tuple[tuple[Element, ...], Box]:
        """The picture, and the room that it leaves."""
        if not view.initial:
            return (), room
        wide = max(LEAST_PX, min(round(room.h * ASPECT), round(room.w * PERSON)))  # a try that has no room has no height
        high = round(wide / ASPECT)
        frame, taken = Box(room.x, room.y + (room.h - high) // 2, wide, high), wide + 2 * pad(self.desk)
        rest = Box(room.x + taken, room.y, room.w - taken, room.h)
        drawn = portrait(self.desk, view.portrait, frame) if readable(view.portrait) else self._initial(view.initial, frame)
        return (drawn,), rest

    def _initial(self, letter: str, frame: Box) -> Element:
        """Where there is no picture: the first letter of the name, which stands above."""
        paint = self.desk.theme.card
        group = self.desk.pen.plain(letter, Hand(round(frame.w * INITIAL), "bold"))
        x, y = frame.x + (frame.w - group.size[0]) // 2, frame.y + (frame.h - group.size[1]) // 2
        ground = Shape(frame, paint.fill, paint.edge, self.desk.scale.px(0.5), round(frame.w * 0.06))
        return Element("picture", Role.IMAGE, frame, Face(shapes=(ground,), runs=group.runs(paint, x, y)), paint)
