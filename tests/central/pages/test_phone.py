"""The resident's ticket on their own phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.central.pages.conftest import later
from tests.kit.central import Central

HOLDER = {"kind": "resident", "name": "慕容翠花", "id_number": "152601195001020019", "birth": "1950-01-02"}


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
    expect(told).to_contain_text("请在 1、2 号窗口前等候叫号")
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
    assert page.locator('meta[http-equiv="refresh"][content="10"]').count() == 1


def test_it_fits_a_small_phone_in_large_type(central: Central, phone) -> None:
    page = phone(central.issue()["qr"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = page.eval_on_selector_all("#ticket *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert min(sizes) >= 18
    assert max(sizes) >= 72
