"""Finding items by words as people say them, also where these stand nowhere: 给娃上户口, 瘫痪老人补贴.

Pure. What stands somewhere as it was typed (``kiosk.text.pinyin``) is what was meant. Where nothing does, the items come whose
name, aliases and guide share most with it: characters and pairs of them, syllables and pairs of them, and meanings
(``kiosk.text.everyday``). What few have counts more than what many have (inverse document frequency, Spärck Jones 1972).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any

from kiosk.hall.guide import Guide
from kiosk.hall.messages import Item, Spelled
from kiosk.text import everyday, pinyin, syllables

Unit = str | int | tuple[str, ...]  # characters, the row of a meaning, syllables
PAIR, ONE, MEANING = 1.0, 0.35, 1.2  # what a unit weighs, before its rarity
WHOLE = 0.4  # of a name's weight is for how much of the name was said
GUIDE = 0.35  # what is in a guide weighs so much of what is in a name
NEAR = 0.45  # of the best: what shares less is not shown
MOST = 12
CROWD = 300  # items; some forty pages
FEW = 3  # places above the letters


_last: list[Finder] = []


@dataclass(frozen=True)
class Met:
    """``near``: nothing stands there as it was said; these come closest."""

    items: tuple[Item, ...]
    near: bool = False


class Finder:
    """Of all that a hall does, and what its guides say of it. Never changes; for 5,000 items it takes a second to make."""

    def __init__(self, items: tuple[Item, ...], guides: tuple[Guide, ...] = ()) -> None:
        self.items, self.guides = items, guides
        self._owners = [place for place, item in enumerate(items) for _ in item.words]  # of each name, its item
        named = [set(_of_name(word)) for item in items for word in item.words]
        told = {guide.item: guide.summary.zh for guide in guides}
        self._names = _places(named)
        self._typed = _places(map(pinyin.typeable, items))
        self._told = _places(set(_of_text(_pieces(told.get(item.id, "")))) for item in items)
        self._weights = {unit: _weight(unit) * log(1 + len(named) / len(there)) for unit, there in self._names.items()}
        self._most = log(1 + len(named))  # of the rarest
        self._wholes = [sum(self._weights[unit] for unit in units if not isinstance(unit, tuple)) for units in named]

    def found(self, said: str) -> Met:
        plain = "".join(filter(str.isalnum, said.lower()))
        met = self._standing(plain)
        return Met(met) if met else Met(self._nearest(plain), near=True)

    def following(self, written: str) -> frozenset[str]:
        """The characters that may come after ``written``: in any of the words, or first in another one, or in everyday speech."""
        return pinyin.following(self.items, written) | pinyin.following(self.items, "") | everyday.CHARACTERS

    def _standing(self, plain: str) -> tuple[Item, ...]:
        """Those in which it stands as it is; where these are more than anybody looks through, those that begin with it."""
        there = sorted((self._typed.get(pair, []) for pair in set(pinyin.pairs(plain))), key=len)
        places = sorted(set(there[0]).intersection(*there[1:])) if there else []
        candidates = [self.items[place] for place in places]
        begin = pinyin.found(candidates, plain, inside=False) if len(candidates) > CROWD else ()
        return begin if len(begin) >= FEW else pinyin.found(candidates, plain)

    def _nearest(self, plain: str) -> tuple[Item, ...]:
        spelled = syllables.split(plain) if plain.isascii() else []
        units = set(_of_question(plain) if not plain.isascii() else _of_syllables(spelled) if len(spelled) > 1 else ())
        scores = self._scores(units)
        least = NEAR * max(scores.values(), default=0.0)
        ranked = sorted((-score, place) for place, score in scores.items() if score >= least)
        return tuple(self.items[place] for _, place in ranked[:MOST])

    def _scores(self, units: set[Unit]) -> dict[int, float]:
        """By place of the item: that of its best name, and of its guide."""
        shared: dict[int, float] = defaultdict(float)
        scores: dict[int, float] = defaultdict(float)
        for unit in units:
            weight = self._weights.get(unit, _weight(unit) * self._most)
            for name in self._names.get(unit, ()):
                shared[name] += weight
            for place in self._told.get(unit, ()):
                scores[place] += GUIDE * weight
        best: dict[int, float] = defaultdict(float)
        for name, weight in shared.items():
            score = weight * (1 - WHOLE + WHOLE * min(1.0, weight / self._wholes[name]))
            best[self._owners[name]] = max(best[self._owners[name]], score)
        for place, score in best.items():
            scores[place] += score
        return scores


def finder_of(items: tuple[Item, ...], guides: tuple[Guide, ...] = ()) -> Finder:
    """The one for these very items and guides; it is made when they are others than the last time."""
    if not (_last and _last[0].items is items and _last[0].guides is guides):
        _last[:] = [Finder(items, guides)]
    return _last[0]


def _places(told: Iterable[Collection[Any]]) -> dict[Any, list[int]]:
    places: dict[Any, list[int]] = defaultdict(list)
    for place, units in enumerate(told):
        for unit in units:
            places[unit].append(place)
    return places


def _weight(unit: Unit) -> float:
    return MEANING if isinstance(unit, int) else PAIR if len(unit) == 2 else ONE


def _of_name(word: Spelled) -> Iterator[Unit]:
    yield from _of_text(_pieces(word.text))
    yield from _of_syllables([syllables.plain(readings[0]) for readings in word.readings if readings])


def _of_question(plain: str) -> Iterator[Unit]:
    yield from everyday.meanings(plain)
    yield from _of_text(everyday.bare(plain))


def _of_text(pieces: Iterable[str]) -> Iterator[Unit]:
    for piece in pieces:
        yield from everyday.meanings(piece)
        yield from piece
        yield from map("".join, pairwise(piece))


def _of_syllables(spelled: list[str]) -> Iterator[Unit]:
    for one in spelled:
        yield (one,)
    yield from pairwise(spelled)


def _pieces(text: str) -> list[str]:
    """Between the signs."""
    return "".join(char if char.isalnum() else " " for char in text.lower()).split()
