"""How far what was heard is from what was said: in characters, and in syllables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pypinyin import Style, lazy_pinyin

from kiosk.text.normalise import for_speech

# The same word, or the same digit, written in more than one way.
SAME = str.maketrans({"幺": "一", "〇": "零", "○": "零", "两": "二"})
TIME = re.compile(r"(\d{1,2})[.:：点](\d{2})分?")
WRITTEN = re.compile(r"[\u3400-\u9fffA-Z]")


def plain(text: str) -> str:
    """Characters and letters alone, numbers in characters: how a sentence is written does not matter, only what it says."""
    said = for_speech(TIME.sub(r"\1:\2", text), "zh").upper().translate(SAME)
    return "".join(WRITTEN.findall(said))


def syllables(text: str) -> list[str]:
    """With their tones; a letter is one."""
    return lazy_pinyin(plain(text), style=Style.TONE3, neutral_tone_with_five=True, errors=list)


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest insertions, omissions and exchanges that make one of the other (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, one in enumerate(said, 1):
        corner, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (one != other))
    return row[-1]
