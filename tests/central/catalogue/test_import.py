"""A catalogue is brought into a hall whole, or not at all with every mistake named."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import httpx
from openpyxl import load_workbook

from central.catalogue.entries import Entry
from central.catalogue.guide import GuideIn
from central.catalogue.uploads import XLSX
from central.catalogue.workbook import as_xlsx
from tests.central.catalogue.office import GUIDE, Office


def send(office: Office, told: Any, asked: str = "") -> httpx.Response:
    """A workbook, or anything that becomes JSON."""
    path = f"/api/v1/halls/{office.central.hall}/catalogue{asked}"
    if isinstance(told, bytes):
        return office.leader.post(path, content=told, headers={"Content-Type": XLSX})
    return office.leader.post(path, content=json.dumps(told), headers={"Content-Type": "application/json"})


def problems(answer: httpx.Response) -> set[tuple[Any, ...]]:
    assert answer.status_code == 422, answer.text
    return {(each["sheet"], each["row"], each["column"], each["item"], each["code"]) for each in answer.json()["problems"]}


def items(office: Office) -> dict[str, Any]:
    told = office.terminal.get(f"/api/v1/halls/{office.central.hall}/items").raise_for_status().json()["items"]
    return {each["id"]: each for each in told}


def counts(new: int = 0, changed: int = 0, guides: int = 0, same: int = 0) -> dict[str, int]:
    return {"items_new": new, "items_changed": changed, "guides_new": guides, "guides_same": same}


def test_items_and_guides_come_in(office: Office) -> None:
    new = {"id": "new_one", "name": "新事项", "domain": "housing", "line": "civil", "aliases": ["新的"], "guide": GUIDE}
    told = {"items": [new, {"id": "elder_card", "aliases": ["老年证"], "guide": GUIDE}]}
    before = office.version()
    assert send(office, told, "?trial=true").json() == counts(1, 1, 2)
    assert office.version() == before and "new_one" not in items(office)
    assert send(office, told).json() == counts(1, 1, 2)
    assert office.version() == before + 1
    assert (items(office)["new_one"]["name"], items(office)["elder_card"]["aliases"]) == ({"zh": "新事项"}, ["老年证"])
    assert office.shown("new_one")["effective_from"] == "2025-03-03"
    assert send(office, told).json() == counts(same=2)
    assert office.version() == before + 1
    later = {"items": [{"id": "elder_card", "guide": GUIDE | {"visits": 5}}]}
    assert send(office, later, "?from=2025-06-01").json() == counts(guides=1)
    assert office.shown("elder_card")["visits"] == 1


def test_what_is_carried_away_comes_back_the_same(office: Office) -> None:
    office.publish("plain", faq=[{"question": "=1+1?", "answer": "2"}])
    path, before = f"/api/v1/halls/{office.central.hall}/catalogue", office.version()
    book = office.leader.get(f"{path}.xlsx").raise_for_status()
    assert (book.headers["Content-Type"], send(office, book.content).json()["guides_new"]) == (XLSX, 0)
    assert send(office, office.leader.get(f"{path}.json").raise_for_status().json()).json()["guides_same"] > 0
    assert office.version() == before


def test_every_mistake_of_five_thousand_items_and_nothing_stored(office: Office) -> None:
    small = {"type": "service", "authority": "街道", "summary": "一句。", "result": "办好"}
    many: list[dict[str, Any]] = [
        {"id": f"many_{n}", "name": f"事项{n}", "domain": "housing", "line": "civil", "guide": dict(small)} for n in range(1, 5001)
    ]
    many[16]["guide"]["type"] = "gift"
    many[1233]["guide"]["visits"] = -3
    many[2499]["domain"] = None
    many[4998]["line"] = "nowhere"
    many[4999]["guide"]["summary"] = {"en": "no Chinese"}
    before = office.version()
    assert problems(send(office, {"items": many})) == {
        (None, 17, "guide.type", "many_17", "choice"),
        (None, 1234, "guide.visits", "many_1234", "out_of_range"),
        (None, 2500, "domain", "many_2500", "missing"),
        (None, 4999, "line", "many_4999", "unknown"),
        (None, 5000, "guide.summary", "many_5000", "needs_chinese"),
    }
    assert office.version() == before and not [each for each in items(office) if each.startswith("many")]


def test_a_mistake_in_a_workbook_is_told_by_its_cell(office: Office) -> None:
    guide = GuideIn.model_validate(GUIDE)
    book = load_workbook(BytesIO(as_xlsx([Entry(id="plain", guide=guide), Entry(id="wrong", line="nowhere", guide=guide)])))
    book["申请材料"]["D5"] = "也许"
    file = BytesIO()
    book.save(file)
    assert problems(send(office, file.getvalue())) == {("申请材料", 5, "原件", "wrong", "form")}
    book["申请材料"]["D5"] = "否"
    book.save(file := BytesIO())
    assert problems(send(office, file.getvalue())) == {("事项", 3, "业务队列", "wrong", "unknown")}


def test_what_the_hall_has_against_it(office: Office) -> None:
    office.publish("twice", "2025-03-03", visits=7)
    told = {
        "items": [
            {"id": "twice", "effective_from": "2024-01-01", "guide": GUIDE},
            {"id": "unheard", "name": "没有队列", "domain": "housing", "line": "nowhere"},
            {"id": "bare"},
        ]
    }
    assert problems(send(office, told)) == {
        (None, 1, "effective_from", "twice", "backwards"),
        (None, 2, "line", "unheard", "unknown"),
        *((None, 3, name, "bare", "missing") for name in ("name", "domain", "line")),
    }
    assert send(office, b"no workbook").status_code == 422
    path = f"/api/v1/halls/{office.central.hall}/catalogue"
    assert office.leader.post(path, content=b"x", headers={"Content-Type": "text/plain"}).status_code == 422
