"""Whatever somebody types of an item, the item is found; and what was meant most likely comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.seed import sample_hall
from kiosk.hall.messages import HallName, Item, Spelled
from kiosk.spelling import readings
from kiosk.text.pinyin import found, rank_of


def spelled(text: str) -> Spelled:
    return Spelled(text, tuple(tuple(one) for one in readings(text)))


def item_of(id: str, name: str, *aliases: str) -> Item:
    return Item(id, HallName((("zh", name),)), "domain", "line", tuple(spelled(text) for text in (name, *aliases)))


ITEMS = tuple(item_of(one["id"], one["name"]["zh"], *one["aliases"]) for one in sample_hall()["item"])
WORDS = [(item, words) for item in ITEMS for words in item.words]


def first(typed: str) -> str:
    return found(ITEMS, typed)[0].id


@given(st.data())
def test_an_item_is_found_by_any_spelling_of_any_run_of_its_characters(data: st.DataObject) -> None:
    """A whole syllable, its first letter, or the character itself: one by one as they like."""
    item, words = data.draw(st.sampled_from(WORDS))
    said = [(char, row) for char, row in zip(words.text, words.readings) if row]
    begin = data.draw(st.integers(0, len(said) - 1))
    run = said[begin : data.draw(st.integers(begin + 1, len(said)))]
    ways = [data.draw(st.sampled_from((char, row[0], row[0][0], data.draw(st.sampled_from(row))))) for char, row in run]
    assert item in found(ITEMS, "".join(ways)), ways


@given(st.sampled_from(WORDS), st.booleans())
def test_all_of_a_name_is_met_at_its_beginning(chosen: tuple[Item, Spelled], initials: bool) -> None:
    """So that what only has it somewhere inside, or in an odd reading, comes after."""
    item, words = chosen
    typed = "".join(row[0][:1] if initials else row[0] for row in words.readings if row)
    rank = rank_of(item, typed)
    assert rank is not None and not rank.inside and not rank.odd
    top = rank_of(found(ITEMS, typed)[0], typed)
    assert top is not None and top <= rank and not top.inside


@given(st.sampled_from(ITEMS), st.integers(1, 12))
def test_more_letters_never_find_more(item: Item, length: int) -> None:
    typed = "".join(row[0] for row in item.words[0].readings if row)[:length]
    assert set(found(ITEMS, typed + "a")) <= set(found(ITEMS, typed)), typed


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("gljt", "age_allowance"),
        ("gaolingjintie", "age_allowance"),
        ("GL", "age_allowance"),
        ("gaolin", "age_allowance"),
        ("dibao", "minimum_living"),
        ("低保", "minimum_living"),
        ("zhongdu", "disability_care"),
        ("laonianzheng", "elder_card"),
        ("sbk", "social_card"),
        ("4050", "hardship_employment"),
        ("lunyi", "assistive_devices"),
        ("cjr", "disability_certificate"),
        ("canjizen", "disability_certificate"),
    ],
)
def test_as_people_type(typed: str, id: str) -> None:
    assert first(typed) == id


def test_the_reading_that_a_word_has_comes_before_the_other() -> None:
    bank, walk = item_of("bank", "行号登记"), item_of("walk", "行走辅具")
    assert [one.id for one in found((walk, bank), "hang")] == ["bank", "walk"]
    assert [one.id for one in found((bank, walk), "xing")] == ["walk", "bank"]


def test_nothing_is_found_by_nothing() -> None:
    assert not found(ITEMS, "") and not found(ITEMS, " ") and not found(ITEMS, "xqzzq")
