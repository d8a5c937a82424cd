"""The resident's ticket on their own phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from central.pages.phone import told_wait
from central.pages.words import WORDS
from tests.central.pages.conftest import later
from tests.kit.central import Central

HOLDER = {"kind": "resident", "name": "慕容翠花", "id_number": "152601195001020019", "birth": "1950-01-02"}

COUNT = """
window.tones = 0; window.buzzes = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };
navigator.vibrate = () => (window.buzzes += 1) > 0;
"""


@pytest.fixture
def phone(visitor) -> Callable[..., Page]:
    def open_page(address: str, **options: object) -> Page:
        page = visitor(**{"viewport": {"width": 360, "height": 640}, **options}).new_page()
        page.clock.install()
        page.goto(address)
        return page

    return open_page


def test_it_follows_the_ticket_by_itself(central: Central, phone) -> None:
    central.issue()
    ticket = central.issue()
    page = phone(ticket["qr"])
    told = page.locator("#ticket")
    expect(page.locator("h1")).to_contain_text(ticket["number"])
    expect(told).to_contain_text("前面还有 1 人")
    expect(told).to_contain_text("请在 1、2 号窗口前等候")
    expect(told).to_contain_text("One person before you")
    first = central.call_next()
    assert first is not None
    later(page, 15_000)
    expect(told).to_contain_text("下一个就是您，请准备")
    central.step(first["id"], "finish")
    central.call_next("w2")
    later(page, 15_000)
    expect(told).to_contain_text("请到 2 号窗口")
    expect(told).to_contain_text("Please go to window 2")
    central.step(ticket["id"], "finish")
    later(page, 15_000)
    expect(told).to_contain_text("已办结")


def test_no_person_no_cookie_no_other_place(central: Central, phone) -> None:
    ticket = central.issue(holder=HOLDER, priority={"class": "elderly", "evidence": "card_birth_date"})
    page = phone("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ticket["qr"])
    for secret in ("慕容", "1526", "0019", "1950", "老年人"):
        assert secret not in page.content()
    assert page.context.cookies() == []
    assert asked and all(address.startswith(central.url) for address in asked)


def test_a_missed_ticket_leads_to_people(central: Central, phone) -> None:
    ticket = central.issue()
    central.call_next()
    central.step(ticket["id"], "no-show")
    expect(phone(ticket["qr"]).locator("#ticket")).to_contain_text("请找窗口或咨询台的工作人员")


def test_a_parked_ticket_is_kept_and_a_cancelled_one_is_over(central: Central, phone) -> None:
    ticket = central.issue()
    central.call_next()
    page = phone(ticket["qr"])
    with central.person() as clerk:
        clerk.post(f"/api/v1/tickets/{ticket['id']}/park").raise_for_status()
        later(page, 5_000)
        expect(page.locator("#ticket")).to_contain_text("您的号先留着，窗口会再叫您")
        clerk.post(f"/api/v1/tickets/{ticket['id']}/cancel", json={"by": "staff"}).raise_for_status()
    later(page, 5_000)
    expect(page.locator("#ticket")).to_contain_text("这个号已取消")
    expect(page.locator("#alert")).to_be_hidden()


def test_it_rings_when_it_was_asked_to(central: Central, phone) -> None:
    ticket = central.issue(lang="en")
    page = phone("about:blank", has_touch=True)
    page.add_init_script(COUNT)
    page.goto(ticket["qr"])
    assert page.get_attribute("html", "lang") == "en", "in the language of the ticket"
    expect(page.locator(".lead").first).to_have_text("You are next. Please get ready")
    page.get_by_role("button", name="Ring when I am called").tap()
    expect(page.locator("#alert")).to_contain_text("It will ring when you are called")
    assert page.evaluate("[tones, buzzes]") == [1, 1]
    central.call_next()
    later(page, 5_000)
    expect(page.locator(".go")).to_have_text("Please go to window 1")
    assert page.evaluate("[tones, buzzes]") == [4, 2]
    assert page.title().startswith("Your turn")


@pytest.mark.parametrize(
    ("range_s", "said"),
    [
        (None, None),
        ((0, 20), "大约 1 分钟以内"),
        ((0, 400), "大约 7 分钟以内"),
        ((600, 600), "大约要等 10 分钟"),
        ((640, 1430), "约 10 到 25 分钟"),
        ((3700, 6000), "约 60 到 100 分钟"),
        ((8000, 12000), "要等两个小时以上"),
    ],
)
def test_an_estimate_in_plain_words(range_s: tuple[int, int] | None, said: str | None) -> None:
    wait = told_wait(range_s)
    assert (None if wait is None else WORDS["zh"](wait.key, **wait.values)) == said


@given(st.integers(0, 30_000), st.integers(0, 30_000))
def test_what_is_said_of_a_wait_holds_what_was_estimated(one: int, other: int) -> None:
    low, high = sorted((one, other))
    wait = told_wait((low, high))
    assert wait is not None
    values = wait.values
    least, most = values.get("low", values.get("n", 120)), values.get("high", values.get("n", 10_000))
    assert most * 60 >= high and (wait.key == "phone.wait_within" or least * 60 <= low)
    assert high == 0 or most * 60 - high <= 300 or wait.key == "phone.wait_long", "and not much more"


def test_an_unknown_key_says_so(central: Central, phone) -> None:
    page = phone(f"{central.url}/t/AAAAAAAAAAAAAAAAAAAAAA")
    expect(page.locator("h1")).to_have_text("查不到这个号")
    with central.client() as client:
        assert client.get("/t/AAAAAAAAAAAAAAAAAAAAAA").status_code == 404


def test_the_next_day_it_is_over(central: Central, phone) -> None:
    ticket = central.issue()
    page = phone(ticket["qr"])
    central.clock.move(24 * 3600)
    later(page, 15_000)
    expect(page.locator("h1")).to_have_text("查不到这个号")
    expect(page.locator("#connection")).to_be_hidden()


def test_nobody_serves_it_any_more(central: Central, phone) -> None:
    ticket = central.issue()
    with central.person() as clerk:
        for window in ("w1", "w2"):
            clerk.post(f"/api/v1/halls/{central.hall}/windows/{window}/close").raise_for_status()
    expect(phone(ticket["qr"]).locator("#ticket")).to_contain_text("现在没有窗口办这一项，请到咨询台问一问")


def test_it_refreshes_without_scripts_too(central: Central, phone) -> None:
    page = phone(central.issue()["qr"], java_script_enabled=False)
    expect(page.locator(".lead").first).to_have_text("下一个就是您，请准备")
    expect(page.locator("#alert")).to_be_hidden()
    assert page.locator('meta[http-equiv="refresh"][content="10"]').count() == 1


def test_it_fits_a_small_phone_in_large_type(central: Central, phone) -> None:
    page = phone(central.issue()["qr"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = page.eval_on_selector_all("#ticket *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert min(sizes) >= 18
    assert max(sizes) >= 72
