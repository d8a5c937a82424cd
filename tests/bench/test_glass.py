"""The parts of the glass's bench that could mislead."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.glass.eye import FILE, Eye, NothingSeen
from bench.glass.measure import Turn
from bench.glass.page import page
from bench.glass.report import quantile, table
from bench.glass.soak import slope
from tests.screens import languages
from tests.screens.languages import TONGUES
from tests.screens.showing import PORTRAIT, sheets, shown
from tests.screens.specimens import TERMINAL


@given(st.floats(-5, 5), st.floats(-100, 100), st.integers(2, 40))
def test_the_slope_of_a_line(grows: float, begins: float, count: int) -> None:
    xs = [float(x) for x in range(count)]
    assert slope(xs, [begins + grows * x for x in xs]) == pytest.approx(grows, abs=1e-6)


def test_the_worst_hundredth_is_not_hidden() -> None:
    assert quantile([1.0] * 98 + [50.0, 90.0], 0.99) == 90.0 and quantile([3.0, 1.0, 2.0], 0.5) == 2.0


def test_ratios_are_of_the_terminal_to_the_browser() -> None:
    own, other = Turn(0.5, 100.0, 0.01, [10.0], [20.0]), Turn(1.0, 400.0, 0.02, [5.0], [10.0])
    text = table({"terminal": [own], "chromium": [other]})
    assert "| 100 | 400 | 0.25 |" in text and "| 0.50 | 1.00 | 0.50 |" in text


def test_the_page_has_every_word_of_both_views() -> None:
    from screens.tree import tree

    given_two = [shown(TERMINAL[name], TONGUES[1]) for name in ("home", "prompt-card")]
    trees = [
        tree(one, sheets(one.view, PORTRAIT, TONGUES[1])[0], None, PORTRAIT, languages.catalog("en")) for one in given_two
    ]
    text = page(trees[0], trees[1])
    assert text.count("<section") == 2 and "src=" not in text and "http" not in text
    for one in trees:
        for element in one["elements"]:
            assert all(words["text"].split("\n")[0].replace("&", "&amp;") in text for words in element["texts"])


def test_the_eye_sees_a_change_and_nothing_else(tmp_path: Path) -> None:
    width, height, colours = 32, 48, 2
    sizes = (100, 7, 2, 24, width, height, 0, 0, 32, 0, 32, 32, width * 4, 4, 0, 0, 0, 8, 256, colours)
    header = struct.pack(">25I", *sizes, *[0] * 5)
    file = tmp_path / FILE
    file.write_bytes(header + bytes(12 * colours) + bytes(width * height * 4))
    eye = Eye(tmp_path)
    box = (4, 8, 8, 8)
    before = eye.part(box)
    with pytest.raises(NothingSeen):
        eye.wait_for_change(box, before, within_s=0.01)
    with file.open("r+b") as picture:
        picture.seek(100 + 12 * colours + (8 * width + 4) * 4)
        picture.write(b"\xff")
    assert eye.wait_for_change(box, before, within_s=1.0) > 0 and (eye.width, eye.height) == (width, height)
