from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.pinyin import spell


@pytest.mark.parametrize(
    "text, pinyin",
    [
        ("重庆", "chong2 qing4"),
        ("银行行长", "yin2 hang2 hang2 zhang3"),
        ("重新选择", "chong2 xin1 xuan3 ze2"),
        ("重打", "chong2 da3"),
        ("走得太快", "zou3 de5 tai4 kuai4"),
        ("好差评", "hao3 cha4 ping2"),
        ("女儿", "nv3 er2"),
        ("一个，不要", "yi2 ge4, bu2 yao4"),
        ("请A零一二号，到一号窗口。", "qing3 A ling2 yi1 er4 hao4, dao4 yi1 hao4 chuang1 kou3."),
        ("三十一号", "san1 shi2 yi1 hao4"),
        ("“您好”（请坐）！", "nin2 hao3 qing3 zuo4!"),
        ("b023", "B ling2 er4 san1"),
        ("，", ","),
        ("", ""),
    ],
)
def test_readings(text: str, pinyin: str) -> None:
    assert spell(text) == pinyin


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_whatever_comes_espeak_gets_syllables_letters_and_pauses_alone(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9 ,.!?]*", spell(text)), spell(text)


def test_a_stray_digit_is_never_taken_for_a_tone() -> None:
    assert spell("年3月") == "nian2 san1 yue4"
