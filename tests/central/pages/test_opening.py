"""Windows are chosen, opened, paused, closed, stood by at."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from playwright.sync_api import expect

from central.credentials import COOKIE
from central.queue import tidal
from central.unit import unit_for
from tests.central.pages.at_window import close, possible, state, waiting
from tests.central.pages.conftest import hold, later, settled
from tests.kit.central import HALL, Central, running_central


def test_a_clerk_sees_only_their_windows(central: Central, desk) -> None:
    central.issue()
    page = desk()
    expect(page.locator(".windows a b")).to_have_text(["1", "2"])
    expect(page.locator("#window-w1 .windows-waiting")).to_have_text("1 人在等")
    page.goto(f"{central.url}/console/windows/w3")
    settled(page)
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
        settled(page)
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
