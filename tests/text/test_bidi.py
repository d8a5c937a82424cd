"""Lines of two directions: the order of the runs is that of the bidirectional algorithm, whoever draws them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kiosk.text.bidi import in_order, levels, unmarked
from kiosk.text.breaking import units
from kiosk.text.catalog import Catalog
from kiosk.text.fonts import Fonts
from kiosk.text.runs import Setter, Type, runs
from kiosk.views import msg
from tests.text.likeness import cropped, likeness


@settings(max_examples=60, deadline=None)
@example("A023 نومۇر 08:30–12:00")
@example("نومۇر A023، (3-كۆزنەك) 08:30")
@given(text=st.text("اەر 38،A(a:-) ", min_size=1, max_size=14))
def test_runs_stand_where_the_shaper_puts_them(fonts: Fonts, text: str) -> None:
    """Pillow's raqm orders a whole line by itself: it shows the same ink as our runs one after the other."""
    family = fonts.families[2]
    text = "ا" + text.rstrip()
    assert {run.family for run in runs(text, fonts, "ug")[0]} == {family}
    ours, _ = Setter(fonts).draw(text, "ug", Type(40, "regular"))
    whole = Image.new("L", (ours.width + 40, 120))
    face = fonts.face(family.file("regular"), 40)
    ImageDraw.Draw(whole).text((20, 60), text, fill=255, font=face, anchor="ls", direction="rtl", language="ug")
    assert likeness(cropped(whole), cropped(ours)) > 0.85


@pytest.mark.parametrize("said", ["A023", "0477-3980000", "08:30–12:00", "3"])
def test_what_is_put_into_a_uyghur_sentence_reads_as_it_is(fonts: Fonts, tmp_path: Path, said: str) -> None:
    """After Arabic letters a telephone number would turn round at its hyphen; the catalogue isolates what it puts in."""
    (tmp_path / "zh.ftl").write_text("call = 请拨 { $number }，谢谢\nbare = { $number }\n", "utf-8")
    (tmp_path / "ug.ftl").write_text("call = نومۇر { $number }، رەھمەت\nbare = { $number }\n", "utf-8")
    catalog = Catalog(tmp_path, second=None, show_unreviewed=True)
    line = catalog.line(msg("call", number=said), "ug")
    found = runs(line.text, fonts, "ug")[0]
    seen = unmarked("".join(run.text for run in in_order(found, [run.level for run in found])))
    assert said in seen and seen.strip().endswith("نومۇر")
    assert catalog.spoken(msg("call", number=said), "ug").text == f"نومۇر {said}، رەھمەت"
    assert catalog.line(msg("bare", number=said), "ug").text == said
    assert [unmarked(unit).strip() for unit in units(line.text)] == ["نومۇر", f"{said}،", "رەھمەت"]


def test_digits_alone_stay_as_they_were_typed() -> None:
    assert levels("4 8 2 9 1 3", rightwards=False) == (0,) * 11


def test_a_chinese_line_asks_nobody() -> None:
    assert levels("您的号是 A023", rightwards=True) == (0,) * 9


@pytest.mark.parametrize(
    ("level_of", "order"),
    [([0, 1, 0], [0, 1, 2]), ([1, 2, 1], [2, 1, 0]), ([1, 2, 2, 1], [3, 1, 2, 0]), ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]), ([], [])],
)
def test_runs_are_turned_level_by_level(level_of: list[int], order: list[int]) -> None:
    assert in_order(range(len(level_of)), level_of) == order


def test_an_arabic_name_within_chinese_turns_alone(fonts: Fonts) -> None:
    found = runs("姓名：ئالىم 号", fonts, "zh")[0]
    assert [(run.text.strip(), run.direction) for run in found] == [("姓名：", "ltr"), ("ئالىم", "rtl"), ("", "ltr"), ("号", "ltr")]
