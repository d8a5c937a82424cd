"""How often what residents say finds the item that is right among the first three, and how long an answer takes."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bench.catalogue.invented import EVERY, guided, items
from kiosk.hall.guide import Fee, Guide
from kiosk.hall.messages import HallName, Item
from kiosk.spelling import readings, spelled
from kiosk.text.search import Finder, Met

FIRST = 3
LISTS = {"asked": "the list that the search was made with", "kept_back": "a second list, looked at afterwards"}
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Asked:
    words: str
    item: str


@dataclass(frozen=True)
class Score:
    """``missed``: what was not among the first three."""

    asked: int
    missed: tuple[Asked, ...]
    median_ms: float
    p99_ms: float
    worst_ms: float

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / self.asked


def asked(name: str) -> list[Asked]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Asked(**row) for row in csv.DictReader(file)]


def finder(count: int = EVERY) -> Finder:
    """As a terminal has it when the service has told it the hall."""
    made = list(items(count))
    texts = sorted({text for each in made for text in (each["name"]["zh"], *each["aliases"])})
    words = dict(zip(texts, spelled(texts)))
    known = tuple(
        Item(each["id"], _name(each["name"]), each["domain"], each["line"],
             tuple(words[text] for text in (each["name"]["zh"], *each["aliases"])))
        for each in made
    )  # fmt: skip
    return Finder(known, tuple(_guides()))


def _guides() -> Iterator[Guide]:
    from datetime import date

    for entry in guided():
        assert entry.guide is not None
        summary, nothing = _name(entry.guide.summary), _name({"zh": ""})
        yield Guide(entry.id, nothing, 1, date(2025, 1, 1), summary, nothing, Fee(True, nothing))


def _name(names: dict[str, str]) -> HallName:
    return HallName(tuple(sorted(names.items())))


def score(finder: Finder, queries: Sequence[Asked], said: Callable[[str], str] = lambda words: words) -> Score:
    took: list[float] = []
    missed = []
    for each in queries:
        met, ms = _timed(finder, said(each.words))
        took.append(ms)
        if each.item not in [one.id for one in met.items[:FIRST]]:
            missed.append(each)
    return _score(len(queries), missed, took)


def typing(finder: Finder, queries: Sequence[Asked]) -> Score:
    """The answers after each letter of the pinyin; what is found on the way is not judged."""
    took = []
    for each in queries:
        letters = pinyin_of(each.words)
        took += [_timed(finder, letters[:length])[1] for length in range(1, len(letters) + 1)]
    return _score(len(took), [], took)


def pinyin_of(words: str) -> str:
    return "".join(one[0] for one in readings(words) if one)


def _timed(finder: Finder, said: str) -> tuple[Met, float]:
    begun = perf_counter()
    met = finder.found(said)
    return met, (perf_counter() - begun) * 1000


def _score(count: int, missed: Sequence[Asked], took: Sequence[float]) -> Score:
    cuts = quantiles(took, n=100)
    return Score(count, tuple(missed), cuts[49], cuts[98], max(took))
