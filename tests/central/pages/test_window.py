"""Tickets are called, served and finished at a window."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.central.pages.at_window import close, possible, shows, state, waiting
from tests.central.pages.conftest import hold, later
from tests.kit.central import Central


def test_call_recall_finish(central: Central, desk) -> None:
    first, second = central.issue(), central.issue()
    page, other = desk("w1"), desk("w2")
    waiting(other, "general", 2)
    assert possible(page) == ["next"]
    page.click("#act-next")
    shows(page, first["number"])
    assert possible(page) == ["recall", "no-show", "finish"]
    waiting(other, "general", 1)  # an event, not a reload, told the other window
    expect(page.locator(".turn-facts")).to_contain_text("已叫 1 次")
    later(page)
    page.click("#act-recall")
    expect(page.locator(".turn-facts")).to_contain_text("已叫 2 次")
    close(page)
    expect(page.locator("dialog #said")).to_have_text("请先办结现在的号，再关窗")
    page.keyboard.press("Escape")
    later(page)
    page.click("#act-finish")
    state(page, "open")
    expect(page.locator(".turn-last")).to_contain_text(f"上一个 {first['number']} 已办结")
    later(page)
    page.click("#act-next")
    shows(page, second["number"])
    with central.machine() as terminal:
        assert terminal.get(f"/api/v1/tickets/{first['id']}").json()["state"] == "finished"


def test_why_this_one_is_next(central: Central, desk) -> None:
    for _ in range(2):
        central.issue()
    central.clock.move(46 * 60)
    central.issue(priority={"class": "soldier", "evidence": "own_word"})
    page = desk("w1")
    expect(page.locator("#next-five .why")).to_have_text("为什么先叫 A001？ 已等 46 分钟，等到 45 分钟的先叫。")
    expect(page.locator("#next-five li b")).to_have_text(["A001", "A003", "A002"])
    expect(page.locator("#next-five .tag")).to_have_text(["等得久", "优先", "等得久"])
    page.click("#act-next")
    shows(page, "A001")
    expect(page.locator("#next-five .why")).to_contain_text("为什么先叫 A003？ 是优先号")


def test_a_double_click_calls_one(central: Central, desk) -> None:
    first, second = central.issue(), central.issue()
    page = desk("w1")
    hold(page)
    page.dblclick("#act-next")
    shows(page, first["number"])
    later(page)
    waiting(page, "general", 1)
    with central.machine() as terminal:
        assert terminal.get(f"/api/v1/tickets/{second['id']}").json()["state"] == "waiting"


def test_nobody_waits(central: Central, desk) -> None:
    page = desk("w1")
    page.click("#act-next")
    expect(page.locator("#said")).to_have_text("现在没有人等候")
    state(page, "open")


def test_two_browsers_at_two_windows_never_get_one_ticket(central: Central, desk) -> None:
    numbers = [central.issue()["number"] for _ in range(4)]
    one, two = desk("w1"), desk("w2")
    for page in (one, two):
        page.click("#act-next", no_wait_after=True)
    called = []
    for page in (one, two):
        state(page, "serving")
        called.append(page.inner_text(".turn-number"))
    assert sorted(called) == numbers[:2]
    for page in (one, two):
        waiting(page, "general", 2)


def test_two_browsers_at_one_window_agree(central: Central, desk) -> None:
    ticket = central.issue()
    clerk, manager = desk("w1"), desk("w1", user="manager")
    clerk.click("#act-next")
    shows(manager, ticket["number"])
    later(manager)
    manager.click("#act-finish")
    state(clerk, "open")


def test_who_waits_is_live(central: Central, desk) -> None:
    page = desk("w2")
    page.evaluate("window.sameDocument = true")
    waiting(page, "general", 0)
    expect(page.locator(".turn-line")).to_have_text("现在没有人等本窗口的业务")
    central.issue()
    central.issue("social")
    waiting(page, "general", 1)
    waiting(page, "social", 1)
    expect(page.locator(".turn-number")).to_have_text("2")
    expect(page.locator("#waiting .letter")).to_have_text(["A", "B"])
    assert page.evaluate("window.sameDocument"), "without a reload"


def test_why_first_and_what_of_the_paper_but_not_who(central: Central, desk) -> None:
    holder = {"kind": "resident", "name": "慕容翠花", "id_number": "152601195001020019", "birth": "1950-01-02"}
    ticket = central.issue(holder=holder, priority={"class": "elderly", "evidence": "card_birth_date"}, lang="en")
    with central.machine() as terminal:
        outcome = {"outcome": "not_printed", "fault": "paper_out"}
        terminal.put(f"/api/v1/tickets/{ticket['id']}/print", json=outcome).raise_for_status()
    page = desk("w1")
    page.click("#act-next")
    shows(page, ticket["number"])
    expect(page.locator(".chip-priority")).to_have_text("优先 老年人")
    told = ["老年人：出生日期已用证件核对", "号票 没有打印出来（打印纸用完了），居民手里没有纸票"]
    expect(page.locator(".turn .notice")).to_have_text(told)
    expect(page.locator(".turn-facts")).to_contain_text("英语")
    for secret in ("慕容翠花", "慕容", "1526", "0019", "1950"):
        assert secret not in page.content()


def test_a_rating_reaches_no_page_of_the_staff(central: Central, desk) -> None:
    ticket = central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, ticket["number"])
    central.step(ticket["id"], "finish")
    state(page, "open")
    before = page.content()
    with central.machine() as terminal:
        rating = {"level": 1, "channel": "touch"}
        terminal.put(f"/api/v1/tickets/{ticket['id']}/rating", json=rating).raise_for_status()
    central.issue()
    waiting(page, "general", 1)
    for words in ("满意", "评价", "rating", "level"):
        assert words not in page.content() and words not in before


def test_the_focus_can_be_seen(central: Central, desk) -> None:
    page = desk("w1")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
