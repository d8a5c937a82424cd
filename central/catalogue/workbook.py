"""A catalogue as a workbook (XLSX). A text in another language than Chinese has a column beside its own: ``简介 [en]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from central.catalogue.cells import Cell
from central.catalogue.columns import ITEM, ITEMS, PARTS, Column, Sheet
from central.catalogue.entries import Batch, Draft, Entry, Path, Problem, check

LARGEST = 400 * 1024 * 1024
"""Bytes of a workbook when it is unpacked; one of 5,000 items has a quarter of that."""

TITLE = re.compile(r"(.+?) ?\[([A-Za-z][A-Za-z0-9-]{1,15})\]")
Record = Mapping[str, Any]


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """What ``read_xlsx`` reads."""
    book = Workbook(write_only=True)
    items = [each.model_dump(exclude_none=True) for each in entries]
    _write(book, ITEMS, [(each["id"], each) for each in items])
    for sheet in PARTS:
        assert sheet.part is not None
        _write(book, sheet, [(each["id"], part) for each in items for part in each.get("guide", {}).get(sheet.part, ())])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write(book: Workbook, sheet: Sheet, rows: list[tuple[str, Any]]) -> None:
    drawn = book.create_sheet(sheet.title)
    drawn.freeze_panes = "B2"
    columns = [(column, lang) for column in sheet.columns for lang in _languages(column, rows)]
    titles = [ITEM, *(column.title if lang in (None, "zh") else f"{column.title} [{lang}]" for column, lang in columns)]
    drawn.append([_cell(drawn, title, Font(bold=True)) for title in titles])
    for item, record in rows:
        cells = (_written(column, lang, _within(record, column.path)) for column, lang in columns)
        drawn.append([_cell(drawn, value) for value in (item, *cells)])


def _languages(column: Column, rows: list[tuple[str, Any]]) -> list[str | None]:
    """Those in which something is told in this column, Chinese first."""
    if not column.kind.told:
        return [None]
    others = {lang for _, record in rows for lang in _within(record, column.path) or () if lang != "zh"}
    return ["zh", *sorted(others)]


def _written(column: Column, lang: str | None, value: Any) -> Cell:
    if value is None:
        return None
    return value.get(lang) if lang is not None else column.kind.write(value)


def _within(record: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        record = record.get(name) if record is not None else None
    return record


def _cell(sheet: object, value: Cell, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # else what begins with "=" is stored as a formula
    if font is not None:
        cell.font = font
    return cell


def read_xlsx(data: bytes) -> Batch:
    try:
        if sum(each.file_size for each in ZipFile(BytesIO(data)).infolist()) > LARGEST:
            return Batch(problems=[Problem(code="too_long", message="the workbook is too large")])
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        return _Reading(book).batch()
    except (BadZipFile, InvalidFileException, KeyError, OSError, ValueError):
        return Batch(problems=[Problem(code="form", message="this is not a workbook")])


class _Reading:
    """One workbook: the items as they are gathered from its sheets, and where each part of them stands."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._items: dict[str, dict[str, Any]] = {}
        self._rows: dict[str, int] = {}
        self._parts: dict[tuple[str, str], list[int]] = {}
        self._problems: list[Problem] = []

    def batch(self) -> Batch:
        if ITEMS.title not in self._book.sheetnames:
            return Batch(problems=[Problem(sheet=ITEMS.title, code="missing", message="there is no such sheet")])
        for sheet in (ITEMS, *PARTS):
            if sheet.title in self._book.sheetnames:
                for row, item, record in self._records(sheet):
                    self._take(sheet, row, item, record)
        drafts = [Draft(values, partial(self._place, item)) for item, values in self._items.items()]
        return check(drafts, self._problems)

    def _records(self, sheet: Sheet) -> Iterator[tuple[int, str, Any]]:
        """Row, item and what the row says. Empty rows are passed over."""
        columns: list[tuple[Column, str | None] | None] = []
        for row, cells in enumerate(self._book[sheet.title].iter_rows(values_only=True), 1):
            if row == 1:
                columns = [self._column(sheet, title) for title in cells[1:]]
            elif any(cell is not None for cell in cells):
                yield row, str(cells[0] or "").strip(), _record(columns, cells[1:])

    def _column(self, sheet: Sheet, title: Any) -> tuple[Column, str | None] | None:
        name, lang = str(title or "").strip(), None
        match = TITLE.fullmatch(name)
        if match is not None:
            name, lang = match[1], match[2]
        column = next((each for each in sheet.columns if each.title == name), None)
        if column is not None and (lang is None or column.kind.told):
            return column, (lang or "zh") if column.kind.told else None
        if name:
            told = Problem(sheet=sheet.title, row=1, column=str(title)[:64], code="not_taken", message="there is no such column")
            self._problems.append(told)
        return None

    def _take(self, sheet: Sheet, row: int, item: str, record: Any) -> None:
        if sheet.part is None:
            if item in self._items:
                self._say(sheet, row, item, "twice", "this item stands twice")
                return
            self._items[item], self._rows[item] = {"id": item, **record}, row
            return
        if item not in self._items:
            self._say(sheet, row, item, "unknown", "the sheet of the items has no such item")
            return
        self._items[item].setdefault("guide", {}).setdefault(sheet.part, []).append(record)
        self._parts.setdefault((item, sheet.part), []).append(row)

    def _say(self, sheet: Sheet, row: int, item: str, code: Any, message: str) -> None:
        self._problems.append(Problem(sheet=sheet.title, row=row, column=ITEM, item=item or None, code=code, message=message))

    def _place(self, item: str, path: Path) -> tuple[str | None, int | None, str | None]:
        if len(path) > 2 and isinstance(path[2], int):
            sheet = next((each for each in PARTS if each.part == path[1]), None)
            if sheet is not None:
                return sheet.title, self._parts[item, str(path[1])][path[2]], _title(sheet, path[3:])
        return ITEMS.title, self._rows[item], _title(ITEMS, path)


def _record(columns: list[tuple[Column, str | None] | None], cells: Sequence[Any]) -> Any:
    """What is blank isn't said."""
    record: Any = {}
    for found, cell in zip(columns, cells):
        if found is None or cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        column, lang = found
        *names, last = (*column.path, *([lang] if lang is not None else []))
        within = record
        for name in names:
            within = within.setdefault(name, {})
        within[last] = column.kind.read(cell)
    return record


def _title(sheet: Sheet, path: Path) -> str:
    """Of the column that a field stands in, or would stand in."""
    if path == ("id",) and sheet is ITEMS:
        return ITEM
    for column in sheet.columns:
        if column.path == path[: len(column.path)]:
            rest = path[len(column.path) :]
            lang = rest[0] if rest and column.kind.told else "zh"
            return column.title if lang == "zh" or not isinstance(lang, str) else f"{column.title} [{lang}]"
    return ITEM
