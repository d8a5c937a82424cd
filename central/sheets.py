"""Tables as files for a spreadsheet. A cell never becomes a formula, whatever stands in it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

Cell = str | int | float | None
Table = Sequence[Sequence[Cell]]
"""The head, then the rows."""

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet read a text as a formula (OWASP, CSV Injection)."""


def as_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for another encoding; commas, CRLF (RFC 4180)."""
    text = StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def as_xlsx(tables: Mapping[str, Table], widths: Sequence[float] = (28,)) -> bytes:
    """A workbook with a sheet for each, by title. ``widths`` of the first columns, in characters."""
    book = Workbook(write_only=True)
    for title, table in tables.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "B2"
        for number, width in enumerate(widths):
            sheet.column_dimensions[chr(ord("A") + number)].width = width
        head, *rows = table
        sheet.append([_cell(sheet, value, Font(bold=True)) for value in head])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: object, value: Cell, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # else what begins with "=" is stored as a formula
    if font is not None:
        cell.font = font
    return cell
