"""What a clerk decides otherwise than the order: no-shows, undoing, calling and cancelling by hand."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.central.pages.at_window import shows, state, waiting
from tests.central.pages.conftest import hold, later
from tests.kit.central import Central


def test_a_no_show_before_the_rule_asks_once_more(central: Central, desk) -> None:
    first, second = central.issue(), central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, first["number"])
    hold(page)
    page.dblclick("#act-no-show")
    expect(page.locator("#act-no-show .sure")).to_be_visible()
    expect(page.locator("#said")).to_have_text("才叫了 1 次，规定叫满 3 次；真的过号，请再按一次")
    shows(page, first["number"])
    later(page)
    page.click("#act-no-show")
    state(page, "open")
    expect(page.locator(".turn-last")).to_contain_text(f"上一个 {first['number']} 已过号")
    later(page)
    page.click("#act-next")
    shows(page, second["number"])
    for calls in (2, 3):
        later(page)
        page.click("#act-recall")
        expect(page.locator(".turn-facts")).to_contain_text(f"已叫 {calls} 次")
    expect(page.locator("#act-no-show")).to_have_class("plain offered")
    later(page)
    page.click("#act-no-show")
    state(page, "open")


def test_what_was_done_can_be_undone_for_some_seconds(central: Central, desk) -> None:
    ticket = central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, ticket["number"])
    later(page)
    page.click("#act-finish")
    state(page, "open")
    expect(page.locator("#undo .left")).to_have_text(re.compile(r"^1?\d$"))
    later(page)
    page.keyboard.press("Control+z")
    shows(page, ticket["number"])
    later(page)
    page.click("#act-finish")
    state(page, "open")
    later(page, 16_000)
    expect(page.locator("#undo")).to_be_hidden()
    page.keyboard.press("Control+z")  # there is nothing to press any more
    state(page, "open")


def test_too_late_is_said(central: Central, desk) -> None:
    ticket = central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, ticket["number"])
    as_now = page.request.get(page.url).text()  # what a page goes on showing that hears late
    page.route("**/console/windows/w1", lambda route: route.fulfill(body=as_now, content_type="text/html"))
    later(page)
    central.clock.move(20)
    page.keyboard.press("Control+z")
    expect(page.locator("#said")).to_have_text("过了时间，撤不回来了")
    shows(page, ticket["number"])


def test_a_number_is_called_by_hand_and_what_is_typed_stays(central: Central, desk) -> None:
    numbers = [central.issue()["number"] for _ in range(3)]
    page = desk("w1")
    page.keyboard.press("F3")
    page.keyboard.type("00")
    central.issue()  # news, while somebody types
    waiting(page, "general", 4)
    expect(page.locator("#find")).to_have_value("00")
    expect(page.locator("#found li")).to_have_count(3)
    page.fill("#find", "9")
    expect(page.locator("#found-none")).to_be_visible()
    page.fill("#find", "a3")
    expect(page.locator("#found li:visible b")).to_have_text([numbers[2]])
    page.keyboard.press("Enter")
    shows(page, numbers[2])
    expect(page.locator(".turn-facts")).to_contain_text("按号码叫的")


def test_a_ticket_is_cancelled_only_when_asked_twice(central: Central, desk) -> None:
    ticket = central.issue()
    page = desk("w1")
    page.click("#act-find")
    page.click(f"#cancel-{ticket['id']}")
    expect(page.locator("dialog #said")).to_contain_text("不能撤回")
    later(page)
    page.click(f"#cancel-{ticket['id']}")
    waiting(page, "general", 0)
    with central.machine() as terminal:
        assert terminal.get(f"/api/v1/tickets/{ticket['id']}").json()["state"] == "cancelled"
