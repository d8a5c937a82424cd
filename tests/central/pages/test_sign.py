"""The small screen at a window."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from central.pages.sign import COOKIE
from tests.central.pages.conftest import settled
from tests.kit.central import HALL, Central, running_central

INSIDE = """all => all.map(e => e.getBoundingClientRect()).every(box => box.right <= innerWidth && box.bottom <= innerHeight)"""
CUT = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)"


@pytest.fixture
def screen(visitor) -> Callable[..., Page]:
    def open_screen(central: Central, window: str = "w1", **options: object) -> Page:
        page = visitor(**{"viewport": {"width": 800, "height": 480}, **options}).new_page()
        page.goto(f"{central.url}/sign/{central.hall}/{window}")
        settled(page)
        return page

    return open_screen


def enrolled(page: Page, code: str) -> Page:
    page.fill("#code", code)
    page.keyboard.press("Enter")
    return page


def test_it_follows_its_window(central: Central, screen) -> None:
    page = enrolled(screen(central), central.codes["D1"])
    sign = page.locator("#sign")
    expect(sign).to_have_class("sign open")
    expect(sign).to_contain_text("综合窗口")
    expect(sign).to_contain_text("Please wait for your number")
    ticket = central.issue()
    central.call_next()
    expect(page.locator(".number")).to_have_text(ticket["number"])
    central.step(ticket["id"], "finish")
    with central.person() as clerk:
        path = f"/api/v1/halls/{central.hall}/windows/w1"
        clerk.post(f"{path}/pause", json={"reason": "break"}).raise_for_status()
        expect(sign).to_contain_text("工作人员休息，马上回来")
        clerk.post(f"{path}/close").raise_for_status()
    expect(sign).to_have_class("sign closed")
    expect(sign).to_contain_text("Closed")


def test_only_a_display_of_the_hall_comes_in_and_no_code_is_spent_on_a_mistake(central: Central, screen) -> None:
    page = screen(central)
    for code, words in (("NO-SUCH-CODE", "设备码不对"), (central.codes["T1"], "不是显示屏的")):
        enrolled(page, code)
        expect(page.locator(".form-error")).to_contain_text(words)
    assert central.enrol("T1"), "the terminal's code still works"
    enrolled(page, central.codes["D1"])
    expect(page.locator("#sign")).to_be_visible()
    enrolled(screen(central, "w2"), central.codes["D1"])
    again = page.context.new_page()
    again.goto(f"{central.url}/sign/{central.hall}/w2")  # the machine's own cookie is enough from now on
    expect(again.locator(".label")).to_have_text("2")


def test_the_credential_opens_nothing_else(central: Central, screen) -> None:
    page = enrolled(screen(central), central.codes["D1"])
    expect(page.locator("#sign")).to_be_visible()
    [cookie] = page.context.cookies()
    assert (cookie["name"], cookie["path"], cookie["httpOnly"], cookie["sameSite"]) == (COOKIE, "/sign", True, "Strict")
    assert page.evaluate("document.cookie") == "" and cookie["value"] not in page.content() + page.url
    with central.client() as stranger:
        stranger.cookies.set(COOKIE, cookie["value"])
        assert stranger.get(f"/sign/{central.hall}/w1").status_code == 200
        assert stranger.get("/sign/elsewhere/w1").status_code == 401
        assert stranger.get(f"/sign/{central.hall}/nowhere").status_code == 404
        assert stranger.get(f"/api/v1/halls/{central.hall}").status_code == 401
        stranger.cookies.set("bangban_session", cookie["value"])
        assert stranger.get(f"/api/v1/halls/{central.hall}").status_code == 401
        assert stranger.get("/console/windows").headers["location"].endswith("/login")


def test_a_machine_that_is_revoked_is_asked_for_a_code_at_once(central: Central, screen) -> None:
    page = enrolled(screen(central), central.codes["D1"])
    expect(page.locator("#sign")).to_be_visible()
    with central.person("manager") as manager:
        path = f"/api/v1/halls/{central.hall}/setup"
        machines = manager.get(path).raise_for_status().json()["machines"]
        [machine] = [each["id"] for each in machines if each["name"] == "D1"]
        manager.delete(f"{path}/machines/{machine}").raise_for_status()
    expect(page.locator("#code")).to_be_visible()
    with central.client() as stranger:
        assert stranger.get(f"/sign/{central.hall}/w1/events").status_code == 401


def test_staff_may_try_it(central: Central, desk) -> None:
    page = desk()
    page.goto(f"{central.url}/sign/{central.hall}/w3")
    expect(page.locator(".name")).to_have_text("民政窗口")


def test_it_is_read_from_three_metres(tmp_path: Path, screen) -> None:
    hall = deepcopy(HALL)
    hall["window"][1] |= {"label": "12", "name": {"zh": "市场准入和农村三资管理服务综合窗口", "en": "Market access and village assets"}}
    with running_central(tmp_path, hall=hall) as central:
        page = enrolled(screen(central), central.codes["D1"])
        central.issue()
        central.call_next()
        expect(page.locator(".number")).to_be_visible()
        for window, sizes in (("w1", (".label", ".name", ".number")), ("w2", (".label", ".word"))):
            page.goto(f"{central.url}/sign/{central.hall}/{window}")
            for width, height in ((800, 480), (1024, 600), (1920, 1080)):
                page.set_viewport_size({"width": width, "height": height})
                for large in sizes:
                    assert page.eval_on_selector(large, "e => parseFloat(getComputedStyle(e).fontSize)") >= height / 8
                assert page.eval_on_selector_all("#sign *", INSIDE)
                assert page.eval_on_selector_all(".label, .name, .number, .word", CUT) == []
