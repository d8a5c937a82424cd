"""A line cut into runs of one face and one direction each, measured and drawn."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import ceil, floor

from PIL import Image, ImageDraw, ImageFont

from kiosk.text import bidi
from kiosk.text.breaking import wide
from kiosk.text.fonts import Family, Fonts, Weight

SUFFIX_SPACE = "\u202f"  # narrow no-break space: joins a Mongolian suffix, which must be shaped by the same face
VERTICAL = frozenset({"mn"})  # columns from left to right
ASCENT = 0.88  # em above and below the baseline that every line has, as in the faces of Noto Sans SC ...
DESCENT = 0.24  # ... whose Latin letters reach lower than its Han
UPRIGHT_AXIS = 0.38  # em from the baseline to the middle of a Han character


@dataclass(frozen=True)
class Run:
    text: str
    family: Family
    upright: bool = False  # Han in a vertical line: turned back so that it stands
    level: int = 0  # of the bidirectional algorithm: odd runs from right to left

    @property
    def direction(self) -> str:
        """For the shaper, which would else guess it from the first letter."""
        return "rtl" if self.level % 2 else "ltr"


@dataclass(frozen=True)
class Type:
    """How large and how heavy: ``em`` in pixels."""

    em: int
    weight: Weight


def runs(text: str, fonts: Fonts, lang: str) -> tuple[list[Run], list[str]]:
    """The runs of ``text`` in reading order, and the characters that no face has (drawn as the manifest's sign for them)."""
    chars, families, missing = _families(text, fonts, lang)
    vertical = lang in VERTICAL
    levels = bidi.levels("".join(chars), rightwards=lang not in bidi.RIGHT_TO_LEFT)
    places = groupby(range(len(chars)), lambda i: (id(families[i]), vertical and wide(chars[i]), levels[i]))
    found = [
        Run("".join(chars[i] for i in alike), families[alike[0]], upright, level)
        for (_, upright, level), alike in ((key, list(group)) for key, group in places)
    ]
    return found, missing


def _families(text: str, fonts: Fonts, lang: str) -> tuple[list[str], list[Family], list[str]]:
    chars, missing = list(text), []
    own: list[Family | None] = []
    for i, char in enumerate(chars):
        family = None if _follows(char) else fonts.family_of(char, lang)
        if family is None and not _follows(char):
            missing.append(char)
            chars[i] = fonts.missing
            family = fonts.family_of(fonts.missing, lang)
        own.append(family)
    default = next((family for family in own if family), fonts.families[0])
    chosen: list[Family] = []
    for i, (char, family) in enumerate(zip(chars, own)):
        if family is None and char == SUFFIX_SPACE:
            family = next((later for later in own[i:] if later), None)
        chosen.append(family or (chosen[-1] if chosen else default))
    return chars, chosen, missing


def _follows(char: str) -> bool:
    """Characters without a shape of their own, which take the face of their neighbours."""
    return char in " \u00a0" or char == SUFFIX_SPACE or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")


class Setter:
    """Measures and draws single lines. What was measured is kept; ``forget`` drops it, for it may hold names."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.runs = lru_cache(maxsize=4096)(self._runs)
        self.length = lru_cache(maxsize=4096)(self._length)
        self.extent = lru_cache(maxsize=4096)(self._extent)

    def forget(self) -> None:
        for kept in (self.runs, self.length, self.extent):
            kept.cache_clear()

    def _runs(self, text: str, lang: str) -> tuple[list[Run], list[str]]:
        return runs(text, self._fonts, lang)

    def _extent(self, text: str, lang: str, type: Type) -> tuple[int, int, int, int]:
        """Ink of a line about its origin on the baseline: left, top (negative is above), right, bottom, in pixels."""
        left, top, right, bottom, x = 0.0, -ASCENT * type.em, 0.0, DESCENT * type.em, 0.0
        for run in self._in_order(text, lang):
            if not run.upright:
                box = self._face(run, type).getbbox(
                    run.text,
                    anchor="ls",
                    direction=run.direction,
                    language=run.family.language,
                    stroke_width=run.family.stroke_px(type.weight, type.em),
                )
                # Begun between two pixels, ink may reach one further than ``getbbox``, which measures from a whole one.
                left, right = min(left, floor(x) + floor(box[0])), max(right, ceil(x) + ceil(box[2]))
                top, bottom = min(top, box[1]), max(bottom, box[3])
            x += self._advance(run, type)
        return floor(left), floor(top), ceil(max(right, x)), ceil(bottom)

    def draw(self, text: str, lang: str, type: Type) -> tuple[Image.Image, int]:
        """The ink of one line (mode "L", 255 is ink) laid horizontally, and the row of its baseline."""
        left, top, right, bottom = self.extent(text, lang, type)
        sheet = Image.new("L", (max(1, right - left), bottom - top))
        x = float(-left)
        for run in self._in_order(text, lang):
            if run.upright:
                self._stand(sheet, run, type, round(x), -top)
            else:
                self._lay(sheet, run, type, x, -top)
            x += self._advance(run, type)
        return sheet, -top

    def _in_order(self, text: str, lang: str) -> list[Run]:
        """The runs from left to right."""
        found = self.runs(text, lang)[0]
        return bidi.in_order(found, [run.level for run in found])

    def _length(self, text: str, lang: str, type: Type) -> float:
        return sum(self._advance(run, type) for run in self.runs(text, lang)[0])

    def _advance(self, run: Run, type: Type) -> float:
        if run.upright:
            return float(type.em * len(run.text))
        return float(self._face(run, type).getlength(run.text, direction=run.direction, language=run.family.language))

    def _face(self, run: Run, type: Type) -> ImageFont.FreeTypeFont:
        return self._fonts.face(run.family.file(type.weight), run.family.em(type.em))

    def _lay(self, sheet: Image.Image, run: Run, type: Type, x: float, baseline: int) -> None:
        ImageDraw.Draw(sheet).text(
            (x, baseline),
            run.text,
            fill=255,
            font=self._face(run, type),
            anchor="ls",
            direction=run.direction,
            language=run.family.language,
            stroke_width=run.family.stroke_px(type.weight, type.em),
        )

    def _stand(self, sheet: Image.Image, run: Run, type: Type, x: int, baseline: int) -> None:
        """Han in a line that will be turned clockwise: each is turned the other way first, centred on the line's axis."""
        face = self._face(run, type)
        axis = baseline - round(UPRIGHT_AXIS * type.em)
        for i, char in enumerate(run.text):
            cell = Image.new("L", (type.em, type.em))
            foot = round(ASCENT * type.em)
            ImageDraw.Draw(cell).text((0, foot), char, 255, face, anchor="ls", language=run.family.language, features=["vert"])
            sheet.paste(255, (x + i * type.em, axis - type.em // 2), cell.transpose(Image.Transpose.ROTATE_90))
