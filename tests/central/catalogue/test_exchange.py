"""A catalogue that is carried away as a workbook or as JSON comes back as it was; every mistake in one is named by its place."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from central.catalogue.entries import Entry
from central.catalogue.files import as_json, read_json, read_toml
from central.catalogue.guide import GuideIn
from central.catalogue.workbook import as_xlsx, read_xlsx
from tests.central.catalogue.inventions import catalogues
from tests.central.catalogue.office import GUIDE

quick = settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@quick
@given(catalogues)
def test_json_comes_back(entries: list[Entry]) -> None:
    back = read_json(as_json(entries))
    assert (back.entries, back.problems) == (entries, [])


@quick
@given(catalogues)
def test_a_workbook_comes_back(entries: list[Entry]) -> None:
    back = read_xlsx(as_xlsx(entries))
    assert (back.entries, back.problems) == (entries, [])


def changed(change: Callable[[Any], None]) -> set[tuple[Any, ...]]:
    """What is wrong with a workbook of two items after somebody worked on it."""
    guide = GuideIn.model_validate(GUIDE)
    book = load_workbook(BytesIO(as_xlsx([Entry(id="one", guide=guide), Entry(id="two", guide=guide)])))
    change(book)
    file = BytesIO()
    book.save(file)
    return {(each.sheet, each.row, each.column, each.item, each.code) for each in read_xlsx(file.getvalue()).problems}


def put(sheet: str, row: int, title: str, value: Any) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        titles = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, titles.index(title) + 1).value = value

    return change


@pytest.mark.parametrize(
    "sheet, row, title, value, code",
    [
        ("事项", 3, "事项类型", "送钱", "choice"),
        ("事项", 2, "简介", None, "needs_chinese"),
        ("事项", 3, "到现场次数", "很多", "form"),
        ("事项", 2, "法定办结工作日", -1, "out_of_range"),
        ("事项", 2, "生效日期", "明天", "form"),
        ("申请材料", 4, "材料名称", "长" * 700, "too_long"),
        ("申请材料", 5, "适用问题编号", "nobody", "unknown"),
        ("申请材料", 3, "原件", "也许", "form"),
        ("申请材料", 3, "材料编号", "id_card", "twice"),
        ("办理流程", 3, "步骤", "第\a步", "form"),
    ],
)
def test_a_mistake_has_its_cell(sheet: str, row: int, title: str, value: Any, code: str) -> None:
    item = "one" if row < (4 if sheet == "申请材料" else 3) else "two"
    if value == "第\a步":
        value = "第\u200b步"  # a workbook takes no control characters; this one isn't seen either
    assert (sheet, row, title, item, code) in changed(put(sheet, row, title, value))


def test_all_mistakes_at_once() -> None:
    def spoil(book: Any) -> None:
        put("事项", 2, "事项类型", "送钱")(book)
        put("事项", 3, "事项编号", "one")(book)
        put("办理流程", 3, "事项编号", "nobody")(book)
        book["事项"].cell(1, 40).value = "颜色"

    assert changed(spoil) == {
        ("事项", 1, "颜色", None, "not_taken"),
        ("事项", 2, "事项类型", "one", "choice"),
        ("事项", 3, "事项编号", "one", "twice"),
        ("申请材料", 4, "事项编号", "two", "unknown"),
        ("申请材料", 5, "事项编号", "two", "unknown"),
        ("情形问题", 3, "事项编号", "two", "unknown"),
        ("办理流程", 3, "事项编号", "nobody", "unknown"),
    }


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"{}", b'{"items": 1}', b'{"items": [1]}', b"[" * 10**5, b"\xff"])
def test_what_is_no_catalogue(data: bytes) -> None:
    for read in (read_json, read_toml, read_xlsx):
        assert read(data).problems and not read(data).entries


def test_a_file_repeats_nothing() -> None:
    told = b"""
    defaults = { type = "benefit", authority = "A", result = "R", summary = "S", visits = 2 }
    material.card = { name = "C", picture = "card" }
    [[items]]
    id = "one"
    guide = { visits = 0, materials = ["card", { like = "card", id = "other", copies = 3 }, { like = "nothing" }] }
    """
    (problem,) = {(each.column, each.code) for each in read_toml(told).problems} - {("guide.materials.2.name", "missing")} - {
        ("guide.materials.2.id", "missing")
    }
    assert problem == ("guide.materials.2.like", "not_taken")
    (entry,) = read_toml(told.replace(b', { like = "nothing" }', b"")).entries
    assert entry.guide is not None
    assert [(each.id, each.name["zh"], each.copies) for each in entry.guide.materials] == [("card", "C", 0), ("other", "C", 3)]
    assert (entry.guide.visits, entry.guide.summary) == (0, {"zh": "S"})
