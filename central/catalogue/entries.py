"""A catalogue as it is carried from place to place: items with their guides, and every mistake in them with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

from central.catalogue import checks
from central.catalogue.guide import GuideIn
from central.mistakes import MistakeCode, code_of
from central.setup.fields import Id, Name, Part, Words, mistake

SEPARATORS = "、；;\n"
"""Between the entries of a cell that holds several."""


def _one(text: str) -> str:
    if any(each in text for each in SEPARATORS):
        raise mistake("form", "one name, without a separator")
    return text


Alias = Annotated[Name, AfterValidator(_one)]


def _chinese(name: Any) -> Any:
    return {"zh": name} if isinstance(name, str) else name


class Entry(Part):
    """An item, with its guide if it has one. What is left out of an item that is there stays as it is; a new one needs its name,
    its domain and its line."""

    id: Id
    name: Annotated[Words, BeforeValidator(_chinese)] | None = None
    domain: Id | None = None
    line: Id | None = None
    aliases: Annotated[list[Alias], Field(max_length=20)] | None = None
    effective_from: date | None = Field(default=None, description="From when on the guide is in force")
    guide: GuideIn | None = None


class Problem(BaseModel):
    """One mistake of a file. ``row`` counts from 1: of a sheet, or, where there are no sheets, the items in their order.
    ``column`` is the title of a sheet's column, or the path of a field."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    item: str | None = None
    code: MistakeCode
    message: str


Path = tuple[str | int, ...]


@dataclass
class Draft:
    """An item as it was read, before it is checked. ``place`` says where a field of it stands: sheet, row, column."""

    values: dict[str, Any]
    place: Callable[[Path], tuple[str | None, int | None, str | None]]


@dataclass
class Batch:
    """What was read of one file."""

    entries: list[Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    """Where each of the entries was, in the same order."""
    problems: list[Problem] = field(default_factory=list)

    def problem(self, index: int, path: Path, code: MistakeCode, message: str) -> Problem:
        """About a field of one of the entries."""
        return _problem(self.drafts[index], path, code, message)


def check(drafts: Sequence[Draft], problems: Sequence[Problem] = ()) -> Batch:
    """Every item, and what no item shows by itself. ``problems``: what the reading has found already."""
    batch = Batch(problems=list(problems))
    seen: set[str] = set()
    for draft in drafts:
        try:
            entry = Entry.model_validate(draft.values)
        except ValidationError as error:
            batch.problems += (_problem(draft, each["loc"], code_of(each["type"]), each["msg"]) for each in error.errors())
            continue
        if entry.id in seen:
            batch.problems.append(_problem(draft, ("id",), "twice", "this item stands twice"))
        seen.add(entry.id)
        batch.problems += _within(draft, entry)
        batch.entries.append(entry)
        batch.drafts.append(draft)
    return batch


def _within(draft: Draft, entry: Entry) -> Iterator[Problem]:
    for each in checks.mistakes(entry.guide) if entry.guide is not None else ():
        path = tuple(int(part) if part.isdecimal() else part for part in (each.field or "").split("."))
        yield _problem(draft, ("guide", *path), each.code, each.message)


def _problem(draft: Draft, path: Path, code: MistakeCode, message: str) -> Problem:
    sheet, row, column = draft.place(path)
    item = draft.values.get("id")
    known = item if isinstance(item, str) else None
    return Problem(sheet=sheet, row=row, column=column, item=known, code=code, message=message)


def in_order(row: int) -> Callable[[Path], tuple[None, int, str]]:
    """The place of a field in a file without sheets."""
    return lambda path: (None, row, ".".join(map(str, path)))


def drafts_of(items: Sequence[Mapping[str, Any]]) -> list[Draft]:
    return [Draft(dict(each), in_order(row)) for row, each in enumerate(items, 1)]
