"""What stands in the cells of a catalogue's workbook: how a value is written for a clerk, and how what a clerk wrote is read.

Reading never refuses: what is no such value is passed on as it stands, and the check of the entry says so at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from central.catalogue.entries import SEPARATORS

Cell = str | int | date | None


@dataclass(frozen=True)
class Kind:
    """``told``: a text in several languages, each in a column of its own."""

    write: Callable[[Any], Cell]
    read: Callable[[Any], Any]
    told: bool = False


def _text(cell: Any) -> str:
    """A telephone that the spreadsheet took for a number is a text again."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _whole(cell: Any) -> Any:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _day(cell: Any) -> Any:
    return cell.date() if isinstance(cell, datetime) else cell


def choice(words: Mapping[str, str]) -> Kind:
    """``words`` by slug; the slug is read too."""
    slugs = {word: slug for slug, word in words.items()}
    return Kind(lambda slug: words[slug], lambda cell: slugs.get(_text(cell).strip(), _text(cell).strip()))


def several(one: Kind) -> Kind:
    parts = re.compile(f"[{SEPARATORS}]")

    def write(values: list[Any]) -> Cell:
        return "、".join(str(one.write(each)) for each in values) or None

    return Kind(write, lambda cell: [one.read(each.strip()) for each in parts.split(_text(cell)) if each.strip()])


def _codes(cell: Any) -> Any:
    """``basic=000131001000；local=...``"""
    pairs = [each.partition("=") for each in re.split("[；;\n]", _text(cell)) if each.strip()]
    return {source.strip(): code.strip() for source, _, code in pairs}


TEXT = Kind(lambda value: value or None, _text)
TOLD = Kind(lambda value: value, _text, told=True)
WHOLE = Kind(lambda value: value, _whole)
YES = Kind(lambda value: "是" if value else "否", lambda cell: {"是": True, "否": False}.get(_text(cell).strip(), cell))
DAY = Kind(lambda value: value, _day)
CODES = Kind(lambda codes: "；".join(f"{source}={code}" for source, code in codes.items()) or None, _codes)
