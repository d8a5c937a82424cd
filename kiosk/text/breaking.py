"""Where a line may end: Chinese between characters but for punctuation, Tibetan after a tsheg, all others between words.

The rules are those of UAX 14 and 中文排版需求 (CLREQ 3.1) that hall sentences need: closing marks never begin a line, opening
marks never end one, a number stays with the character that counts it, and U+202F holds a Mongolian suffix to its word.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Callable, Sequence

from kiosk.text.bidi import OPENING, unmarked

Measure = Callable[[str], float]

NOT_FIRST = frozenset("，。、；：？！）】》」』〉〕”’…—～·％‰℃〃々" ",.!?:;)]}%°–-/" "᠁᠂᠃᠄᠅᠈᠉" "،؛؟" "་།༎༏༐༑༔༻༽")
NOT_LAST = frozenset("（【《「『〈〔“‘￥＄" "([{$¥#" "༺༼")
GLUE = frozenset("\u00a0\u202f\u2060\ufeff\u0f0c")
TSHEG, SHAD = "\u0f0b", frozenset("།༎༏༐༑༔")
BALANCED_LINES = 4  # beyond that a paragraph reads well with a ragged last line


def lines(text: str, width: float, measure: Measure) -> list[str]:
    """``text`` in lines no wider than ``width``. A word that alone is wider is cut between characters; ``\\n`` ends a line.

    Up to four lines are made about equally long, so that no character is left alone on the last one.
    """
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, width, measure)]


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    pieces = units(text)
    filled = _fill(pieces, width, measure)
    if 1 < len(filled) <= BALANCED_LINES:
        return _balance(pieces, filled, width, measure)
    return filled


def _balance(pieces: tuple[str, ...], filled: list[str], width: float, measure: Measure) -> list[str]:
    """The narrowest setting with as many lines as the widest has."""
    low = max(measure(piece.rstrip(" ")) for piece in pieces)
    high, best = width, filled
    while high - low > width / 64:
        middle = (low + high) / 2
        tried = _fill(pieces, middle, measure)
        if len(tried) == len(filled):
            high, best = middle, tried
        else:
            low = middle
    return best


def _fill(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    done: list[str] = []
    waiting = deque(pieces)
    while waiting:
        line = [waiting.popleft()]
        length = measure(line[0].rstrip(" "))
        if length > width:
            first, *rest = _cut(line[0], width, measure)
            waiting.extendleft(reversed(rest))
            line, length = [first], measure(first.rstrip(" "))
        length += measure(line[0]) - measure(line[0].rstrip(" "))
        while waiting and length + measure(waiting[0].rstrip(" ")) <= width:
            length += measure(waiting[0])
            line.append(waiting.popleft())
        while len(line) > 1 and measure("".join(line).rstrip(" ")) > width:  # pieces may kern apart when they meet
            waiting.appendleft(line.pop())
        done.append("".join(line).rstrip(" "))
    return done or [""]


def _cut(piece: str, width: float, measure: Measure) -> list[str]:
    """A word too wide for any line, in parts that fit (a single character that does not is left as it is)."""
    parts, part = [], ""
    for cluster in clusters(piece):
        if part and measure((part + cluster).rstrip(" ")) > width:
            parts.append(part)
            part = ""
        part += cluster
    return parts + [part]


def units(text: str) -> tuple[str, ...]:
    """``text`` in the smallest pieces that a line is made of; each keeps the spaces that follow it."""
    pieces: list[str] = []
    for cluster in clusters(text):
        if pieces and not _may_break(pieces[-1], cluster):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return tuple(pieces)


def clusters(text: str) -> list[str]:
    """Characters with the marks, joiners and variation selectors that belong to them."""
    found: list[str] = []
    for char in text:
        follows = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") and char not in OPENING
        if found and (follows or found[-1][-1] in OPENING):
            found[-1] += char
        else:
            found.append(char)
    return found


def wide(char: str) -> bool:
    """Han and what is as wide as Han; these stand upright in vertical text."""
    return unicodedata.east_asian_width(char) in ("W", "F")


def _may_break(before: str, after: str) -> bool:
    last, first = (unmarked(before).rstrip(" ") or " ")[-1], (unmarked(after) or " ")[0]
    if first == " " or first in NOT_FIRST or last in NOT_LAST or first in GLUE or before[-1] in GLUE:
        return False
    if _counts(last, first):
        return False
    if before[-1] == " " or last == TSHEG:
        return True
    if last in SHAD:
        return first not in SHAD
    return wide(first) or wide(last)


def _counts(last: str, first: str) -> bool:
    """"3 人", "12:30 开", "A023 号": a number and the Han character after it."""
    return last.isdigit() and unicodedata.name(first, "").startswith("CJK UNIFIED")
