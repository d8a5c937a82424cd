"""Tickets as a printer gets them: read back, measured, and nothing cut."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.hall.messages import HallName, Line, Ticket
from kiosk.text import raster
from kiosk.text.catalog import Catalog
from kiosk.text.document import Banner, BigNumber, Document, Pair
from kiosk.text.documents import ticket_document
from kiosk.text.fonts import Fonts, Weight, ink_height
from kiosk.text.review import STRINGS
from kiosk.text.shape import Block, Shaper
from kiosk.views import Msg, msg

DOTS_PER_MM = 8
TEXT_MM, KEY_MM, QR_MM = 3.5, 6.4, 25  # accessibility.md row 49; the QR code by our own rule


def name(zh: str, en: str) -> HallName:
    return HallName((("zh", zh), ("en", en)))


HALL = name("诃额伦街道便民服务中心", "Hoelun Subdistrict Service Hall")
LONG_HALL = name("内蒙古自治区鄂尔多斯市东胜区诃额伦街道便民服务中心（社区服务站）", "Hoelun Subdistrict Service Hall of Dongsheng")
GENERAL = name("综合业务", "General services")
LONG_LINE = name("残疾人两项补贴和高龄津贴、低保与临时救助", "Disability allowances and old-age allowances")
ELDERLY = name("病重、行动不便", "Ill or frail")
URL = "http://192.0.2.20:8000/t/9fX2kqLw0ZyT5aVb1cRd"
# Nonsense of glossary words, as long as a translation: the layout is tried with it, nobody reads it.
MONGOLIAN = {
    "paper-hall": "ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ ᠴᠣᠩᠬᠣ",
    "paper-number": "ᠨᠣᠮᠧᠷ",
    "paper-line": "ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ",
    "paper-line-name": "ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ ᠴᠣᠩᠬᠣ",
    "paper-windows": "ᠴᠣᠩᠬᠣ",
    "paper-window-list": "{ $windows }",
    "paper-ahead": "ᠬᠦᠯᠢᠶᠡᠬᠦ ᠨᠣᠮᠧᠷ",
    "paper-people": "{ $count }",
    "paper-wait": "ᠬᠦᠯᠢᠶᠡᠬᠦ",
    "paper-note": " ".join(["ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠵᠢᠯᠤᠭᠤᠳᠤᠯᠭ᠎ᠠ ᠴᠣᠩᠬᠣ ᠬᠦᠯᠢᠶᠡᠬᠦ ᠨᠣᠮᠧᠷ ᠠᠪᠬᠤ"] * 2),
    "paper-reprint": "ᠬᠡᠪᠯᠡᠬᠦ",
    "paper-scan": "ᠴᠣᠩᠬᠣ ᠬᠦᠯᠢᠶᠡᠬᠦ ᠨᠣᠮᠧᠷ ᠠᠪᠬᠤ",
}


def ticket(
    number: str = "A023", line: HallName = GENERAL, priority: str | None = None, windows: tuple[str, ...] = ("1", "2")
) -> Ticket:
    served = Line("line", number[0], line, line, True, 3, windows)
    at = datetime(2026, 11, 21, 6, 5, tzinfo=timezone.utc)
    return Ticket("id", number, served, 12, 1234, at, windows, priority, URL)


def document(second: str | None, *, long: bool = False, reprint: bool = False, priority: bool = False) -> Document:
    kind = "ill" if priority else None
    taken = ticket("D1234", LONG_LINE, kind, ("1", "2", "3", "4", "5", "12")) if long else ticket(priority=kind)
    hall = LONG_HALL if long else HALL
    return ticket_document(taken, hall, "0477-0000000", "11-21 14:05", ELDERLY if priority else None, reprint, second)


CASES = {
    "zh": document(None),
    "en": document("en"),
    "mn": document("mn"),
    "reprint": document("en", reprint=True, priority=True),
    "long": document("en", long=True, priority=True),
    "long mn": document("mn", long=True, priority=True, reprint=True),
}


@pytest.fixture(scope="module")
def strings(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The real strings with a Mongolian that is as full as a translation will be."""
    folder = tmp_path_factory.mktemp("strings")
    for lang in ("zh", "en"):
        shutil.copy(STRINGS / f"{lang}.ftl", folder)
    (folder / "mn.ftl").write_text("".join(f"{id} = {text}\n" for id, text in MONGOLIAN.items()), "utf-8")
    return Catalog(folder, second=None, show_unreviewed=True, strict=True)


@dataclass
class Watched(Shaper):
    """Remembers what was set and how large."""

    fonts: Fonts
    blocks: list[tuple[Block, Weight]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(self.fonts)

    def block(self, text: str, lang: str, **how: Any) -> Block:
        block = super().block(text, lang, **how)
        self.blocks.append((block, how["weight"]))
        return block


@pytest.fixture
def watched(fonts: Fonts) -> Watched:
    return Watched(fonts)


def black(image: Image.Image) -> int:
    return image.histogram()[0]


@pytest.mark.parametrize("case", CASES)
def test_a_ticket_is_of_whole_dots_and_keeps_its_margins(case: str, strings: Catalog, shaper: Shaper) -> None:
    for width in (576, 640):
        image = raster.ticket(CASES[case], strings, shaper, width_dots=width)
        assert image.mode == "1" and image.width == width
        assert sum(image.histogram()[1:255]) == 0 and 0 < black(image) < image.width * image.height
        for edge in ((0, 0, 8, image.height), (width - 8, 0, width, image.height), (0, 0, width, 8)):
            assert black(image.crop(edge)) == 0


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbar-tools is not installed")
@pytest.mark.parametrize("case", CASES)
def test_the_code_reads_back(case: str, strings: Catalog, shaper: Shaper, tmp_path: Path) -> None:
    path = tmp_path / "ticket.png"
    raster.ticket(CASES[case], strings, shaper).save(path)
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", str(path)]
    read = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert read.stdout.strip() == URL


def test_the_code_is_large_enough_and_has_its_quiet_zone() -> None:
    code = raster.ink.qr(URL, QR_MM * DOTS_PER_MM)
    left, top, right, bottom = code.getbbox() or (0, 0, 0, 0)
    assert min(right - left, bottom - top) >= QR_MM * DOTS_PER_MM
    assert left >= 4 * 5 and top == left


@pytest.mark.parametrize("case", CASES)
def test_no_text_is_too_small_or_too_wide(case: str, strings: Catalog, watched: Watched) -> None:
    """Digits and capitals are the smallest of what counts; they are measured as they are printed."""
    raster.ticket(CASES[case], strings, watched)
    keys = {strings.line(part, "zh").text for block in CASES[case].blocks for part in key_facts(block)}
    assert keys
    for block, weight in watched.blocks:
        face = watched.fonts.face(watched.fonts.families[0].file(weight), watched.fonts.em(block.ink_px, weight))
        least = min(ink_height(face, sample) for sample in "国0H")
        assert least >= TEXT_MM * DOTS_PER_MM, block.text
        if block.text in keys and block.lang == "zh":
            assert least >= KEY_MM * DOTS_PER_MM, block.text
        assert not block.overflow and not block.missing, block.text


def key_facts(block: object) -> tuple[Msg, ...]:
    match block:
        case Pair(_, value):
            return (value,)
        case Banner(text):
            return (text,)
        case BigNumber(text):
            return (msg("ticket-number", number=text),)
    return ()


def test_all_ink_of_every_word_is_on_the_paper(strings: Catalog, watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Black on the page is the black of its words, its rules and its code, to the dot: nothing is cut and nothing overlaps."""
    drawn: list[int] = []
    mask = Block.mask

    def counted(self: Block) -> Image.Image:
        sheet = mask(self)
        drawn.append(sum(sheet.histogram()[128:]))
        return sheet

    monkeypatch.setattr(Block, "mask", counted)
    for case in ("zh", "en"):
        drawn.clear()
        page = raster.ticket(CASES[case], strings, watched)
        rules = 3 * 560 * 3
        code = sum(raster.ink.qr(URL, raster.QR).histogram()[128:])
        assert black(page) == sum(drawn) + rules + code


def test_the_number_is_the_largest_thing_and_fits_whatever_its_length(strings: Catalog, watched: Watched) -> None:
    raster.ticket(CASES["zh"], strings, watched)
    sizes = {block.text: block.ink_px for block, _ in watched.blocks}
    assert sizes["A023"] == max(sizes.values()) >= 160
    raster.ticket(ticket_document(ticket("A123456"), HALL, "", "", None, False, None), strings, watched)
    assert "A123456" in {text for block, _ in watched.blocks for text in block.lines}


def test_a_reprint_says_so_and_a_first_print_does_not(strings: Catalog, watched: Watched) -> None:
    raster.ticket(document(None, reprint=True), strings, watched)
    assert "重打" in {block.text for block, _ in watched.blocks}
    watched.blocks.clear()
    raster.ticket(document(None), strings, watched)
    assert "重打" not in {block.text for block, _ in watched.blocks}


def test_mongolian_stands_in_columns_at_the_side_that_the_region_orders(strings: Catalog, watched: Watched) -> None:
    left = raster.ticket(CASES["mn"], strings, watched, side="left")
    right = raster.ticket(CASES["mn"], strings, watched, side="right")
    assert left.size == right.size and left.tobytes() != right.tobytes()
    columns = [block for block, _ in watched.blocks if block.vertical]
    assert columns and all(block.lang == "mn" for block in columns)


def test_a_second_language_that_nobody_reviewed_is_not_printed(shaper: Shaper) -> None:
    catalog = Catalog(STRINGS, second="en", show_unreviewed=False)
    plain = raster.ticket(CASES["zh"], catalog, shaper)
    for case in ("en", "mn"):
        assert raster.ticket(CASES[case], catalog, shaper).tobytes() == plain.tobytes()
    assert raster.ticket(CASES["zh"], catalog, shaper, lang="en").tobytes() == plain.tobytes()


def test_what_is_unknown_is_left_out(strings: Catalog, watched: Watched) -> None:
    """No estimate, no open window, no telephone, no priority: no empty line for any of them."""
    served = Line("line", "A", GENERAL, GENERAL, True, 0, ())
    bare = Ticket("id", "A001", served, 0, None, datetime(2026, 11, 21, tzinfo=timezone.utc), (), None, URL)
    raster.ticket(ticket_document(bare, HALL, "", "11-21 14:05", None, False, None), strings, watched)
    words = " ".join(block.text for block, _ in watched.blocks)
    assert not any(word in words for word in ("窗口 ", "大约等待", "电话", "优先"))
    assert "0 人" in words
