"""The conversation with a social security card: byte for byte, over every habit of cards, and against nonsense."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.codec import apdu, social_card
from devices.codec.apdu import CardNonsense, exchange
from devices.codec.person import Implausible, Reading
from devices.codec.social_card import NotSocial, Protected, read
from devices.codec.tlv import TlvError
from devices.sim.people import ELDER_SOCIAL, LONG_NAME_SOCIAL, YOUNG_SOCIAL, SocialCard, social
from devices.sim.social_applet import Habits, SocialApplet
from devices.types import Sex

EVERY_HABIT = [
    Habits(t0, by_tag, how, zero_le)
    for t0, by_tag, how, zero_le in product((True, False), (True, False), ((0, 2), (0,), (2,), ()), (True, False))
]


def changed(card: SocialCard, file: int, **records: bytes | None) -> SocialCard:
    """The card with records (t08=...) replaced, or taken away with None."""
    mine = {**card.records[file], **{int(key[1:], 16): value for key, value in records.items() if value is not None}}
    gone = {int(key[1:], 16) for key, value in records.items() if value is None}
    return replace(card, records={**card.records, file: {tag: value for tag, value in mine.items() if tag not in gone}})


def over(card: SocialCard, habits: Habits = Habits()) -> Reading:
    return read(SocialApplet(card, habits).answer)


def test_the_conversation_as_the_standard_prints_it() -> None:
    script = [
        ("00A404000F 7378312E73682EC9E7BBE1B1A3D5CF", "611C"),
        ("00C000001C", "6F1A" + "00" * 26 + "9000"),
        ("00A4020002 EF05", "9000"),
        ("00B2060006", "0604 20350601 9000"),
        ("00A4020002 EF06", "9000"),
        ("00B2080014", "0812 313532363031313934383033303530313139 9000"),
        ("00B2090020", "091E D5C5C8FDB7E1" + "00" * 24 + "9000"),
        ("00B24E0016", "6A83"),
        ("00B2030416", "6C03"),
        ("00B2030403", "0A01 31 9000"),
        ("00B20D0006", "0D04 19480305 9000"),
        ("00B20A0003", "0A01 31 9000"),
    ]

    def transmit(command: bytes) -> bytes:
        expected, answer = script.pop(0)
        assert command == bytes.fromhex(expected)
        return bytes.fromhex(answer)

    holder = read(transmit).holder
    assert not script
    assert (holder.name, holder.id_number, holder.sex) == ("张三丰", "152601194803050119", Sex.MALE)


@pytest.mark.parametrize("habits", EVERY_HABIT, ids=str)
@pytest.mark.parametrize("card", [ELDER_SOCIAL, LONG_NAME_SOCIAL], ids=lambda card: card.version)
def test_cards_of_1_and_2_are_read_in_full(card: SocialCard, habits: Habits) -> None:
    assert over(card, habits) == Reading(card.holder, True)


@pytest.mark.parametrize("habits", EVERY_HABIT, ids=str)
def test_a_card_of_3_is_protected(habits: Habits) -> None:
    with pytest.raises(Protected):
        over(YOUNG_SOCIAL, habits)


def test_another_card() -> None:
    with pytest.raises(NotSocial):
        over(ELDER_SOCIAL, Habits(social=False))


def test_only_what_a_hall_needs_is_asked_for() -> None:
    applet, asked = SocialApplet(LONG_NAME_SOCIAL, Habits()), []

    def transmit(command: bytes) -> bytes:
        asked.append(command)
        return applet.answer(command)

    read(transmit)
    assert {command[1] for command in asked} == {0xA4, 0xB2, 0xC0}  # VERIFY, 20, is not among them
    assert {command[2] for command in asked if command[1] == 0xB2} == {0x06, 0x08, 0x09, 0x4E, 0x0A, 0x0D}


@pytest.mark.parametrize("tag", ["t4E", "t0A", "t0D"])
def test_a_missing_record_that_the_number_makes_up_for(tag: str) -> None:
    assert over(changed(LONG_NAME_SOCIAL, 0xEF06, **{tag: None})).holder.id_number == LONG_NAME_SOCIAL.holder.id_number


@pytest.mark.parametrize("tag", ["t08", "t09"])
def test_a_card_without_number_or_name_is_refused(tag: str) -> None:
    with pytest.raises(Implausible):
        over(changed(LONG_NAME_SOCIAL, 0xEF06, **{tag: None}))


@pytest.mark.parametrize(
    "records",
    [
        {"t08": b"152601194803050X19"},
        {"t08": b"\xd5" * 18},
        {"t09": b"\xff" * 30},
        {"t09": bytes(30)},
        {"t09": b"12345".ljust(30, b"\0")},
        {"t0A": b"7"},
        {"t0D": bytes.fromhex("19480306")},
        {"t0D": bytes.fromhex("1948AB05")},
    ],
    ids=str,
)
def test_what_no_person_has_is_refused(records: dict[str, bytes]) -> None:
    with pytest.raises(Implausible):
        over(changed(ELDER_SOCIAL, 0xEF06, **records))


@pytest.mark.parametrize("blank", [bytes(4), b"\xff" * 4, None])
def test_a_blank_expiry_is_none(blank: bytes | None) -> None:
    assert over(changed(LONG_NAME_SOCIAL, 0xEF05, t06=blank)).holder.valid_until is None


def test_a_wrong_check_digit_or_sex_is_odd() -> None:
    assert not over(changed(ELDER_SOCIAL, 0xEF06, t08=b"152601194803050118")).certain
    assert not over(changed(ELDER_SOCIAL, 0xEF06, t0A=b"2")).certain


def test_an_old_number_of_fifteen() -> None:
    holder = over(changed(ELDER_SOCIAL, 0xEF06, t08=b"152601480305011".ljust(18, b"\0"))).holder
    assert holder.id_number == ELDER_SOCIAL.holder.id_number


@pytest.mark.parametrize("name", ["\u4dae某", "𠮷某某某某某某某某某某某某𠮷某某", "某·某", "镕㐂"])
def test_rare_characters_even_across_the_cut(name: str) -> None:
    card = social("", replace(LONG_NAME_SOCIAL.holder, name=name), "2.00")
    assert over(card).holder.name == name


@given(st.data())
@settings(max_examples=300)
def test_any_answers_are_a_person_or_a_named_refusal(data: st.DataObject) -> None:
    applet = SocialApplet(LONG_NAME_SOCIAL, data.draw(st.sampled_from(EVERY_HABIT)))
    words = [b"\x90\x00", b"\x61\x10", b"\x61\x00", b"\x6c\x05", b"\x6a\x83", b"\x69\x82", b"\x67\x00", b"\x93\x03", b""]
    nonsense = st.builds(lambda body, word: body + word, st.binary(max_size=40), st.sampled_from(words))

    def transmit(command: bytes) -> bytes:
        return data.draw(nonsense) if data.draw(st.integers(0, 9)) == 0 else applet.answer(command)

    try:
        read(transmit)
    except (NotSocial, Protected, Implausible, CardNonsense, TlvError):
        pass


@given(st.integers(0, 16), st.integers(1, 255))
def test_damage_to_the_number_is_refused_or_odd(place: int, change: int) -> None:
    number = bytearray(ELDER_SOCIAL.holder.id_number.encode())
    number[place] ^= change
    try:
        assert not over(changed(ELDER_SOCIAL, 0xEF06, t08=bytes(number))).certain
    except Implausible:
        pass


def test_a_card_that_never_ends_is_nonsense() -> None:
    for endless in (b"\x61\x05", b"\x6c\x05"):
        with pytest.raises(CardNonsense):
            exchange(lambda command: endless, apdu.read_record(1, 0, by_tag=False))


def test_the_name_of_the_application() -> None:
    assert social_card.SSSE.hex() == "7378312e73682ec9e7bbe1b1a3d5cf"
