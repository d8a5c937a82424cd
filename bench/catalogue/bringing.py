"""Thousands of items brought into a hall as a workbook: with mistakes planted in every sheet of it, and without."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import httpx
from openpyxl import load_workbook

from bench.catalogue.invented import EVERY, guided, items
from central.catalogue.entries import Entry
from central.catalogue.uploads import XLSX
from central.catalogue.workbook import as_xlsx
from script.hall import Hall, Wishes

PATIENCE_S = 300.0
EACH = 3  # times that every kind of mistake is planted
SPOILT: tuple[tuple[str, str, Any, str], ...] = (
    ("事项", "业务队列", "nowhere", "unknown"),
    ("事项", "事项类型", "送钱", "choice"),
    ("事项", "简介", None, "needs_chinese"),
    ("事项", "到现场次数", "很多", "form"),
    ("事项", "法定办结工作日", -1, "out_of_range"),
    ("事项", "生效日期", "明天", "form"),
    ("事项", "人群", "外星人", "choice"),
    ("受理条件", "内容", "长" * 700, "too_long"),
    ("申请材料", "原件", "也许", "form"),
    ("申请材料", "材料名称", None, "missing"),
    ("申请材料", "复印件份数", 99, "out_of_range"),
    ("办理流程", "工作日", "三天", "form"),
    ("办理流程", "事项编号", "nobody", "unknown"),
    ("办理地点", "时间", "长" * 700, "too_long"),
    ("常见问题", "回答", None, "missing"),
)
"""Sheet, column, what is written there, and what is to be said of it."""

Place = tuple[str, int, str, str]  # sheet, row, column, code


@dataclass(frozen=True)
class Manager:
    """Somebody who may publish, at a running service."""

    client: httpx.Client
    catalogue: str

    def bring(self, book: bytes) -> tuple[httpx.Response, float]:
        begun = perf_counter()
        answer = self.client.post(self.catalogue, content=book, headers={"Content-Type": XLSX})
        return answer, perf_counter() - begun

    def version(self) -> int:
        return int(self.client.get(self.catalogue.rpartition("/")[0]).raise_for_status().json()["version"])


def main() -> None:
    begun = perf_counter()
    book = as_xlsx(list(entries()))
    print(f"{EVERY} items in a workbook of {len(book) / 1e6:.1f} MB, written in {perf_counter() - begun:.1f} s")
    spoilt, planted = spoil(book)
    with service() as manager:
        before = manager.version()
        answer, took = manager.bring(spoilt)
        told = {(one["sheet"], one["row"], one["column"], one["code"]) for one in answer.json().get("problems", ())}
        print(f"{len(planted)} mistakes planted: refused with {answer.status_code} after {took:.1f} s;")
        print(f"  {len(planted & told)} named by sheet, row and column; besides them told: {sorted(told - planted)[:5]}")
        print(f"  not named: {sorted(planted - told)}")
        print(f"  stored: {'nothing' if manager.version() == before else 'SOMETHING'}")
        for meaning in ("the same without mistakes", "once more"):
            answer, took = manager.bring(book)
            print(f"{meaning}: {answer.status_code} {answer.json()} after {took:.1f} s")
        for what in ("items", "guides"):
            begun = perf_counter()
            told = manager.client.get(manager.catalogue.replace("catalogue", what)).raise_for_status().content
            print(f"all {what} as a terminal asks for them: {len(told) / 1e6:.1f} MB after {perf_counter() - begun:.1f} s")


def entries() -> Iterator[Entry]:
    """Each with one of the sample's guides."""
    guides = [each.guide for each in guided()]
    for number, told in enumerate(items(EVERY)):
        yield Entry.model_validate(told | {"line": "general", "aliases": told["aliases"], "guide": guides[number % len(guides)]})


def spoil(book: bytes) -> tuple[bytes, set[Place]]:
    """One mistake to a row, each in a row of its own; where an item of another sheet is meant, that row is about nobody."""
    chance = Random(1)

    def free(sheet: str) -> int:
        rows = iter(lambda: chance.randrange(2, opened[sheet].max_row + 1), None)
        return next(row for row in rows if (sheet, row) not in used)

    opened = load_workbook(BytesIO(book))
    planted: set[Place] = set()
    used: set[tuple[str, int]] = set()
    for sheet, column, value, code in SPOILT:
        titles = [cell.value for cell in opened[sheet][1]]
        for _ in range(EACH):
            row = free(sheet)
            used.add((sheet, row))
            opened[sheet].cell(row, titles.index(column) + 1).value = value
            planted.add((sheet, row, column, code))
    opened.save(file := BytesIO())
    return file.getvalue(), planted


@contextmanager
def service() -> Iterator[Manager]:
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(Wishes(Path(folder)))
        try:
            hall.start_central()
            yield _manager(hall)
        finally:
            hall.stop()


def _manager(hall: Hall) -> Manager:
    client = httpx.Client(base_url=hall.url, timeout=PATIENCE_S, trust_env=False)
    first, own = hall.credentials()["passwords"]["director"], secrets.token_urlsafe(16)
    _log_in(client, first)
    client.post("/api/v1/session/password", json={"old": first, "new": own}).raise_for_status()
    return Manager(client, f"/api/v1/halls/{_log_in(client, own)}/catalogue")


def _log_in(client: httpx.Client, password: str) -> str:
    """The director's hall."""
    told = client.post("/api/v1/session", json={"user": "director", "password": password}).raise_for_status().json()
    client.cookies.clear()
    client.headers["Authorization"] = f"Bearer {told['token']}"
    return str(told["hall"])
