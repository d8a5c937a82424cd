"""The strings of one language as its file has them: read for a reviewer, and written back without touching anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Attribute, Junk, Message, Pattern, VariableReference
from fluent.syntax.visitor import Visitor

SPOKEN = ".spoken"  # behind an id: what is said of it


@dataclass(frozen=True)
class Text:
    """A pattern as written in Fluent, on one line unless it has variants, and where it stands in the file."""

    words: str
    names: frozenset[str]  # of what is put in
    start: int
    end: int


class _Names(Visitor):
    def __init__(self, pattern: Pattern) -> None:
        self.found: set[str] = set()
        self.visit(pattern)

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.found.add(node.id.name)


def read(source: str) -> dict[str, Text]:
    """Every text of a Fluent file by its id, ``<id>.spoken`` where there is one, in the order of the file. Raises ValueError,
    naming the first line that is not Fluent."""
    found: dict[str, Text] = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, Junk):
            raise ValueError(f"not Fluent: {(entry.content or '').strip().partition(chr(10))[0]}")
        if isinstance(entry, Message):
            parts: list[Message | Attribute] = [entry, *(one for one in entry.attributes if one.id.name == SPOKEN[1:])]
            for part in parts:
                if part.value is not None:
                    id = entry.id.name + (SPOKEN if part is not entry else "")
                    found[id] = _text(source, part.value)
    return found


def written(source: str, changes: Mapping[str, str]) -> str:
    """The file with other words in place of those that it has, and what it lacks at its end. The remarks above a changed message
    that call it unverified are taken away: it is verified now."""
    here = read(source)
    edits = [(text.start, text.end, changes[id]) for id, text in here.items() if id in changes]
    edits += [(start, end, "") for start, end in _doubts(source, {id.removesuffix(SPOKEN) for id in changes})]
    for start, end, words in sorted(edits, reverse=True):
        source = source[:start] + words + source[end:]
    new = {id: words for id, words in changes.items() if id not in here and not id.endswith(SPOKEN)}
    lines = [line for id, words in new.items() for line in (f"{id} = {words}", *_said(changes, id))]
    return source.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines)


def _said(changes: Mapping[str, str], id: str) -> list[str]:
    return [f"    {SPOKEN} = {changes[id + SPOKEN]}"] if id + SPOKEN in changes else []


def _text(source: str, pattern: Pattern) -> Text:
    assert pattern.span is not None
    start, end = pattern.span.start, pattern.span.end
    return Text(source[start:end].strip(), frozenset(_Names(pattern).found), start, end)


def _doubts(source: str, ids: set[str]) -> list[tuple[int, int]]:
    """Where the remarks stand that call one of these messages unverified."""
    found = []
    for entry in FluentParser().parse(source).body:
        remark = entry.comment if isinstance(entry, Message) and entry.id.name in ids else None
        if remark is not None and remark.span is not None and "nverified" in (remark.content or ""):
            found.append((remark.span.start, remark.span.end + 1))
    return found


def names_of(words: str) -> frozenset[str]:
    """What is put into a sentence written by a reviewer. Raises ValueError if it is no Fluent text."""
    [text] = read(f"x = {words}\n").values()
    return text.names


def load(folder: Path, lang: str) -> dict[str, Text]:
    """Raises ValueError, naming the file, if it is not Fluent."""
    path = folder / f"{lang}.ftl"
    try:
        return read(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
