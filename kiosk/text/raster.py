"""A document on paper: one picture of whole dots, black or white.

Chinese stands large; the second language stands below it, Uyghur at the right edge, and Mongolian in columns at the side of what
it translates, left unless the region orders otherwise (竖写: 蒙文在左、汉文在右, 内政办发〔1996〕32号 Art. 3). Sizes are ink heights
in dots of 203 dpi: text at least 3.5 mm, what the resident must not miss at least 6.4 mm (accessibility.md row 49). A Latin
capital or a digit is 0.84 of a Han character, so nothing is set smaller than 34 dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from kiosk import signature
from kiosk.text import ink, leaflet
from kiosk.text.bidi import RIGHT_TO_LEFT
from kiosk.text.catalog import Catalog, Line
from kiosk.text.document import Banner, BigNumber, Block, Document, Fold, Heading, Pair, Qr, Rule, Sentence, Signature, Topic
from kiosk.text.fonts import Weight
from kiosk.text.review import SOURCE
from kiosk.text.runs import VERTICAL
from kiosk.text.shape import Align
from kiosk.text.shape import Block as TextBlock
from kiosk.text.shape import Shaper
from kiosk.views import Msg

Side = Literal["left", "right"]

DOTS_PER_MM = 8  # 203 dpi
SMALL = 34  # 4.25 mm; its digits are 3.5 mm
BODY = 36
KEY = 62  # 7.75 mm; its digits are 6.4 mm
HEADING = 42
NUMBER = 180
QR = 25 * DOTS_PER_MM
SIGNATURE = 50 * DOTS_PER_MM  # its width
MARGIN, GAP, SECTION_GAP = 8, 18, 18
LABEL = 176  # column of the labels: four Han characters
VALUE = 4 * 70  # and of their values, as many
SPACING = 1.35  # em from line to line
PANEL = 0.4  # of the width, the most that Mongolian columns take
LONGEST = 560  # a column that needs no more than this is not broken
NARROW = 240  # six characters: beside less than this no text is set


def ticket(
    document: Document,
    catalog: Catalog,
    shaper: Shaper,
    *,
    lang: str = SOURCE,
    width_dots: int = 576,
    side: Side = "left",
) -> Image.Image:
    """The picture that a printer takes: mode "1", ``width_dots`` wide. The second language is the document's, else ``lang``;
    strings that it lacks, or that nobody has reviewed, are printed in Chinese alone."""
    second = document.second or (lang if lang != SOURCE else None)
    press = _Press(catalog, shaper, second, side)
    width = width_dots - 2 * MARGIN
    parts = [[press.strip(blocks, width) for blocks in _strips(part)] for part in _parts(document.blocks)]
    plain = len(parts) == 1
    whole = ink.stack(parts[0], width, SECTION_GAP, centred=False) if plain else leaflet.folded(parts, width, SECTION_GAP)
    page = ink.padded(whole, MARGIN, SECTION_GAP)
    return page.point([255 if value < 128 else 0 for value in range(256)], "1")


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """What lies between two folds."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Fold):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts


def _strips(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that share the paper's width: a rule, a banner and the number have it to themselves, and a topic begins anew."""
    strips: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, (Rule, Banner, BigNumber)):
            strips += [[block], []]
        elif isinstance(block, Topic):
            strips.append([block])
        else:
            strips[-1].append(block)
    return [strip for strip in strips if strip]


@dataclass(frozen=True)
class _Press:
    """Sets blocks in ink, in Chinese and ``second``."""

    catalog: Catalog
    shaper: Shaper
    second: str | None
    side: Side

    def strip(self, blocks: Sequence[Block], width: int) -> Image.Image:
        """Blocks across the paper, with Mongolian columns along all of them."""
        match blocks[0]:
            case Rule():
                return ink.rule(width)
            case BigNumber(text):
                return self._number(text, width)
            case Banner():
                inside = self._with_columns(blocks, width - 2 * GAP, centred=True)
                return ink.banner(inside, width, GAP)
        return self._with_columns(blocks, width, centred=False)

    def _with_columns(self, blocks: Sequence[Block], width: int, *, centred: bool) -> Image.Image:
        words = "\n".join(self._columns(blocks))
        body = self._body(blocks, width)
        if not words:
            return body
        panel = self._panel(words, body.height, width)
        body = self._body(blocks, width - panel.size[0] - GAP)
        panel = self._panel(words, body.height, width)
        pair = (panel.mask(), body) if self.side == "left" else (body, panel.mask())
        return ink.beside(*pair, GAP, centred=centred)

    def _panel(self, words: str, length: int, width: int) -> TextBlock:
        """Columns as long as what they stand beside. One that is longer has its way up to a point, and all grow longer
        together where they would take too much of the width."""
        longest = self._block(Line("", words, self.second or SOURCE), BODY, LONGEST, "bold").size[1]
        length = max(length, longest)
        panel = self._block(Line("", words, self.second or SOURCE), BODY, length, "bold")
        while panel.size[0] > PANEL * width:
            length += length // 8
            panel = self._block(Line("", words, self.second or SOURCE), BODY, length, "bold")
        return panel

    def _columns(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Each block's words in a vertical second language."""
        if self.second not in VERTICAL:
            return
        for block in blocks:
            words = [self._other(text) for text in _texts(block)]
            if words and words[0]:
                yield " ".join(line.text for line in words if line)

    def _body(self, blocks: Sequence[Block], width: int) -> Image.Image:
        """Blocks below each other. A QR code has the Chinese at its left and the second language below, across the paper."""
        code = next((block for block in blocks if isinstance(block, Qr)), None)
        if code is None:
            middle = any(isinstance(block, (Heading, Banner)) for block in blocks)
            pieces = [self._piece(block, width, "center" if middle else "left") for block in blocks]
            return ink.stack(pieces, width, GAP, centred=middle)
        picture = ink.qr(code.data, QR)
        texts = [text for block in blocks for text in _texts(block)]
        room = width - picture.width if width - picture.width >= NARROW else width
        chinese = ink.stack([self._chinese(text, SMALL, room) for text in texts], room, GAP, centred=False)
        below = [other for text in texts if (other := self._below(text, width))]
        upper = [ink.beside(chinese, picture, 0)] if room < width else [chinese, picture]
        return ink.stack([*upper, *below], width, GAP, centred=False)

    def _piece(self, block: Block, width: int, align: Align) -> Image.Image:
        match block:
            case Heading(text):
                return self._words(text, HEADING, width, "bold", align)
            case Sentence(text, small):
                return self._words(text, SMALL if small else BODY, width, "medium", align)
            case Banner(text):
                return self._words(text, KEY, width, "bold", align)
            case Topic(text):
                return self._words(text, HEADING, width, "bold", align)
            case Pair():
                return self._pair(block, width)
            case Signature(strokes):
                side = min(width, SIGNATURE)
                return signature.picture(strokes, side) if strokes else ink.frame(side, side // 3)
        raise TypeError(f"no place on paper for {type(block).__name__}")

    def _words(self, text: Msg, px: int, width: int, weight: Weight, align: Align) -> Image.Image:
        """Chinese, and the second language on the same line if both are short, else below."""
        first, other = self._chinese(text, px, width, weight, align), self._below(text, width, align)
        if other is None:
            return first
        if first.width + GAP + other.width <= width:
            return ink.beside(first, other, GAP)
        return ink.stack([first, other], max(first.width, other.width), GAP // 2, centred=align == "center")

    def _pair(self, pair: Pair, width: int) -> Image.Image:
        """Label and value side by side; one above the other where columns leave little room, where the label is a long one, or
        where the value would be broken though it fits into a line of its own."""
        label, px = self._chinese(pair.label, BODY, width), KEY if pair.key else BODY
        split = self._is_broken(pair.value, px, width - LABEL) and not self._is_broken(pair.value, px, width)
        if width - LABEL < VALUE or label.width > LABEL or split:
            pieces = [label, self._chinese(pair.value, px, width, "bold")]
        else:
            label = ink.stack([label], LABEL, 0, centred=False)
            pieces = [ink.beside(label, self._chinese(pair.value, px, width - LABEL, "bold"), 0)]
        other, worth = self._other(pair.label), self._other(pair.value)
        if other and other.lang not in VERTICAL:
            both = Line(other.id, f"{other.text}: {worth.text}" if worth else other.text, other.lang)
            pieces.append(self._set(both, SMALL, width))
        return ink.stack(pieces, width, GAP // 2, centred=False)

    def _is_broken(self, value: Msg, px: int, width: int) -> bool:
        return len(self._block(self.catalog.line(value, SOURCE), px, width, "bold").lines) > 1

    def _number(self, text: str, width: int) -> Image.Image:
        """As large as it goes: a hall past its 999th number needs five characters."""
        line, px = Line("", text, SOURCE), NUMBER
        while len(self._block(line, px, width, "bold").lines) > 1:
            px -= 4
        number = self._set(line, px, width, "bold")
        return ink.stack([number], width, 0, centred=True)

    def _chinese(self, text: Msg, px: int, width: int, weight: Weight = "medium", align: Align = "left") -> Image.Image:
        return self._set(self.catalog.line(text, SOURCE), px, width, weight, align)

    def _below(self, text: Msg, width: int, align: Align = "left") -> Image.Image | None:
        """The second language, where it is not one of columns."""
        other = self._other(text)
        return self._set(other, SMALL, width, "medium", align) if other and other.lang not in VERTICAL else None

    def _set(self, line: Line, px: int, width: int, weight: Weight = "medium", align: Align = "left") -> Image.Image:
        """A line that runs from right to left begins at the right edge of its room."""
        mask = self._block(line, px, width, weight, align).mask()
        return ink.at_right(mask, width) if line.lang in RIGHT_TO_LEFT and align == "left" else mask

    def _block(self, line: Line, px: int, width: int, weight: Weight, align: Align = "left") -> TextBlock:
        return self.shaper.block(line.text, line.lang, px=px, width=width, weight=weight, align=align, line_spacing=SPACING)

    def _other(self, text: Msg) -> Line | None:
        """In the second language, if it says anything that the Chinese does not."""
        if self.second is None or self.second == SOURCE:
            return None
        line = self.catalog.line(text, self.second)
        return line if line.lang == self.second and line.text != self.catalog.line(text, SOURCE).text else None


def _texts(block: Block) -> tuple[Msg, ...]:
    match block:
        case Pair(label, value):
            return label, value
        case Heading(text) | Sentence(text) | Banner(text) | Topic(text):
            return (text,)
    return ()
