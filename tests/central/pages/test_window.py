"""A clerk's day at the window."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.central.pages.conftest import hold, later
from tests.kit.central import Central

BUTTONS = ("#act-next", "#act-recall", "#act-no-show", "#act-finish")


def possible(page: Page) -> list[str]:
    return [button.removeprefix("#act-") for button in BUTTONS if page.is_enabled(button)]


def waiting(page: Page, line: str, count: int) -> None:
    expect(page.locator(f'[data-line="{line}"]')).to_have_text(str(count))


def state(page: Page, name: str) -> None:
    expect(page.locator("#turn")).to_have_attribute("data-state", name)


def shows(page: Page, number: str) -> None:
    state(page, "serving")
    expect(page.locator(".turn-number")).to_have_text(number)


def test_a_clerk_sees_only_their_windows(central: Central, desk) -> None:
    central.issue()
    page = desk()
    expect(page.locator(".windows a b")).to_have_text(["1", "2"])
    expect(page.locator("#window-w1 .windows-waiting")).to_have_text("1 人在等")
    page.goto(f"{central.url}/console/windows/w3")
    assert page.url.endswith("/console/windows")
    page.click("#window-w1")
    page.wait_for_url("**/windows/w1")
    expect(desk(user="manager").locator(".windows a b")).to_have_text(["1", "2", "3", "4"])


def test_opening_and_closing(central: Central, desk) -> None:
    page = desk("w4", user="manager")
    state(page, "closed")
    assert possible(page) == []
    page.click("#open")
    state(page, "open")
    expect(page.locator("#topbar .pill")).to_have_text("开窗中")
    with central.machine() as terminal:
        hall = terminal.get(f"/api/v1/halls/{central.hall}").json()
    assert [window["id"] for window in hall["windows"] if window["open"]] == ["w1", "w2", "w3", "w4"]
    page.click("#leave")
    expect(page.locator("#said")).to_have_text("请先暂停窗口，再退出")
    later(page)
    page.click("#close")
    state(page, "closed")


def test_a_key_struck_twice_opens_and_does_not_call(central: Central, desk) -> None:
    page = desk("w1")
    page.click("#close")
    state(page, "closed")
    central.issue()
    waiting(page, "general", 1)
    hold(page)
    page.keyboard.press("F2")
    state(page, "open")
    page.keyboard.press("F2")
    later(page)
    state(page, "open")
    page.keyboard.press("F2")
    state(page, "serving")


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
    page.click("#close")
    expect(page.locator("#said")).to_have_text("请先办结现在的号，再暂停")
    later(page)
    page.click("#act-finish")
    state(page, "open")
    expect(page.locator(".turn-last")).to_have_text(f"上一个 {first['number']} 已办结")
    later(page)
    page.click("#act-next")
    shows(page, second["number"])
    with central.machine() as terminal:
        assert terminal.get(f"/api/v1/tickets/{first['id']}").json()["state"] == "finished"


def test_no_show_asks_once_more(central: Central, desk) -> None:
    ticket = central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, ticket["number"])
    hold(page)
    page.dblclick("#act-no-show")
    expect(page.locator("#act-no-show .sure")).to_be_visible()
    shows(page, ticket["number"])
    later(page)
    page.click("#act-no-show")
    state(page, "open")
    expect(page.locator(".turn-last")).to_have_text(f"上一个 {ticket['number']} 已过号")


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
    page = desk("w1")
    page.evaluate("window.sameDocument = true")
    waiting(page, "general", 0)
    expect(page.locator(".turn-line")).to_have_text("现在没有人等本窗口的业务")
    central.issue()
    central.issue("social")
    waiting(page, "general", 1)
    waiting(page, "social", 1)
    expect(page.locator(".turn-number")).to_have_text("1")
    expect(page.locator("tr.mine .letter")).to_have_text(["A"])
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
    expect(page.locator(".chip-priority")).to_contain_text("老年人 · 证件上的出生日期已核对")
    expect(page.locator(".notice")).to_have_text("号票 没有打印出来（打印纸用完了），居民手里没有纸票")
    expect(page.locator(".turn-facts")).to_contain_text("English")
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


def test_the_keyboard_alone(central: Central, visitor) -> None:
    first, second = central.issue(), central.issue()
    page = visitor().new_page()
    page.clock.install()
    press = page.keyboard.press
    page.goto(f"{central.url}/console/")
    page.keyboard.type("clerk")
    press("Tab")
    page.keyboard.type(central.staff["clerk"])
    press("Enter")
    page.wait_for_url("**/windows")
    while page.evaluate("document.activeElement.id") != "window-w1":
        press("Tab")
    press("Enter")
    page.wait_for_url("**/w1")
    expect(page.locator("#actions kbd")).to_have_text(["F2", "F4", "F8", "F9"])
    press("F9")  # not possible yet: nothing happens
    press("F2")
    shows(page, first["number"])
    later(page)
    press("F4")
    expect(page.locator(".turn-facts")).to_contain_text("已叫 2 次")
    later(page)
    press("F8")
    later(page)
    press("F8")
    expect(page.locator(".turn-last")).to_contain_text("已过号")
    page.locator("#act-next").focus()
    later(page)
    press("Enter")
    shows(page, second["number"])
    expect(page.locator("#act-recall")).to_be_focused()  # the button is no longer possible; the next one is
    later(page)
    press("F9")
    state(page, "open")


def test_the_focus_can_be_seen(central: Central, desk) -> None:
    page = desk("w1")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
