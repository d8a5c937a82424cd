"""Identity numbers: the standard's examples, and what a slip of one character does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.idnumber import check_character, parse, widen
from devices.types import CardKind, Sex

seventeens = st.builds(
    lambda area, birth, order: f"{area}{birth:%Y%m%d}{order:03}",
    st.sampled_from(["110105", "152601", "440106", "650102"]),
    st.dates(date(1900, 1, 1), date(2029, 12, 31)),
    st.integers(0, 999),
)
numbers = seventeens.map(lambda first: first + check_character(first))


def test_the_examples_of_the_standard() -> None:
    assert check_character("11010519491231002") == "X"
    assert check_character("44052418800101001") == "4"


def test_fifteen_become_eighteen() -> None:
    assert widen("110105491231002") == "11010519491231002X"
    assert parse("110105491231002") == parse("11010519491231002X")


@pytest.mark.parametrize("written", ["11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"])
def test_ways_of_writing_one_number(written: str) -> None:
    number = parse(written)
    assert number is not None and number.text == "11010519491231002X" and number.certain


def test_what_a_number_says() -> None:
    number = parse("11010519491231002X")
    assert number is not None
    assert (number.kind, number.birth, number.sex) == (CardKind.RESIDENT, date(1949, 12, 31), Sex.FEMALE)
    assert "1949" not in repr(number)


def test_the_immigration_bureaus_example() -> None:
    number = parse("931586198001010028")
    assert number is not None and number.certain
    assert (number.kind, number.birth, number.sex) == (CardKind.FOREIGN_2023, date(1980, 1, 1), Sex.UNKNOWN)


@pytest.mark.parametrize("start", ["810000", "820000", "830000"])
def test_permits_of_hong_kong_macao_and_taiwan(start: str) -> None:
    first = start + "19850714001"
    number = parse(first + check_character(first))
    assert number is not None and number.certain and number.kind is CardKind.HK_MACAO_TAIWAN


def test_foreigners_of_2017() -> None:
    number = parse("ESP150079082012")
    assert number is not None and number.kind is CardKind.FOREIGN_2017 and number.birth is None


@pytest.mark.parametrize(
    "text",
    ["", "1", "11010519491231002", "11010519491331002X", "110105194912310020X", "0" * 18, "11010519491231O02X", "ESP15007908201"],
)
def test_what_is_no_number(text: str) -> None:
    assert parse(text) is None


def test_an_old_registers_error_is_odd_and_not_refused() -> None:
    number = parse("110105194912310021")
    assert number is not None and not number.certain


def test_a_province_that_does_not_exist_is_odd() -> None:
    first = "19010519491231002"
    number = parse(first + check_character(first))
    assert number is not None and not number.certain


@given(numbers)
def test_every_number_with_its_check_character_is_certain(text: str) -> None:
    number = parse(text)
    assert number is not None and number.certain and number.text == text


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_one_wrong_character_shows(text: str, place: int, other: str) -> None:
    wrong = text[:place] + other + text[place + 1:]
    number = parse(wrong)
    assert wrong == text or number is None or not number.certain


@given(numbers, st.integers(0, 16))
def test_any_two_neighbours_exchanged_show(text: str, place: int) -> None:
    wrong = text[:place] + text[place + 1] + text[place] + text[place + 2:]
    number = parse(wrong)
    assert wrong == text or number is None or not number.certain


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse(text)
    assert number is None or len(number.text) in (15, 18)
