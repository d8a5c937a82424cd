"""Finding Chinese words by what people type of them: initials, whole pinyin, any mixture of both, or some of the characters.

Pure. ``gltz`` finds 高龄津贴, and so do ``gaoling``, ``glingjt`` and 津贴. A character is typed as any of its readings, as the
beginning of one, or as itself. Sounds that many people do not tell apart (z/zh, c/ch, s/sh, -n/-ng) are taken for each other.
Signs between the words (、) are never typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kiosk.hall.messages import Item, Spelled

RETROFLEX = ("zh", "ch", "sh")  # 平翘舌
NASAL = ("ang", "eng", "ing")  # 前后鼻音


@dataclass(frozen=True, order=True)
class Rank:
    """How well words were met; the least is the best. ``alias``: 0 for the name itself. ``odd``: characters typed in a reading
    that they do not have in these words. ``left``: characters that were not typed."""

    inside: bool
    odd: int
    alias: bool
    start: int
    left: int


def found(items: Iterable[Item], typed: str, inside: bool = True) -> tuple[Item, ...]:
    """The items that ``typed`` may mean, the likeliest first; none for nothing. Not ``inside``: only where it begins a word."""
    ranked = [(rank, place, item) for place, item in enumerate(items) if (rank := rank_of(item, typed, inside)) is not None]
    return tuple(item for _, _, item in sorted(ranked, key=lambda one: one[:2]))


def following(items: Iterable[Item], written: str) -> frozenset[str]:
    """The characters that may come after ``written`` in any of the items' words; every one of them after nothing."""
    texts = ["".join(filter(str.isalnum, word.text)) for item in items for word in item.words]
    length = len(written)
    return frozenset(text[at + length] for text in texts for at in range(len(text) - length) if text.startswith(written, at))


def typeable(item: Item) -> frozenset[str]:
    """Every character, and every two that follow each other, in all that finds the item: what has others does not."""
    found: set[str] = set()
    for words in item.words:
        last: tuple[str, ...] = ()
        for char, readings in _said(words):
            inner, first, last_here = _edges(char, readings)
            found |= inner
            found.update(one + other for one in last for other in first)
            last = last_here
    return frozenset(found)


def pairs(typed: str) -> Iterator[str]:
    """What of it has to be in ``typeable``."""
    sought = "".join(typed.lower().split())
    yield from map("".join, pairwise(sought)) if len(sought) > 1 else sought


def rank_of(item: Item, typed: str, inside: bool = True) -> Rank | None:
    """By the one of its words that is met best; None if none is."""
    sought = "".join(typed.lower().split())
    if not sought:
        return None
    ranks = (rank for place, words in enumerate(item.words) for rank in _ranks(words, sought, place > 0, inside))
    return min(ranks, default=None)


def _ranks(words: Spelled, sought: str, alias: bool, inside: bool) -> Iterator[Rank]:
    said = _said(words)
    for start, (char, readings) in enumerate(said if inside else said[:1]):
        if sought[0] not in _edges(char, readings)[1]:
            continue
        met = _met(said[start:], sought)
        if met is not None:
            odd, taken = met
            yield Rank(start > 0, odd, alias, start, len(said) - start - taken)
            if start == 0 or not odd:
                return  # whatever comes later is no better


@lru_cache(maxsize=1 << 15)
def _said(words: Spelled) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Without the signs."""
    return tuple((char, readings) for char, readings in _pairs(words) if readings or char.isalnum())


def _pairs(words: Spelled) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place, char in enumerate(words.text):
        yield char.lower(), words.readings[place] if place < len(words.readings) else ()


def _met(said: tuple[tuple[str, tuple[str, ...]], ...], sought: str) -> tuple[int, int] | None:
    """Whether ``sought`` spells the beginning of ``said``: the least number of odd readings, and how many characters it took."""
    if not sought:
        return 0, 0
    if not said:
        return None
    char, readings = said[0]
    best: tuple[int, int] | None = None
    for spelling, odd in _spellings(char, readings):
        if spelling.startswith(sought):
            later: tuple[int, int] | None = (0, 0)
        elif sought.startswith(spelling):
            later = _met(said[1:], sought[len(spelling) :])
        else:
            continue
        if later is not None:
            way = (later[0] + odd, later[1] + 1)
            best = way if best is None else min(best, way)
    return best


@lru_cache(maxsize=4096)
def _edges(char: str, readings: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """What may be typed for one character: single ones and pairs within it, its first ones, its last ones. Whoever stops in the
    middle of a syllable is met too, but goes on with nothing."""
    every = [spelling for spelling, _ in _spellings(char, readings)]
    inner = frozenset(part for one in every for part in (*one, *map("".join, pairwise(one))))
    return inner, tuple({one[0] for one in every}), tuple({one[-1] for one in every})


@lru_cache(maxsize=4096)
def _spellings(char: str, readings: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """All that may be typed for one character, with 1 for what belongs to another of its readings."""
    every = {char: 0}
    for place, reading in enumerate(readings):
        for near in _near(reading):
            initial = near[:2] if near[:2] in RETROFLEX else near[:1]
            for spelling in (near, initial, near[:1]):
                every.setdefault(spelling, min(place, 1))
    return tuple(every.items())


def _near(reading: str) -> set[str]:
    """A reading, and what it is taken for: zang for zhang, lin for ling, lu for lv."""
    begins = {reading, reading[0] + reading[2:]} if reading[:2] in RETROFLEX else {reading}
    begins |= {one[0] + "h" + one[1:] for one in begins if one[0] in "zcs" and one[1:2] != "h"}
    ends = {one[:-1] for one in begins if one.endswith(NASAL)} | {one + "g" for one in begins if one.endswith(("an", "en", "in"))}
    return begins | ends | {one.replace("v", "u") for one in begins | ends}
