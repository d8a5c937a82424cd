"""Who has read which translation. No unreviewed string reaches a resident; ``bangban-review`` lists what waits.

``assets/strings/reviewers.toml`` holds, per language, an array of reviews: the reviewer's name, the date, and what was read:
``texts``, ids with a mark of the words that they had, Chinese and translated, so that a review ends when either is changed; or
``ids`` alone, for a reviewer who will be told of every change ("*": the whole file). Chinese is the source and needs none.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from kiosk.text import strings

SOURCE = "zh"
STRINGS = Path(__file__).parents[2] / "assets" / "strings"
SIGNED = "reviewers.toml"


@dataclass(frozen=True)
class Review:
    """One reading by one person who speaks the language. ``ids``: what it covers now; ``texts``: what was read, by its mark."""

    name: str
    date: date
    ids: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)

    def held_to(self, marks: Mapping[str, str]) -> Review:
        """Covering of its texts those alone that still are what was read."""
        return replace(self, ids=self.ids | {id for id, mark in self.texts.items() if marks.get(id) == mark})


@dataclass(frozen=True)
class Reviews:
    """All reviews by language. ``load`` raises ValueError naming the language and the mistake."""

    by_language: dict[str, tuple[Review, ...]]

    @classmethod
    def load(cls, folder: Path) -> Reviews:
        path = folder / SIGNED
        if not path.exists():
            return cls({})
        table = tomllib.loads(path.read_text("utf-8"))
        return cls({lang: _held(folder, lang, [_review(lang, entry) for entry in table[lang]]) for lang in table})

    def covers(self, lang: str, id: str) -> bool:
        if lang == SOURCE:
            return True
        return any(id in review.ids or "*" in review.ids for review in self.by_language.get(lang, ()))

    def waiting(self, lang: str, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if not self.covers(lang, id)]

    def stale(self, lang: str) -> set[str]:
        """Ids that were read once and have been changed since."""
        read = {id for review in self.by_language.get(lang, ()) for id in review.texts}
        return {id for id in read if not self.covers(lang, id)}

    def signed(self, lang: str, review: Review) -> Reviews:
        """With one reading more."""
        return Reviews({**self.by_language, lang: (*self.by_language.get(lang, ()), review)})

    def save(self, folder: Path) -> None:
        """Written as a whole, below the remarks at the head of the file that is there."""
        path = folder / SIGNED
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        head = [line for i, line in enumerate(lines) if all(above.startswith("#") for above in lines[: i + 1])]
        unread = [f"{lang} = []" for lang, reviews in sorted(self.by_language.items()) if not reviews]
        read = [line for lang, reviews in sorted(self.by_language.items()) for review in reviews for line in _entry(lang, review)]
        path.write_text("\n".join([*head, "", *unread, *read]) + "\n", "utf-8")


def marks(folder: Path, lang: str) -> dict[str, str]:
    """A mark for each message of ``lang``: of its words and of the Chinese that they answer to. Raises ValueError if a file is
    not Fluent."""
    here, source = strings.load(folder, lang), strings.load(folder, SOURCE)
    return {id: _mark(id, source, here) for id in here if not id.endswith(strings.SPOKEN)}


def _mark(id: str, *languages: Mapping[str, strings.Text]) -> str:
    words = [texts[key].words if key in texts else "" for texts in languages for key in (id, id + strings.SPOKEN)]
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]


def _held(folder: Path, lang: str, reviews: list[Review]) -> tuple[Review, ...]:
    if not any(review.texts for review in reviews):
        return tuple(reviews)
    now = marks(folder, lang)
    return tuple(review.held_to(now) for review in reviews)


def _entry(lang: str, review: Review) -> list[str]:
    whole = json.dumps(sorted(review.ids - set(review.texts)), ensure_ascii=False)
    ids = [] if review.texts and whole == "[]" else [f"ids = {whole}"]
    texts = [f"{id} = {json.dumps(mark)}" for id, mark in sorted(review.texts.items())]
    told = [f"name = {json.dumps(review.name, ensure_ascii=False)}", f"date = {review.date.isoformat()}", *ids]
    return ["", f"[[{lang}]]", *told, *([f"[{lang}.texts]", *texts] if texts else [])]


def _review(lang: str, entry: dict[str, object]) -> Review:
    name, day, ids, texts = entry.get("name"), entry.get("date"), entry.get("ids", []), entry.get("texts", {})
    if not (isinstance(name, str) and name.strip()):
        raise ValueError(f"reviewers.toml: a review of {lang!r} has no reviewer's name")
    if not isinstance(day, date):
        raise ValueError(f"reviewers.toml: the review of {lang!r} by {name} has no date")
    listed = isinstance(ids, list) and isinstance(texts, dict) and all(isinstance(one, str) for one in [*ids, *texts.values()])
    if not listed or not (ids or texts):
        raise ValueError(f"reviewers.toml: the review of {lang!r} by {name} names no strings (ids or texts)")
    assert isinstance(ids, list) and isinstance(texts, dict)
    return Review(name, day, frozenset(ids), texts)


def message_ids(path: Path) -> list[str]:
    """The ids of a Fluent file, in its order."""
    body = FluentParser().parse(path.read_text("utf-8")).body
    return [entry.id.name for entry in body if isinstance(entry, Message)]
