"""A clerk's day at the window."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

from playwright.sync_api import Page, expect

from central.credentials import COOKIE
from central.queue import tidal
from central.unit import unit_for
from tests.central.pages.conftest import hold, later
from tests.kit.central import HALL, Central, running_central

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


def close(page: Page) -> None:
    page.click("#act-pause")
    page.click("#close")


def test_opening_and_closing(central: Central, desk) -> None:
    page = desk("w4", user="manager")
    state(page, "closed")
    assert possible(page) == []
    page.click("#open")
    state(page, "open")
    expect(page.locator("#head .pill")).to_have_text("开窗中")
    with central.machine() as terminal:
        hall = terminal.get(f"/api/v1/halls/{central.hall}").json()
    assert [window["id"] for window in hall["windows"] if window["open"]] == ["w1", "w2", "w3", "w4"]
    page.click("#me summary")
    page.click("#leave")
    expect(page.locator("#said")).to_have_text("窗口还开着；请先关窗，再退出")
    later(page)
    close(page)
    state(page, "closed")


def test_a_clerk_stands_by_at_a_tidal_window_and_it_opens_with_the_crowd(tmp_path: Path, visitor) -> None:
    hall = deepcopy(HALL)
    hall["window"][3] |= {"tidal": {"open_above": 2, "close_below": 1}, "lines": ["general"]}
    hall["rules"] = {"tidal_patience_min": 0}
    hall["staff"][2]["windows"].append("w4")
    with running_central(tmp_path, hall=hall) as central:
        context = visitor()
        context.add_cookies([{"name": COOKIE, "value": central.log_in("clerk"), "url": central.url}])
        page, chooser = context.new_page(), context.new_page()
        page.clock.install()
        page.goto(f"{central.url}/console/windows/w4")
        chooser.goto(f"{central.url}/console/windows")
        expect(page.locator(".turn-note")).to_have_text("潮汐窗口：每个窗口等候超过 2 人时自动开窗")
        page.keyboard.press("F2")
        expect(page.locator(".turn-big")).to_have_text("备用中")
        expect(chooser.locator("#window-w4 .pill")).to_have_text("备用中")
        expect(chooser.locator("#window-w4 .windows-who")).to_have_text("窗口丙 在岗")
        for _ in range(6):  # three for each of the two windows that work
            central.issue()
        central.context.database.write(lambda session: tidal.look(unit_for(central.context, session), central.hall))
        later(page, 16_000)
        state(page, "open")
        close(page)
        state(page, "closed")


def test_a_pause_says_why_and_a_dialog_covers_the_keys_behind_it(central: Central, desk) -> None:
    central.issue()
    page, chooser = desk("w1"), desk(user="manager")
    page.click("#act-pause")
    expect(page.locator("#pause-dialog")).to_be_visible()
    page.keyboard.press("F2")
    state(page, "open")
    page.keyboard.press("2")
    state(page, "paused")
    expect(page.locator(".turn-big")).to_have_text("开会")
    expect(chooser.locator("#window-w1 .pill")).to_have_text("暂停 · 开会")
    assert possible(page) == []
    later(page)
    page.keyboard.press("F2")
    state(page, "open")


def test_a_key_struck_twice_opens_and_does_not_call(central: Central, desk) -> None:
    page = desk("w1")
    close(page)
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
    central.clock.move(20)
    later(page)
    page.click("#undo")
    expect(page.locator("#said")).to_have_text("过了时间，撤不回来了")
    shows(page, ticket["number"])


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
