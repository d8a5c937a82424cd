"""Blocks: what is measured is what is drawn, Mongolian runs down and to the right, and nothing is cut."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.text.fonts import Fonts
from kiosk.text.runs import Setter, Type, runs
from kiosk.text.shape import Shaper
from tests.text.likeness import likeness


def ink(mask: Image.Image) -> tuple[int, int, int, int]:
    box = mask.point([255 if value >= 128 else 0 for value in range(256)]).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("px", [34, 49, 62, 98])
def test_guo_on_the_sheet_is_as_high_as_asked(shaper: Shaper, px: int) -> None:
    _, top, _, bottom = ink(shaper.block("国", "zh", px=px, width=1000).mask())
    assert px <= bottom - top <= px + 1


def test_mongolian_letters_are_joined(shaper: Shaper) -> None:
    joined = shaper.block("ᠮᠣᠩᠭᠣᠯ", "mn", px=49, width=2000)
    apart = [shaper.block(letter, "mn", px=49, width=2000).size[1] for letter in "ᠮᠣᠩᠭᠣᠯ"]
    assert joined.size[1] < 0.8 * sum(apart)
    assert joined.vertical and joined.size[1] > joined.size[0]


def test_columns_of_mongolian_go_from_left_to_right(shaper: Shaper) -> None:
    """The first line is the left column: it is the longer one here."""
    block = shaper.block("ᠮᠠᠰᠢ ᠰᠡᠳᠬᠢᠯ\nᠦᠭᠡᠢ", "mn", px=49, width=600)
    mask = block.mask()
    half = block.size[0] // 2
    left, right = ink(mask.crop((0, 0, half, block.size[1]))), ink(mask.crop((half, 0, *block.size)))
    assert left[3] > 1.5 * right[3]


def test_a_line_of_mongolian_is_turned_clockwise(shaper: Shaper, fonts: Fonts) -> None:
    """The top of a glyph, as it lies, comes to the right."""
    block = shaper.block("ᠮᠠᠰᠢ", "mn", px=49, width=600, weight="regular")
    em = fonts.em(49, "regular")
    family = fonts.family_of("ᠮ", "mn")
    assert family
    lying = fonts.face(family.file("regular"), em).getmask("ᠮᠠᠰᠢ", language="mn")
    plain = Image.new("L", lying.size)
    plain.putdata([lying.getpixel((x, y)) for y in range(lying.size[1]) for x in range(lying.size[0])])
    turned = plain.transpose(Image.Transpose.ROTATE_270)
    drawn = block.mask().crop(block.mask().getbbox())
    assert likeness(turned.crop(turned.getbbox()), drawn) > 0.95


def test_han_stands_upright_in_columns_and_digits_lie(shaper: Shaper) -> None:
    """A Han character is drawn as it is in a line of Chinese; a digit is that of Mongolian text, on its side."""
    standing = shaper.block("口", "zh", px=49, width=600).mask()
    column = shaper.block("口", "mn", px=49, width=600).mask()
    assert likeness(standing.crop(ink(standing)), column.crop(ink(column))) > 0.9
    left, top, right, bottom = ink(shaper.block("1", "mn", px=49, width=600).mask())
    assert right - left > bottom - top


def test_a_suffix_is_shaped_with_the_word_that_it_belongs_to(fonts: Fonts) -> None:
    for lang in ("mn", "zh"):
        found, _ = runs("ᠨᠣᠮ\u202fᠶᠢᠨ", fonts, lang)
        assert [run.text for run in found] == ["ᠨᠣᠮ\u202fᠶᠢᠨ"]
    found, _ = runs("窗口\u202fᠶᠢᠨ", fonts, "zh")
    assert [run.text for run in found] == ["窗口", "\u202fᠶᠢᠨ"]
    found, _ = runs("窗口\u202f3", fonts, "zh")
    assert [run.text for run in found] == ["窗口\u202f3"]


def test_uyghur_goes_from_right_to_left_and_its_number_stands_between(shaper: Shaper) -> None:
    whole = shaper.block("زالى 333 نومۇر", "ug", px=49, width=2000)
    first = shaper.block("زالى", "ug", px=49, width=2000)
    alone = first.mask().crop(ink(first.mask()))
    right = whole.mask().crop((whole.size[0] - alone.width - 6, 0, *whole.size))
    assert likeness(right.crop(ink(right)), alone) > 0.6
    ragged = shaper.block("زالى نومۇر\nزالى", "ug", px=49, width=2000).mask()
    assert ink(ragged.crop((0, ragged.height // 2, *ragged.size)))[0] > 20


def test_a_character_that_no_font_has_is_seen_and_told(shaper: Shaper) -> None:
    block = shaper.block("张𠮻三", "zh", px=49, width=1000)
    assert block.missing == ("𠮻",)
    assert likeness(block.mask(), shaper.block("张〓三", "zh", px=49, width=1000).mask()) == 1.0
    assert shaper.block("张三", "zh", px=49, width=1000).missing == ()


@pytest.mark.parametrize("lang", ["zh", "en", "mn", "ug"])
@example(text="AAبf", px=36, weight="medium", align="left")  # one column of the last run was cut
@given(
    text=st.text("国您，。（A0gjy fᠮᠣᠩ ᠲᠡخزبོཡྀ\u202f", max_size=24),
    px=st.integers(24, 70),
    weight=st.sampled_from(["regular", "medium", "bold"]),
    align=st.sampled_from(["left", "center"]),
)
@settings(max_examples=25, deadline=None)
def test_no_ink_is_cut_by_the_edge(shaper: Shaper, lang: str, text: str, px: int, weight: str, align: str) -> None:
    """With much room around each line there is not a grain more of it."""
    block = shaper.block(text, lang, px=px, width=500, weight=weight, align=align)  # type: ignore[arg-type]
    assert block.mask().size == block.size
    type = Type(shaper.fonts.em(px, weight), weight)  # type: ignore[arg-type]
    roomy = Roomy(shaper.fonts)
    whole = sum(grains(roomy.draw(line, lang, type)[0]) for line in block.lines)
    assert grains(block.mask()) == whole


class Roomy(Setter):
    """Sets lines on sheets with a wide margin."""

    def extent(self, text: str, lang: str, type: Type) -> tuple[int, int, int, int]:
        left, top, right, bottom = super().extent(text, lang, type)
        return left - 60, top - 60, right + 60, bottom + 60


def grains(mask: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(mask.histogram()))


def test_too_many_lines_are_told_and_marked(shaper: Shaper) -> None:
    text = "听到叫号、看到屏幕显示您的号，请到窗口。过号请找工作人员"
    block = shaper.block(text, "zh", px=49, width=400, max_lines=2)
    assert block.overflow and len(block.lines) == 2 and block.lines[-1].endswith("…")
    assert block.size[0] <= 400
    assert not shaper.block(text, "zh", px=49, width=400).overflow
    assert shaper.block("国", "zh", px=49, width=20).overflow


def test_lines_stand_as_far_apart_as_asked(shaper: Shaper, fonts: Fonts) -> None:
    em = fonts.em(49, "medium")
    one, two = (shaper.block(text, "zh", px=49, width=1000, line_spacing=1.5).size[1] for text in ("国", "国\n国"))
    assert two - one == round(1.5 * em)


def test_pictures_are_of_the_colours_asked(shaper: Shaper) -> None:
    block = shaper.block("国", "zh", px=98, width=200)
    bare, filled = block.image("#ff0000"), block.image((255, 255, 0), "#000000")
    assert bare.mode == filled.mode == "RGBA" and bare.size == filled.size == block.size
    assert bare.getpixel((0, 0)) == (255, 0, 0, 0) and (255, 0, 0, 255) in colours(bare)
    assert filled.getpixel((0, 0)) == (0, 0, 0, 255) and (255, 255, 0, 255) in colours(filled)


def colours(image: Image.Image) -> set[object]:
    return {colour for _, colour in image.getcolors(100000) or []}


def test_blocks_are_kept_until_the_visit_ends(fonts: Fonts) -> None:
    shaper = Shaper(fonts)
    words = "".join(["张＊ 您好", "，证件尾号 119X"])
    known = sys.getrefcount(words)
    block = shaper.block(words, "zh", px=49, width=500)
    assert shaper.block(words, "zh", px=49, width=500) is block
    block.mask()
    kept = weakref.ref(block)
    del block
    shaper.forget()
    gc.collect()
    assert kept() is None
    assert shaper._setter.length.cache_info().currsize == 0
    assert sys.getrefcount(words) == known
