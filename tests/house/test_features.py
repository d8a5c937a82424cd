"""The table of features names what is there, and every row that it is about."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "features.md").read_text("utf-8")
ASKED = [*range(1, 25), *range(42, 46), *range(52, 83), *range(98, 102)]
ROW = re.compile(r"^\| F(\d+) \|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
FILE = re.compile(r"`([\w.-]+(?:/[\w.-]+)+)`")


def test_every_row_is_there_once_in_its_order() -> None:
    assert [int(number) for number, *_ in ROW.findall(TABLE)] == ASKED


def test_every_file_is_there() -> None:
    files = FILE.findall(TABLE)
    assert len(files) > 100 and not [name for name in files if not (ROOT / name).is_file()]


def test_what_is_there_is_shown_by_a_test() -> None:
    """Or else the row says what is not there yet."""
    unshown = [number for number, _, where, shown in ROW.findall(TABLE) if not FILE.findall(shown) and "yet" not in where]
    strange = [name for *_, shown in ROW.findall(TABLE) for name in FILE.findall(shown) if not name.startswith("tests/")]
    assert (unshown, strange) == ([], [])
