"""Who has read which translation. No unreviewed string reaches a resident; ``python -m kiosk.text.review`` lists what waits.

``assets/strings/reviewers.toml`` holds, per language, an array of reviews: the reviewer's name, the date, and the ids that were
read ("*" for the whole file). Chinese is the source and needs none.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

SOURCE = "zh"
STRINGS = Path(__file__).parents[2] / "assets" / "strings"


@dataclass(frozen=True)
class Review:
    """One reading by one person who speaks the language."""

    name: str
    date: date
    ids: frozenset[str]


@dataclass(frozen=True)
class Reviews:
    """All reviews by language. ``load`` raises ValueError naming the language and the mistake."""

    by_language: dict[str, tuple[Review, ...]]

    @classmethod
    def load(cls, folder: Path) -> Reviews:
        path = folder / "reviewers.toml"
        if not path.exists():
            return cls({})
        table = tomllib.loads(path.read_text("utf-8"))
        return cls({lang: tuple(_review(lang, entry) for entry in entries) for lang, entries in table.items()})

    def covers(self, lang: str, id: str) -> bool:
        if lang == SOURCE:
            return True
        return any(id in review.ids or "*" in review.ids for review in self.by_language.get(lang, ()))

    def waiting(self, lang: str, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if not self.covers(lang, id)]


def _review(lang: str, entry: dict[str, object]) -> Review:
    name, day, ids = entry.get("name"), entry.get("date"), entry.get("ids")
    if not (isinstance(name, str) and name.strip()):
        raise ValueError(f"reviewers.toml: a review of {lang!r} has no reviewer's name")
    if not isinstance(day, date):
        raise ValueError(f"reviewers.toml: the review of {lang!r} by {name} has no date")
    if not (isinstance(ids, list) and ids and all(isinstance(id, str) for id in ids)):
        raise ValueError(f"reviewers.toml: the review of {lang!r} by {name} names no strings (ids)")
    return Review(name, day, frozenset(ids))


def message_ids(path: Path) -> list[str]:
    """The ids of a Fluent file, in its order."""
    body = FluentParser().parse(path.read_text("utf-8")).body
    return [entry.id.name for entry in body if isinstance(entry, Message)]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kiosk.text.review", description=__doc__)
    parser.add_argument("languages", nargs="*", help="language tags; all but Chinese if none is given")
    parser.add_argument("--folder", type=Path, default=STRINGS)
    options = parser.parse_args(argv)
    reviews = Reviews.load(options.folder)
    source = message_ids(options.folder / f"{SOURCE}.ftl")
    languages = options.languages or sorted(path.stem for path in options.folder.glob("*.ftl") if path.stem != SOURCE)
    for lang in languages:
        ids = message_ids(options.folder / f"{lang}.ftl")
        waiting = reviews.waiting(lang, ids)
        print(f"{lang}: {len(ids) - len(waiting)} reviewed, {len(waiting)} waiting, {len(set(source) - set(ids))} not translated")
        for id in waiting:
            print(f"  {id}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
