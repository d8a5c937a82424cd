"""A manager writes a guide in the browser: mistakes beside their fields, a question that decides, the same once more."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.central.pages.conftest import Desk, later, settled
from tests.kit.central import Central

ITEM = "elder_card"


def publish(page: Page) -> None:
    later(page)
    page.get_by_role("button", name="发布", exact=True).click()
    settled(page)


def published(central: Central) -> dict[str, Any]:
    with central.machine() as terminal:
        return dict(terminal.get(f"/api/v1/halls/{central.hall}/items/{ITEM}/guide").raise_for_status().json())


def test_a_guide_is_written_corrected_and_published(central: Central, desk: Desk) -> None:
    page = desk(user="manager")
    page.goto(f"{central.url}/console/setup/guides?of={ITEM}")
    page.locator("#edit").click()
    expect(page.locator("#editor")).to_contain_text("从空白开始")
    publish(page)
    summary = page.locator('[name="guide.summary.zh"]')
    expect(summary).to_be_focused()
    expect(page.locator('[name="guide.result.zh"]')).to_have_attribute("aria-invalid", "true")
    for name, words in (("summary", "六十岁以上的老人都能办。\n带身份证来。"), ("result", "一张证"), ("authority", "民政局")):
        page.locator(f'[name="guide.{name}.zh"]').fill(words)
    page.locator('[name="guide.summary.en"]').fill("From sixty on.")
    page.locator('[data-add="list-guide-questions"]').click()
    page.keyboard.type("是别人替您来办吗？")
    for number, words in enumerate(("身份证", "委托书")):
        page.locator('[data-add="list-guide-materials"]').click()
        page.locator('#list-guide-materials [name="name.zh"]').nth(number).fill(words)
    page.locator("[data-questions]").nth(1).select_option(label="“是别人替您来办吗？”答“是”的人")
    page.locator('#list-guide-materials [name="deadline_days"]').nth(1).fill("很久")
    page.locator('[name="guide.promised_days"]').fill("9")
    page.locator('[name="guide.statutory_days"]').fill("5")
    publish(page)
    wrong = page.locator('#list-guide-materials [aria-invalid="true"]')
    expect(wrong).to_have_count(1)
    wrong.fill("3")
    publish(page)
    expect(page.locator('[name="guide.promised_days"]')).to_have_attribute("aria-invalid", "true")
    page.locator('[name="guide.promised_days"]').fill("0")
    page.locator('[name="guide.village"]').select_option(label="证件代办")
    page.get_by_label("一表申请").check()
    publish(page)
    expect(page.locator("#said")).to_contain_text("发布了")
    told = published(central)
    assert (told["summary"], told["promised_days"]) == ({"zh": "六十岁以上的老人都能办。带身份证来。", "en": "From sixty on."}, 0)
    assert (told["village"], told["ones"], told["bundle"]) == ("documents", ["form"], [])
    [question] = told["questions"]
    assert [each["needed_if"] for each in told["materials"]] == [None, {"question": question["id"], "answer": True}]
    assert told["materials"][1]["deadline_days"] == 3 and told["materials"][0]["original"] is True
    expect(page.locator("#editor")).to_contain_text("从第 1 版改起")
    publish(page)
    expect(page.locator("#said")).to_contain_text("没有新版")
    assert published(central) == told
