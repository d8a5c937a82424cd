"""A manager reads what residents were told is missing, carries it away, and takes the item out of the hall."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.central.pages.conftest import Desk, hold, later
from tests.kit.central import Central
from tests.kit.guides import ALLOWANCE
from tests.kit.mandates import CARD, post, step

ITEM = "elder_card"
GUIDE = {key: value for key, value in ALLOWANCE.items() if key not in ("item", "name", "version", "effective_from")}


def told(central: Central, *held: str) -> None:
    """One and the same person, in a visit of its own."""
    body = {"item": ITEM, "version": 1, "visit": str(uuid4()), "answers": {"by_other": False}, "held": held, "holder": CARD}
    post(central, "T1", f"/halls/{central.hall}/notices", body).raise_for_status()


def test_second_notices_are_seen_carried_away_and_an_item_goes(central: Central, desk: Desk) -> None:
    with central.person("manager") as client:
        client.put(f"/api/v1/halls/{central.hall}/items/{ITEM}/guide", json={"guide": GUIDE}).raise_for_status()
        page = desk(user="manager")
        page.goto(f"{central.url}/console/setup/notices")
        expect(page.locator("#list")).to_contain_text("没有告知过")
        told(central, "id_card")
        told(central, "id_card", "household")
        page.reload()
        expect(page.locator("#sums")).to_contain_text("告知 2 次，其中第二次告知 1 次，占 50%")
        expect(page.locator("#notices tbody tr")).to_have_count(2)
        expect(page.locator("#notices tbody tr").last).to_contain_text("户口本、老人自己的银行卡")
        page.locator("#only-second").click()
        expect(page.locator("#notices tbody tr")).to_have_count(1)
        expect(page.locator("#notices")).to_contain_text("算我们的失误")
        assert CARD["id_number"] not in page.content()
        href = page.locator("#xlsx").get_attribute("href")
        assert href is not None
        book = load_workbook(BytesIO(client.get(href).raise_for_status().content))
    head, *rows = book.active.iter_rows(values_only=True)
    assert [(row[4], row[5], row[6]) for row in rows] == [("老人自己的银行卡", 1, "是"), ("户口本；老人自己的银行卡", 2, None)]

    given = {"item": ITEM, "principal": {"name": "测试甲"}}
    mandate = post(central, "manager", f"/halls/{central.hall}/mandates", given).raise_for_status().json()["id"]
    page.locator("#by-item .chooser").click()
    hold(page)
    for words in ("还有没办结的代办", ""):
        later(page)
        page.locator("#remove").click()
        later(page)
        page.locator("#remove").click()
        if words:
            expect(page.locator("#said")).to_contain_text(words)
            step(central, "manager", mandate, "withdraw").raise_for_status()
            page.reload()
    expect(page.locator(f"#of-{ITEM}")).to_have_count(0)
    with central.machine() as terminal:
        assert terminal.get(f"/api/v1/halls/{central.hall}/guides").raise_for_status().json()["guides"] == []
    page.goto(f"{central.url}/console/setup/history")
    expect(page.locator("#list")).to_contain_text("删除了事项")
