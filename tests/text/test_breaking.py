"""Where lines end. Widths are counted in halves of a Han character, so that what is expected can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.breaking import NOT_FIRST, NOT_LAST, clusters, lines, units, wide


def measure(text: str) -> float:
    return float(sum(2 if wide(char) else 1 for char in text))


def broken(text: str, width: int) -> list[str]:
    return lines(text, width, measure)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("您要办什么事？", 14, ["您要办什么事？"]),
        ("您要办什么事？", 12, ["您要办什", "么事？"]),  # neither ？ first nor one character alone
        ("请到窗口，过号请找工作人员", 10, ["请到窗口，", "过号请找工", "作人员"]),
        ("请到窗口，过号", 8, ["请到窗", "口，过号"]),
        ("他说（不用排队）就走了", 6, ["他说", "（不用", "排队）", "就走了"]),
        ("前面还有 12 人在等", 12, ["前面还有", "12 人在等"]),
        ("开到12:30分为止", 10, ["开到", "12:30分", "为止"]),
        ("Please lay your card", 11, ["Please lay", "your card"]),
        ("请看 Please wait", 8, ["请看", "Please", "wait"]),
        ("a\nb", 8, ["a", "b"]),
        ("", 8, [""]),
        ("unbreakableword", 6, ["unbrea", "kablew", "ord"]),
        ("ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤ\u202fᠶᠢᠨ ᠦᠭᠡᠢ", 9, ["ᠰᠡᠳᠬᠢᠯ", "ᠬᠠᠨᠤ\u202fᠶᠢᠨ", "ᠦᠭᠡᠢ"]),
        ("བོད་ཡིག་གི་ཡི་གེ", 8, ["བོད་ཡིག་", "གི་ཡི་གེ"]),
        ("ཡི་གེ། །ཡིན་ནམ།", 6, ["ཡི་", "གེ། །", "ཡིན་", "ནམ།"]),  # a shad never begins a line
        ("བོད༌ཡིག་གི", 8, ["བོད༌ཡིག་", "གི"]),  # U+0F0C holds two syllables together
        ("ياردەم، كۈتۈڭ", 8, ["ياردەم،", "كۈتۈڭ"]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert broken(text, width) == expected


def test_a_suffix_is_never_cut_from_its_word() -> None:
    assert units("ᠪᠡᠶ᠎ᠡ\u202fᠶᠢᠨ ᠦᠨᠡᠮᠯᠡᠯ") == ("ᠪᠡᠶ᠎ᠡ\u202fᠶᠢᠨ ", "ᠦᠨᠡᠮᠯᠡᠯ")


def test_a_mark_stays_with_its_letter() -> None:
    assert clusters("e\u0301བོ") == ["e\u0301", "བོ"]


HAN = st.sampled_from("您要办什么事请到窗口前等候叫号零一二")
CLOSING = st.sampled_from("，。、；：？！）】》」”…")
OPENING = st.sampled_from("（【《「“")
WORD = st.text("abcdefgA0123456789", min_size=1, max_size=7)
PIECE = st.one_of(
    HAN,
    st.builds(str.__add__, HAN, CLOSING),
    st.builds(str.__add__, OPENING, HAN),
    WORD.map(lambda word: f" {word} "),
    st.just("ᠰᠡᠳᠬᠢᠯ "),
)
SENTENCE = st.lists(PIECE, min_size=1, max_size=40).map("".join)


@given(SENTENCE, st.integers(16, 60))
def test_no_line_is_too_wide_or_breaks_the_rules_and_nothing_is_lost(text: str, width: int) -> None:
    found = broken(text, width)
    assert "".join("".join(found).split()) == "".join(text.split())
    unbroken = all(measure(unit.rstrip(" ")) <= width for unit in units(text))
    for i, line in enumerate(found):
        assert measure(line) <= width
        assert line == line.rstrip(" ")
        assert i == 0 or not line.startswith(" ")
        if unbroken and i:
            assert line[0] not in NOT_FIRST
        if unbroken and i < len(found) - 1:
            assert line[-1] not in NOT_LAST


@given(SENTENCE, st.integers(16, 60))
def test_more_room_never_takes_more_lines(text: str, width: int) -> None:
    assert len(broken(text, width + 4)) <= len(broken(text, width))


@given(st.text(max_size=60), st.integers(1, 30))
def test_any_text_at_all_ends_and_keeps_its_characters(text: str, width: int) -> None:
    assert "".join("".join(broken(text, width)).split()) == "".join(text.split())
