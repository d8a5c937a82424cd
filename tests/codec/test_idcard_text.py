"""The text block of the four cards: what is understood, what is refused, and what two flipped bits can do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.codec.idcard_text import UnknownLayout, decode
from devices.codec.person import Implausible, Reading
from devices.sim import people
from devices.sim.people import ELDER, HONG_KONG, ID_CARDS, YOUNG, IdCard, resident
from devices.types import CardKind, Holder, Sex

NUMBER, BIRTH, SEX = range(122, 158), range(36, 52), range(30, 32)


def put(block: bytes, offset: int, text: str) -> bytes:
    raw = text.encode("utf-16-le", "surrogatepass")
    return block[:offset] + raw + block[offset + len(raw):]


def flip(block: bytes, *bits: tuple[int, int]) -> bytes:
    out = bytearray(block)
    for position, bit in bits:
        out[position] ^= 1 << bit
    return bytes(out)


def told(block: bytes) -> Reading | None:
    try:
        return decode(block)
    except Implausible:
        return None


@pytest.mark.parametrize("card", ID_CARDS, ids=lambda card: card.holder.kind.value)
def test_each_card_is_understood_with_certainty(card: IdCard) -> None:
    assert decode(card.text) == Reading(card.holder, True)


def test_a_block_written_out_byte_by_byte() -> None:
    """The resident's layout once more, by offset, with no help from the simulator."""
    block = " ".encode("utf-16-le") * 128
    for offset, text in (
        (0, "张三丰"),
        (30, "1"),
        (32, "01"),
        (36, "19480305"),
        (52, "样本街1号"),
        (122, "152601194803050119"),
        (158, "样本市公安局"),
        (188, "20080911"),
        (204, "长期"),
    ):
        block = put(block, offset, text)
    holder = Holder(CardKind.RESIDENT, "张三丰", "152601194803050119", date(1948, 3, 5), Sex.MALE, None)
    assert decode(block) == Reading(holder, True)


def test_padding_may_be_zeros() -> None:
    assert decode(ELDER.text.replace(b" \0", b"\0\0")) == Reading(ELDER.holder, True)


def test_a_foreigner_with_a_chinese_name_goes_by_it() -> None:
    assert decode(put(people.GERMAN.text, 0, "样本")).holder.name == "样本"


def test_an_english_name_over_two_fields() -> None:
    assert decode(people.GERMAN.text).holder.name == "BEISPIEL VON UND ZU MUSTERHAUSEN, MAX"


def test_nothing_else_of_the_card_gets_out() -> None:
    for card in ID_CARDS:
        reading = decode(card.text)
        assert "样本街" not in str(vars(reading.holder)) and card.holder.name not in repr(reading)


@pytest.mark.parametrize("name", ["阿依古丽·吐尔逊", "\ue863某", "𠮷某", "\U000f0001某", "〇某", "㐀某", "某" * 15])
def test_names_of_citizens(name: str) -> None:
    card = resident("", replace(ELDER.holder, name=name), "20080911")
    assert decode(card.text) == Reading(card.holder, True)


@pytest.mark.parametrize(
    "offset, text",
    [
        (0, "张3丰"),
        (0, "张\0丰"),
        (0, "张\ud842丰"),
        (0, " " * 15),
        (30, "3"),
        (30, " "),
        (36, "19480231"),
        (36, "18480305"),
        (36, "1948030５"),
        (36, "19480306"),  # not the day in the number
        (122, "15260119480305011 "),
        (122, "952601194803050119"),  # a foreigner's number on a resident's card
        (188, "19470911"),  # valid before the birth
        (188, " " * 8),
        (204, "20080910"),  # ended before it began
        (204, "永久"),
    ],
)
def test_what_no_person_has_is_refused(offset: int, text: str) -> None:
    with pytest.raises(Implausible):
        decode(put(ELDER.text, offset, text))


@pytest.mark.parametrize(
    "offset, text",
    [
        (0, "C  "),  # Latin letters are in hardly any citizen's name
        (30, "2"),  # not the sex in the number
        (122, "15260119480305011X"),  # an old register's error
        (204, "20300911"),  # a card for 22 years
    ],
)
def test_what_is_odd_is_not_certain(offset: int, text: str) -> None:
    assert not decode(put(ELDER.text, offset, text)).certain


def test_a_layout_of_tomorrow() -> None:
    with pytest.raises(UnknownLayout):
        decode(put(ELDER.text, 248, "Z"))


def test_a_permit_holder_cannot_have_a_residents_number() -> None:
    with pytest.raises(Implausible):
        decode(put(HONG_KONG.text, 122, ELDER.holder.id_number))


def test_a_spanish_number_on_a_german_card() -> None:
    with pytest.raises(Implausible):
        decode(put(people.SPANISH.text, 152, "DEU"))


@given(st.binary(min_size=256, max_size=256) | st.binary(max_size=300))
def test_any_bytes_are_refused_or_a_person(block: bytes) -> None:
    told(block)


@pytest.mark.parametrize("card", [ELDER, YOUNG, HONG_KONG], ids=lambda card: card.holder.kind.value)
def test_two_flips_in_the_number_that_the_frame_cannot_see(card: IdCard) -> None:
    """Same column, so the XOR passes. The birth field and MOD 11-2 leave five pairs of places, and these only."""
    missed = set()
    for one, two in combinations(NUMBER, 2):
        for bit in range(8):
            reading = told(flip(card.text, (one, bit), (two, bit)))
            if reading and reading.certain:
                missed.add(((one - NUMBER.start) // 2, (two - NUMBER.start) // 2))
    assert missed <= {(0, 5), (0, 15), (1, 16), (4, 14), (5, 15)}


@pytest.mark.parametrize("card", [ELDER, YOUNG, HONG_KONG], ids=lambda card: card.holder.kind.value)
def test_one_flip_in_number_birth_or_sex_and_its_twin_elsewhere(card: IdCard) -> None:
    for position in (*NUMBER, *BIRTH, *SEX):
        for bit in range(8):
            reading = told(flip(card.text, (position, bit)))  # the twin is in the photo
            assert reading is None or not reading.certain


twins = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])


@given(st.sampled_from([ELDER, YOUNG, HONG_KONG]), twins)
@settings(max_examples=2000)
def test_two_flips_anywhere_never_make_another_person_certain(card: IdCard, pair: tuple[int, int, int]) -> None:
    one, two, bit = pair
    if one in NUMBER and two in NUMBER:
        return  # the test above
    reading = told(flip(card.text, (one, bit), (two, bit)))
    if reading and reading.certain:
        read, true = reading.holder, card.holder
        assert (read.kind, read.id_number, read.birth, read.sex) == (true.kind, true.id_number, true.birth, true.sex)
