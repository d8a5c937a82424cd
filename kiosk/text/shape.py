"""Words to pictures: one block of text, measured, broken into lines and drawn, for glass and for paper alike.

Sizes are given as the height of ink of the Han character 国, in pixels: a text of 12 mm is one whose 国 is 12 mm high. An em is
about 1.15 times that; Latin capitals and digits are 0.84 of it. Mongolian is set with the same em (字号相等), in columns from
left to right; it is drawn a line at a time and each line is turned clockwise, since turning a whole block reverses the columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from PIL import Image

from kiosk.text.bidi import RIGHT_TO_LEFT
from kiosk.text.breaking import clusters, lines
from kiosk.text.fonts import Fonts, Weight
from kiosk.text.runs import VERTICAL, Setter, Type

Align = Literal["left", "center", "right"]  # "left": where a line of the language begins, which for Uyghur is the right
Colour = str | tuple[int, int, int]
ELLIPSIS = "…"


@dataclass(frozen=True, eq=False)
class Block:
    """Text as it will be drawn.

    ``size``: width and height in pixels of the box that holds every line, with no ink outside. ``ink_px``: height of 国.
    ``overflow``: the text does not fit: lines beyond ``max_lines`` were dropped, or a character is wider than the line.
    ``missing``: characters that no font has. ``vertical``: columns from left to right.
    """

    text: str
    lang: str
    size: tuple[int, int]
    lines: tuple[str, ...]
    overflow: bool
    ink_px: int
    missing: tuple[str, ...]
    vertical: bool
    _setting: _Setting = field(repr=False)

    @property
    def pitch_px(self) -> int:
        """From the baseline of one line to that of the next."""
        return self._setting.pitch

    def mask(self) -> Image.Image:
        """Coverage by ink, mode "L", 255 where all is ink. Drawn once and shared: do not change it."""
        return self._mask

    @cached_property
    def _mask(self) -> Image.Image:
        return self._setting.draw(self)

    def image(self, colour: Colour, ground: Colour | None = None) -> Image.Image:
        """RGBA: ``colour`` on ``ground``, or on nothing (straight alpha)."""
        if ground is None:
            picture = Image.new("RGBA", self.size, colour)
            picture.putalpha(self.mask())
            return picture
        picture = Image.new("RGB", self.size, ground)
        picture.paste(Image.new("RGB", self.size, colour), (0, 0), self.mask())
        return picture.convert("RGBA")


@dataclass(frozen=True, eq=False)
class _Setting:
    """How the lines of a block lie: everything drawing needs that measuring found."""

    setter: Setter
    type: Type
    align: Align
    pitch: int  # from baseline to baseline, pixels
    ascent: int  # of the tallest line
    descent: int

    def draw(self, block: Block) -> Image.Image:
        along = block.size[1] if block.vertical else block.size[0]
        sheet = Image.new("L", block.size)
        for i, text in enumerate(block.lines):
            line, baseline = self.setter.draw(text, block.lang, self.type)
            start = self._start(along - line.width, block.lang)
            if block.vertical:
                left = i * self.pitch + self.descent - (line.height - baseline)
                turned = line.transpose(Image.Transpose.ROTATE_270)
                sheet.paste(255, (left, start), turned)
            else:
                sheet.paste(255, (start, i * self.pitch + self.ascent - baseline), line)
        return sheet

    def _start(self, spare: int, lang: str) -> int:
        if self.align == "center":
            return spare // 2
        return spare if self.align == "right" or lang in RIGHT_TO_LEFT else 0


class Shaper:
    """Makes blocks. Blocks are cached by all their arguments; ``forget`` drops them at the end of a visit."""

    def __init__(self, fonts: Fonts, *, cached: int = 512) -> None:
        self.fonts = fonts
        self._setter = Setter(fonts)
        self._cached = lru_cache(maxsize=cached)(self._block)

    def block(
        self,
        text: str,
        lang: str,
        *,
        px: int,
        width: int,
        weight: Weight = "medium",
        align: Align = "left",
        line_spacing: float = 1.5,
        max_lines: int | None = None,
    ) -> Block:
        """``text`` set in lines of at most ``width`` pixels along the line: the width of a block of Chinese, the height of a
        block of Mongolian (``lang`` "mn"). ``px``: height of 国. ``line_spacing``: em from baseline to baseline."""
        return self._cached(text, lang, px, width, weight, align, line_spacing, max_lines)

    def forget(self) -> None:
        """Drop every block and measure: they may hold a resident's name."""
        self._cached.cache_clear()
        self._setter.forget()

    def _block(
        self, text: str, lang: str, px: int, width: int, weight: Weight, align: Align, spacing: float, most: int | None
    ) -> Block:
        vertical = lang in VERTICAL
        type = Type(self.fonts.em(px, weight), weight)
        set_lines = lines(text, width, lambda piece: self._setter.length(piece, lang, type))
        dropped = most is not None and len(set_lines) > most
        if dropped:
            set_lines = set_lines[:most]
            set_lines[-1] = self._shortened(set_lines[-1], lang, width, type)
        extents = [self._setter.extent(line, lang, type) for line in set_lines]
        ascent, descent = max(-top for _, top, _, _ in extents), max(bottom for _, _, _, bottom in extents)
        pitch = max(round(spacing * type.em), ascent + descent)
        along = max(right - left for left, _, right, _ in extents)
        across = ascent + descent + (len(set_lines) - 1) * pitch
        wide = any(self._setter.length(line, lang, type) > width for line in set_lines)
        return Block(
            text=text,
            lang=lang,
            size=(across, max(1, along)) if vertical else (max(1, along), across),
            lines=tuple(set_lines),
            overflow=dropped or wide,
            ink_px=px,
            missing=tuple(self._setter.runs(text.replace("\n", ""), lang)[1]),
            vertical=vertical,
            _setting=_Setting(self._setter, type, align, pitch, ascent, descent),
        )

    def _shortened(self, line: str, lang: str, width: int, type: Type) -> str:
        """``line`` with an ellipsis in place of what was dropped after it."""
        kept = clusters(line)
        while kept and self._setter.length("".join(kept) + ELLIPSIS, lang, type) > width:
            kept.pop()
        return "".join(kept) + ELLIPSIS
