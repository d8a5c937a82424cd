"""``bangban-review``: what awaits a reader of each language, a sheet to read from, and what came back of it.

    bangban-review                                              counts, ids, the Chinese and the draft
    bangban-review sheet ug sheet.csv                           a table for the reviewer; the last column is empty
    bangban-review read ug sheet.csv --name ... --date ...      their words into the strings, their name beside them

In the last column the reviewer writes the words as they shall be, or = for a draft that is right; an empty cell waits on. What
stands in braces is put in by the machine and is kept as it is. Exit status: 0 nothing waits, or all was taken; 1 something waits;
2 a mistake, and nothing was changed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.text import strings
from kiosk.text.review import SOURCE, STRINGS, Review, Reviews, marks

COLUMNS = ("id", "中文", "English", "draft", "reviewed")
RIGHT = "="  # the draft is right
DONE, WAITING, MISTAKE = 0, 1, 2


@dataclass(frozen=True)
class Row:
    """What is to be read: a message, or what is said of it."""

    id: str
    chinese: str
    english: str
    draft: str


def rows(folder: Path, lang: str) -> list[Row]:
    """All that waits in ``lang``, in the order of the Chinese file: drafts that nobody has signed, and what has no draft yet."""
    reviews = Reviews.load(folder)
    source, here = strings.load(folder, SOURCE), strings.load(folder, lang)
    english = strings.load(folder, "en") if (folder / "en.ftl").exists() else {}
    kept = [id for id in source if _is_asked(id, here) and not reviews.covers(lang, id.removesuffix(strings.SPOKEN))]
    kept += [id for id in source if id not in here and reviews.covers(lang, id) and not id.endswith(strings.SPOKEN)]
    return [Row(id, source[id].words, _words(english, id), _words(here, id)) for id in kept]


def _is_asked(id: str, here: dict[str, strings.Text]) -> bool:
    """What is said is asked for where the draft says something else than it shows."""
    return not id.endswith(strings.SPOKEN) or id in here


def _words(texts: dict[str, strings.Text], id: str) -> str:
    return texts[id].words if id in texts else ""


def write_sheet(folder: Path, lang: str, path: Path) -> int:
    """Write what waits for the reviewer, and tell how many rows. With a byte order mark, by which spreadsheets know UTF-8."""
    found = rows(folder, lang)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows((row.id, row.chinese, row.english, row.draft, "") for row in found)
    return len(found)


def read_sheet(folder: Path, lang: str, path: Path, name: str, day: date) -> tuple[list[str], list[str]]:
    """Take what the reviewer wrote: the ids taken, or every mistake by its row, in which case nothing is changed."""
    source, here = strings.load(folder, SOURCE), strings.load(folder, lang)
    given, mistakes = {}, []
    for place, id, words in _cells(path):
        draft = _words(here, id)
        written = draft if words == RIGHT else words
        wrong = _mistake(source, id, written)
        if wrong:
            mistakes.append(f"{place}: {wrong}")
        elif written:
            given[id] = written
    mistakes += _torn(here, given)
    if mistakes or not given:
        return [], mistakes
    file = folder / f"{lang}.ftl"
    file.write_text(strings.written(file.read_text("utf-8"), given), "utf-8")
    now = marks(folder, lang)
    ids = sorted({id.removesuffix(strings.SPOKEN) for id in given})
    Reviews.load(folder).signed(lang, Review(name, day, texts={id: now[id] for id in ids})).save(folder)
    return ids, []


def _torn(here: dict[str, strings.Text], given: dict[str, str]) -> list[str]:
    """A review covers what is shown and what is said of it, so one is not taken without the other."""
    both = [(id, id + strings.SPOKEN) for id in here if id + strings.SPOKEN in here]
    return [f"{shown}: what is shown and {said} are read together" for shown, said in both if (shown in given) != (said in given)]


def _cells(path: Path) -> Iterator[tuple[str, str, str]]:
    """Place, id and the reviewer's words of each row that has some. Raises ValueError for another table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        if not {"id", "reviewed"} <= set(table.fieldnames or ()):
            raise ValueError(f"{path.name}: the columns {', '.join(COLUMNS)} are wanted")
        for number, row in enumerate(table, 2):
            words = (row["reviewed"] or "").strip()
            if words:
                yield f"{path.name} row {number}, {row['id']}", row["id"], words


def _mistake(source: dict[str, strings.Text], id: str, words: str) -> str | None:
    if id not in source:
        return "no string has this id"
    if not words:
        return f"{RIGHT} stands for a draft, and there is none"
    try:
        names = strings.names_of(words)
    except ValueError:
        return "what stands in braces cannot be understood; copy it from the Chinese"
    if names != source[id].names:
        wanted = " ".join(f"{{ ${name} }}" for name in sorted(source[id].names)) or "nothing"
        return f"in braces {wanted} is to stand, as in the Chinese"
    return None


def report(folder: Path, languages: list[str]) -> int:
    """Print what waits; the status says whether anything does."""
    reviews, source = Reviews.load(folder), strings.load(folder, SOURCE)
    ids = [id for id in source if not id.endswith(strings.SPOKEN)]
    status = DONE
    for lang in languages:
        here, found = strings.load(folder, lang), rows(folder, lang)
        drafts = [row for row in found if row.draft]
        missing, stale = [id for id in ids if id not in here], reviews.stale(lang)
        read = sum(id in here and reviews.covers(lang, id) for id in ids)
        waiting = len(ids) - read - len(missing)
        print(f"{lang}: {read} reviewed, {waiting} waiting, {len(stale)} of them changed since, {len(missing)} not translated")
        for row in drafts:
            print(f"  {row.id}{' (changed)' if row.id in stale else ''}\n    {_line(row.chinese)}\n    {_line(row.draft)}")
        for id in missing:
            print(f"  {id} (not translated)\n    {_line(source[id].words)}")
        status = WAITING if found else status
    return status


def _line(words: str) -> str:
    return " ".join(words.split())


def main(argv: list[str] | None = None) -> int:
    chosen = _arguments(argv)
    try:
        languages = sorted(path.stem for path in chosen.folder.glob("*.ftl") if path.stem != SOURCE)
        asked = [chosen.lang] if "lang" in chosen else chosen.languages or languages
        if unknown := [lang for lang in asked if lang not in languages]:
            raise ValueError(f"there are no strings in {', '.join(unknown)}; there are in {', '.join(languages)}")
        match chosen.what:
            case "sheet":
                print(f"{write_sheet(chosen.folder, chosen.lang, chosen.file)} rows in {chosen.file}")
                return DONE
            case "read":
                taken, mistakes = read_sheet(chosen.folder, chosen.lang, chosen.file, chosen.name, chosen.date)
                for mistake in mistakes:
                    print(mistake, file=sys.stderr)
                print(f"{len(taken)} strings of {chosen.lang} signed by {chosen.name}")
                return MISTAKE if mistakes else DONE
        return report(chosen.folder, asked)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return MISTAKE


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bangban-review", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(folder=STRINGS, what="list", languages=[])
    parser.add_argument("--folder", type=Path, help="the strings; those of the house without it")
    ways = parser.add_subparsers(dest="what")
    listing = ways.add_parser("list", help="what waits, by language")
    listing.add_argument("languages", nargs="*", help="language tags; all but Chinese if none is given")
    sheet = ways.add_parser("sheet", help="write a table (CSV) for the reviewer")
    reading = ways.add_parser("read", help="take what the reviewer wrote into it")
    for one in (sheet, reading):
        one.add_argument("lang")
        one.add_argument("file", type=Path)
    reading.add_argument("--name", required=True, type=_name, help="who has read it and answers for the words")
    reading.add_argument("--date", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD; today without it")
    return parser.parse_args(argv)


def _name(given: str) -> str:
    if not given.strip():
        raise argparse.ArgumentTypeError("a name is wanted")
    return given.strip()


if __name__ == "__main__":
    sys.exit(main())
