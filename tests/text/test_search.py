"""What people say of an item finds it, also in words that stand nowhere; and what stands there comes before what is only near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.catalogue.finding import asked, finder, score
from kiosk.text import everyday, syllables
from kiosk.text.search import finder_of

HALL = finder(77)  # the sample hall's
ITEMS = st.sampled_from(HALL.items)


def first(said: str) -> list[str]:
    return [item.id for item in HALL.found(said).items[:3]]


def test_the_list_of_a_hundred_is_found_in_a_hall() -> None:
    """Among thousands of items: ``python -m bench.catalogue find``."""
    found = score(HALL, asked("asked"))
    assert found.asked == 100 and found.share >= 0.9, found.missed


@given(ITEMS, st.sampled_from(("我想", "帮我办", "怎么", "")), st.sampled_from(("怎么办", "吗", "一下", "")))
def test_what_is_said_around_a_name_does_not_hide_it(item: object, before: str, after: str) -> None:
    name = item.words[0].text  # type: ignore[attr-defined]
    assert item in HALL.found(f"{before}{name}{after}").items, name


@given(ITEMS)
def test_what_stands_there_as_it_was_said_is_no_guess(item: object) -> None:
    name = item.words[0].text  # type: ignore[attr-defined]
    met = HALL.found(name)
    assert not met.near and met.items[0].words[0].text == name


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("给婴儿办医保", "newborn_medical"),
        ("怀孕登记", "birth_registration"),
        ("banlaonianzheng", "elder_card"),
        ("bulaonianka", "elder_card"),
    ],
)
def test_in_other_words_and_as_a_guess(said: str, id: str) -> None:
    assert id in first(said) and HALL.found(said).near


def test_nothing_is_found_by_nothing() -> None:
    assert not HALL.found("").items and not HALL.found("xqzzq").items and not HALL.found("ban").near


@given(st.lists(st.sampled_from("lao nian zheng xi yi bao jiu ye lv shang guan nv zhuang".split()), max_size=6))
def test_pinyin_falls_into_its_syllables(spelled: list[str]) -> None:
    """Where none begins with a vowel: that could be of the syllable before."""
    assert syllables.split("".join(spelled)) == [syllables.plain(one) for one in spelled]


def test_a_row_of_meanings_is_of_words_that_mean_much_the_same() -> None:
    assert set(everyday.meanings("给娃")) & set(everyday.meanings("新生儿"))
    assert not set(everyday.meanings("老人")) & set(everyday.meanings("孩子"))
    assert everyday.bare("我想办老年证") == ("老年证",) and everyday.bare("怎么办") == ("怎么办",)


def test_the_finder_is_made_once_for_a_hall() -> None:
    one = finder_of(HALL.items, HALL.guides)
    assert finder_of(HALL.items, HALL.guides) is one and finder_of(HALL.items[:3]) is not one
