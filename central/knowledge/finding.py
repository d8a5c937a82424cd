"""Which questions and answers fit what somebody typed. Pure.

Chinese has no spaces, and people say a thing in other words than a guide does: so what is typed is cut into pairs of characters,
and an answer fits by how many of them it has, most of all in its question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

ENOUGH = 0.5
"""Share of what was typed that an answer has to have: half of it, or it is about something else."""

IN_QUESTION, IN_NAMES, IN_ANSWER = 4, 3, 1
FILLER = re.compile(r"请问|怎么办|怎么|怎样|如何|能不能|可不可以|可以吗|是不是|有没有|吗|呢|啊|吧|的")
"""What people say in every question, and what no answer is found by."""
HAN = re.compile(r"[㐀-鿿]+")
WORD = re.compile(r"[^\W㐀-鿿]+")


@dataclass(frozen=True)
class Text:
    """Of one answer, in all its languages. ``names``: what its item is called."""

    question: str
    names: str
    answer: str


def pieces(typed: str) -> set[str]:
    """Pairs of Chinese characters, one alone where there is no more, and whole words of other scripts."""
    plain = FILLER.sub(" ", _plain(typed)) if FILLER.sub("", _plain(typed)).strip() else _plain(typed)
    pairs = {run[i : i + 2] for run in HAN.findall(plain) for i in range(max(1, len(run) - 1))}
    return pairs | set(WORD.findall(plain))


def fit(wanted: set[str], text: Text) -> float:
    """0: it does not fit; else the more, the better."""
    question, names, answer = (_plain(each) for each in (text.question, text.names, text.answer))
    there = sum(each in question or each in names or each in answer for each in wanted)
    if not wanted or there < ENOUGH * len(wanted):
        return 0.0
    parts = ((IN_QUESTION, question), (IN_NAMES, names), (IN_ANSWER, answer))
    return sum(weight * sum(each in part for each in wanted) for weight, part in parts) / len(wanted)


def best(typed: str, texts: Iterable[Text]) -> list[int]:
    """Places of those that fit, the best first; where nothing was typed, all in their order."""
    wanted = pieces(typed)
    if not wanted:
        return [place for place, _ in enumerate(texts)]
    scored = ((fit(wanted, text), place) for place, text in enumerate(texts))
    return [place for score, place in sorted(scored, key=lambda each: (-each[0], each[1])) if score > 0]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
