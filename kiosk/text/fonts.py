"""The faces of ``assets/fonts/fonts.toml``: which of them has a character, and how large an em must be."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.text.breaking import wide
from kiosk.text.coverage import Coverage
from kiosk.text.hinting import unhinted

Weight = Literal["regular", "medium", "bold"]
FOLDER = Path(__file__).parents[2] / "assets" / "fonts"
MEASURE = "国"  # the Han glyph by which text height is measured (accessibility.md row 1)
HALF = 128  # a pixel at least half covered counts as ink


class FontsMissing(Exception):
    """A font of the manifest is not on the disk."""


class ShapingMissing(Exception):
    """Pillow cannot join letters: Mongolian, Uyghur and Tibetan would come out wrong without any error."""


@dataclass(frozen=True)
class Family:
    """One typeface. ``language``: BCP 47 tag handed to the shaper, which chooses the forms (Simplified Chinese ones for Han).
    ``latin``: its Latin letters and digits are set in lines of its language, and not those of the first family. ``hinted``: its
    outlines are fitted to the rows of pixels. ``scale``: its em to that of the line, where its letters are larger than Han."""

    name: str
    language: str
    files: dict[str, Path] = field(hash=False)
    stroke: dict[str, float] = field(hash=False)
    coverage: Coverage = field(hash=False, repr=False)
    latin: bool = True
    hinted: bool = True
    scale: float = 1.0

    def leads(self, char: str, lang: str) -> bool:
        """Whether it is the first to be asked for ``char`` in a line of ``lang``."""
        return self.language == lang and (self.latin or not char.isascii())

    def file(self, weight: Weight) -> Path:
        return self.files.get(weight, self.files["regular"])

    def em(self, em: int) -> int:
        """Its em in a line of so large a one, in pixels."""
        return round(em * self.scale)

    def stroke_px(self, weight: Weight, em: int) -> float:
        """Ink drawn around every outline in place of a weight that the family has not."""
        return self.stroke.get(weight, 0.0) * em


class Fonts:
    """All faces, opened when first used. Sizes are few in the house, so faces are kept (spec: many sizes cost memory)."""

    def __init__(self, families: tuple[Family, ...], missing: str) -> None:
        self.families = families
        self.missing = missing
        self._unhinted = frozenset(file for family in families if not family.hinted for file in family.files.values())
        self.face = lru_cache(maxsize=64)(self._face)
        self.em = lru_cache(maxsize=128)(self._em)
        self.family_of = lru_cache(maxsize=8192)(self._family_of)

    @classmethod
    def find(cls, folder: Path | None = None) -> Fonts:
        """The fonts of ``fonts.toml`` in ``folder`` (default: assets/fonts). Raises FontsMissing, naming every absent file."""
        folder = folder or FOLDER
        manifest = tomllib.loads((folder / "fonts.toml").read_text("utf-8"))
        entries = manifest["family"] + [
            {"name": path.stem, "language": "zh-Hans", "regular": str(path.relative_to(folder)), "stroke": {"bold": 0.02}}
            for path in sorted((folder / "extra").glob("*.[ot]tf"))
        ]
        files = [_files(folder, entry) for entry in entries]
        absent = [str(path.relative_to(folder)) for paths in files for path in paths.values() if not path.exists()]
        if absent:
            raise FontsMissing(f"fonts are not installed (run script/setup): {', '.join(absent)}")
        return cls(tuple(_family(entry, paths) for entry, paths in zip(entries, files)), manifest["missing"])

    def _face(self, path: Path, em: int) -> ImageFont.FreeTypeFont:
        return _open(unhinted(path) if path in self._unhinted else path, em)

    def _family_of(self, char: str, lang: str) -> Family | None:
        """The family that draws ``char`` in a line of ``lang``; None if none has it. The language's own family comes first,
        so that digits and spaces are shaped together with its words; Han and Han punctuation are left to the Han family."""
        families = sorted(self.families, key=lambda family: not family.leads(char, lang)) if not wide(char) else self.families
        return next((family for family in families if char in family.coverage), None)

    def _em(self, px: int, weight: Weight) -> int:
        """The least whole em at which 国 is at least ``px`` pixels high, so that no least size is missed by rounding."""
        han = self.families[0].file(weight)
        em = px
        while ink_height(self.face(han, em), MEASURE) < px:
            em += max(1, (px - ink_height(self.face(han, em), MEASURE)))
        return em


def ink_height(face: ImageFont.FreeTypeFont, text: str) -> int:
    """Rows of ``text`` that hold ink, in pixels, as drawn."""
    width, height = int(face.getlength(text)) + 2, int(face.size * 2)
    sheet = Image.new("L", (width, height))
    ImageDraw.Draw(sheet).text((0, int(face.size * 1.4)), text, font=face, fill=255, anchor="ls")
    box = sheet.point(lambda value: 255 if value >= HALF else 0).getbbox()
    return box[3] - box[1] if box else 0


def assert_shaping(fonts: Fonts | None = None) -> None:
    """Raise ShapingMissing unless Pillow really joins letters.

    PyPI's Pillow brings raqm and HarfBuzz but looks for FriBiDi on the system when it starts; without it letters come out
    isolated and no error is given. So a Mongolian word is measured: joined it is about two thirds of its letters apart.
    """
    if not (features.check("raqm") and features.check("fribidi")):
        raise ShapingMissing("letters of Mongolian, Uyghur and Tibetan cannot be joined: install the system package libfribidi0")
    fonts = fonts or Fonts.find()
    family = fonts.family_of("ᠮ", "mn")
    if family is None or not joins(_open(family.file("regular"), 100)):
        raise ShapingMissing("the installed Pillow draws Mongolian letters unjoined: install libfribidi0 and Pillow's own wheel")


def joins(face: ImageFont.FreeTypeFont) -> bool:
    """Whether ``face`` draws the word Mongol joined."""
    word = "ᠮᠣᠩᠭᠣᠯ"
    return face.getlength(word) < 0.8 * sum(face.getlength(letter) for letter in word)


def _open(font: Path | BytesIO, em: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, em, layout_engine=ImageFont.Layout.RAQM)


def _files(folder: Path, entry: dict[str, str]) -> dict[str, Path]:
    return {weight: folder / entry[weight] for weight in ("regular", "medium", "bold") if weight in entry}


def _family(entry: dict[str, object], files: dict[str, Path]) -> Family:
    stroke = entry.get("stroke", {})
    assert isinstance(stroke, dict)
    name, language, coverage = str(entry["name"]), str(entry["language"]), Coverage.read(files["regular"])
    latin, hinted = entry.get("latin") is not False, entry.get("hinted") is not False
    scale = entry.get("scale", 1.0)
    assert isinstance(scale, float)
    return Family(name, language, files, stroke, coverage, latin, hinted, scale)
