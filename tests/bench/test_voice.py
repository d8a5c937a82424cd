"""How mistakes are counted: what is said counts, and not how it is written."""

from __future__ import annotations

import pytest

from bench.voice.intelligibility import SENTENCES
from bench.voice.latency import percentile
from bench.voice.mistakes import distance, plain, syllables


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("请 A 零二三号，到三号窗口。", "请A023号到3号窗口"),
        ("二零二六年三月十五日，十二点三十分", "2026年3月15日 12:30"),
        ("八点三十分开始", "8.30分开始"),
        ("拨打幺二三四五热线", "拨打12345热线"),
        ("百分之七十五", "75%"),
        ("还有两人", "还有2人"),
    ],
)
def test_the_same_words_written_differently_are_no_mistake(said: str, heard: str) -> None:
    assert plain(said) == plain(heard)


def test_a_homophone_is_a_wrong_character_and_a_right_syllable() -> None:
    assert distance(plain("社保卡申领"), plain("社保卡身领")) == 1
    assert distance(syllables("社保卡申领"), syllables("社保卡身领")) == 0


@pytest.mark.parametrize(("a", "b", "apart"), [("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "adc", 1), ("abc", "bcd", 2)])
def test_distance(a: str, b: str, apart: int) -> None:
    assert distance(a, b) == apart


def test_the_list_is_a_hundred_sentences() -> None:
    sentences = SENTENCES.read_text("utf-8").split("\n")[:-1]
    assert len(sentences) == len(set(sentences)) == 100 and all(map(str.strip, sentences))


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile(list(range(1, 51)), 0.5) == 25 and percentile(list(range(1, 51)), 0.99) == 50
