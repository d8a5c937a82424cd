"""Today's queue as a manager watches and steers it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.central.pages.conftest import later, settled
from tests.kit.central import Central


@pytest.fixture
def watch(central: Central, desk):
    def sit(user: str = "manager") -> Page:
        page: Page = desk(user=user)
        page.goto(f"{central.url}/console/queue")
        settled(page)
        page.evaluate("window.sameDocument = true")
        return page

    return sit


def acts(page: Page, window: str) -> None:
    later(page)
    page.click(f"#window-{window}")
    expect(page.locator(f"#acts-{window}")).to_be_visible()


def tile(page: Page, window: str):
    return page.locator(".tile", has=page.locator(f"#window-{window}"))


def rows(page: Page):
    return page.locator("#who-waits tbody tr")


def test_it_is_live_and_says_why(central: Central, watch) -> None:
    page = watch()
    expect(page.locator("#who-waits .empty")).to_be_visible()
    first = central.issue()
    second = central.issue(priority={"class": "soldier", "evidence": "own_word"})
    expect(rows(page)).to_have_count(2)
    expect(rows(page).nth(0)).to_contain_text(second["number"])
    expect(rows(page).nth(0)).to_contain_text("军人")
    expect(rows(page).nth(1)).to_contain_text("先到先办")
    expect(page.locator('[data-line="general"]')).to_have_text("2")
    expect(tile(page, "w1")).to_contain_text(f"下一个 {second['number']} 优先")
    central.call_next("w2")
    expect(tile(page, "w2").locator("strong")).to_have_text(second["number"])
    central.clock.move(50 * 60)
    central.issue("social")
    expect(rows(page).nth(0)).to_contain_text(first["number"])
    expect(rows(page).nth(0)).to_contain_text("等得久")
    expect(rows(page).nth(0).locator(".late")).to_have_text("50 分")
    assert page.evaluate("window.sameDocument"), "without a reload"


def test_windows_and_tickets_are_steered_from_here(central: Central, watch, desk) -> None:
    one, two = central.issue(), central.issue()
    page, clerk = watch(), desk("w1")
    acts(page, "w1")
    page.get_by_role("button", name="开会").click()
    expect(tile(page, "w1")).to_contain_text("暂停 · 开会")
    expect(clerk.locator("#turn")).to_have_attribute("data-state", "paused")
    acts(page, "w1")
    page.get_by_role("button", name="继续叫号").click()
    expect(clerk.locator("#turn")).to_have_attribute("data-state", "open")
    central.call_next()
    expect(tile(page, "w1").locator("strong")).to_have_text(one["number"])
    acts(page, "w1")
    page.locator("#acts-w1").get_by_role("button", name="关窗").click()
    expect(page.locator("#said")).to_contain_text("还在办")
    later(page)
    to_window = page.locator("#acts-w1").get_by_role("button", name="2 号窗口")
    to_window.click()
    later(page)
    to_window.click()
    expect(page.locator("#acts-w1")).to_be_hidden()
    expect(rows(page).nth(0)).to_contain_text(f"{one['number']}")
    expect(rows(page).nth(0)).to_contain_text("转到 2 号窗口")
    cancel = page.get_by_role("button", name=f"取消 {two['number']}")
    later(page)
    cancel.click()
    expect(rows(page)).to_have_count(2)
    later(page)
    cancel.click()
    expect(rows(page)).to_have_count(1)
    assert central.call_next("w1") is None and (central.call_next("w2") or {})["number"] == one["number"]
    central.step(one["id"], "no-show")
    later(page)
    page.get_by_role("button", name=f"{one['number']} 重新排队").click()
    expect(rows(page)).to_have_count(1)


def test_one_line_alone(central: Central, watch) -> None:
    central.issue()
    social = central.issue("social")
    page = watch()
    page.click("#line-social")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(social["number"])
    page.click("#all-lines")
    expect(rows(page)).to_have_count(2)


def test_a_clerk_watches_and_steers_only_their_own_windows(central: Central, watch) -> None:
    page = watch("clerk")
    acts(page, "w3")
    expect(page.locator("#acts-w3 [data-post]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#window-w3")).to_be_focused()
    acts(page, "w1")
    assert page.locator("#acts-w1 [data-post]").count() > 0
    helper = watch("helper")
    assert helper.url.endswith("/console/windows")


def test_no_person_is_on_it(central: Central, watch) -> None:
    holder = {"kind": "resident", "name": "慕容翠花", "id_number": "152601195001020019", "birth": "1950-01-02"}
    central.issue(holder=holder, priority={"class": "elderly", "evidence": "card_birth_date"})
    page = watch()
    expect(rows(page)).to_have_count(1)
    for secret in ("慕容", "1526", "0019", "1950"):
        assert secret not in page.content()
