"""A resident rings for a person."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.central.pages.conftest import hold, later
from tests.kit.central import Central

COUNT_TONES = """
window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };
"""

# What a browser does with a page that nobody has touched; the browser of these tests counts its driver's commands as touches.
SILENT_UNTIL_TOUCHED = """
let touched = null;
const touch = new Promise((done) => addEventListener("pointerdown", () => done((touched = true)), true));
window.AudioContext = class extends AudioContext {
  get state() { return touched ? super.state : "suspended"; }
  resume() { return touch.then(() => super.resume()); }
};
"""


@pytest.fixture
def ring(central: Central) -> Iterator:
    with central.machine() as terminal:

        def at_the_terminal(doing: str = "menu") -> None:
            key = {"Idempotency-Key": str(uuid4())}
            terminal.post(f"/api/v1/halls/{central.hall}/help", json={"doing": doing}, headers=key).raise_for_status()

        yield at_the_terminal


def hears(page: Page) -> Page:
    """Browsers keep a page silent until it is touched."""
    page.add_init_script(COUNT_TONES)
    page.reload()
    page.mouse.click(400, 300)
    return page


def rings(page: Page) -> None:
    """The two tones of one ring. The page's policy forbids the browser's own way to wait for an expression."""
    deadline = time.monotonic() + 15
    while page.evaluate("window.tones") < 2:
        assert time.monotonic() < deadline, "it does not ring"
        page.wait_for_timeout(20)


def test_it_rings_and_is_answered(central: Central, desk, ring) -> None:
    page, other = hears(desk("w1")), desk("w2")
    ring()
    call = page.locator(".call")
    expect(call.locator("strong")).to_have_text("T1")
    expect(call).to_contain_text("有人要帮忙（选业务），已等")
    rings(page)
    assert page.title().startswith("【有人要帮忙】")
    expect(other.locator(".call.ringing")).to_be_visible()

    page.get_by_role("button", name="5 分钟到", exact=True).click()
    for each in (page, other):
        expect(each.locator(".call.answered")).to_contain_text("窗口丙 去帮忙，约 5 分钟到")
    assert not page.title().startswith("【")
    expect(other.get_by_role("button", name="我来了")).to_have_count(0)

    other.get_by_role("button", name="已帮好").click()
    for each in (page, other):
        expect(each.locator(".call")).to_have_count(0)


def test_a_double_click_answers_and_does_not_close(central: Central, desk, ring) -> None:
    page = desk("w1")
    ring()
    expect(page.locator(".call.ringing")).to_be_visible()
    hold(page)
    page.get_by_role("button", name="10 分钟到").dblclick()
    expect(page.locator(".call.answered")).to_be_visible()
    box = page.get_by_role("button", name="已帮好").bounding_box()
    assert box is not None
    later(page)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".call")).to_have_count(0)


def test_by_the_keyboard_the_longest_waiting_first(central: Central, desk, ring) -> None:
    page = desk("w1")
    ring("ticketshown")
    central.clock.move(5)
    ring("rate")
    expect(page.locator(".call.ringing")).to_have_count(2)
    page.keyboard.press("F7")
    expect(page.locator(".call.answered")).to_have_count(1)
    expect(page.locator(".call").first).to_contain_text("窗口丙 去帮忙")
    expect(page.locator(".call.ringing")).to_contain_text("评价")
    later(page)
    page.keyboard.press("F7")
    expect(page.locator(".call.answered")).to_have_count(2)


def test_a_helper_without_a_window_hears_it_too(central: Central, desk, ring) -> None:
    page = hears(desk(user="helper"))
    expect(page.locator("#windows")).to_contain_text("没有给您分配窗口")
    ring()
    rings(page)
    page.keyboard.press("F7")
    expect(page.locator(".call.answered")).to_contain_text("帮办戊 去帮忙")


def test_an_untouched_page_says_that_it_cannot_ring(central: Central, desk, ring) -> None:
    page = desk("w1")
    page.add_init_script(COUNT_TONES)
    page.add_init_script(SILENT_UNTIL_TOUCHED)
    page.reload()
    ring()
    expect(page.locator(".call.ringing")).to_be_visible()
    expect(page.locator(".call-silent")).to_have_text("点一下屏幕，才有铃声")
    expect(page.locator(".call-silent")).to_be_visible()
    assert page.evaluate("window.tones") == 0
    page.mouse.click(400, 300)
    expect(page.locator(".call-silent")).to_be_hidden()
    later(page, 5000)
    rings(page)


def test_a_code_that_the_console_does_not_know_is_not_shown(central: Central, desk, ring) -> None:
    page = desk("w1")
    ring("some.new_view")
    expect(page.locator(".call.ringing")).to_be_visible()
    assert "some.new_view" not in page.content()
