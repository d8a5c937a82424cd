"""Every trouble has words, every sentence that is named exists, and a person is masked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.types import Fault
from kiosk.faults import CARDS, CRASH, READERS, Way, Words, of_fault, of_refusal
from kiosk.hall.messages import Refusal
from kiosk.masking import COMPOUND, masked_name, tail
from tests.kiosk.rig import catalog

KIOSK = Path(__file__).parents[2] / "kiosk"
TROUBLES = [of_fault(fault) for fault in Fault] + [of_refusal(refusal) for refusal in Refusal] + [CRASH]


@pytest.mark.parametrize("words", TROUBLES, ids=lambda words: words.code)
def test_every_trouble_has_words_for_the_resident_and_for_the_staff(words: Words) -> None:
    for sentence in (words.title, words.do, words.staff):
        assert sentence.id in catalog().ids, f"{sentence.id} has no words"
        assert sentence.args == ()
    assert re.fullmatch(r"[A-Z][A-Z-]*[A-Z]", words.code)


def test_codes_tell_troubles_apart() -> None:
    codes = [words.code for words in TROUBLES]
    assert len(codes) == len(set(codes))


def test_no_card_trouble_keeps_a_resident_from_a_ticket() -> None:
    assert all(Way.WITHOUT_CARD in of_fault(fault).ways for fault in READERS | CARDS)
    assert {fault for fault in Fault if fault.name.startswith(("CARD", "READER"))} == READERS | CARDS


def test_after_no_answer_only_the_same_request_is_safe() -> None:
    assert of_refusal(Refusal.UNREACHABLE).ways == (Way.RETRY,)
    assert of_refusal(Refusal.UNREACHABLE).may_go_on and not of_refusal(Refusal.NOT_ENROLLED).may_go_on


def test_every_sentence_that_is_named_exists() -> None:
    named = {
        (path.name, id)
        for path in KIOSK.rglob("*.py")
        for id in re.findall(r"""\bmsg\(\s*"([a-z0-9-]+)\"""", path.read_text(encoding="utf-8"), re.IGNORECASE)
    }
    assert len(named) > 60
    assert [one for one in sorted(named) if one[1] not in catalog().ids] == []


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张＊"),
        ("欧阳翠花", "欧阳＊"),
        ("欧阳", "欧＊"),
        ("巴特尔", "巴＊"),
        ("李", "＊"),
        ("", "＊"),
        ("  王 五 ", "王＊"),
        ("MUESTRA, MARIA", "M＊"),
        ("阿依古丽·买买提", "阿＊"),
    ],
)
def test_a_name_is_masked(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(max_size=30))
def test_never_the_whole_name(name: str) -> None:
    masked = masked_name(name)
    shown = masked.removesuffix("＊")
    assert masked.endswith("＊") and name.strip().startswith(shown)
    assert shown != name.strip() or not shown
    assert len(shown) <= (2 if shown in COMPOUND else 1)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("152601195001020019", "0019"),
        ("15262920010912002X", "002X"),
        ("ESP150079082012", "2012"),
        ("1234567", "＊＊＊＊"),
        ("", "＊＊＊＊"),
    ],
)
def test_the_last_four_of_a_number(number: str, shown: str) -> None:
    assert tail(number) == shown
