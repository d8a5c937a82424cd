"""A complaint is given to somebody, answered and closed in a real browser; an enquiry is taken down by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.central.pages.conftest import later, settled, sits_down
from tests.kit.central import Central, running_central
from tests.kit.opinions import SAID, TRACES, WHO, told

Open = Callable[..., Page]

FITS = "[...document.querySelectorAll('td, th')].every((it) => it.scrollWidth <= it.clientWidth)"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with running_central(tmp_path_factory.mktemp("opinions")) as running:
        yield running


@pytest.fixture
def office(central: Central, visitor: Callable[..., BrowserContext]) -> Open:
    def sit_down(path: str = "opinions", user: str = "manager", lang: str = "zh") -> Page:
        return sits_down(central, visitor(), user, f"/console/{path}", lang)

    return sit_down


def dialog(page: Page, name: str) -> Locator:
    found = page.locator(f"dialog#{name}")
    expect(found).to_be_visible()
    return found


def act(page: Page, button: str, name: str) -> Locator:
    later(page)
    page.click(button)
    return dialog(page, name)


def send(page: Page, asked: Locator) -> None:
    asked.locator("[type=submit]").click()
    expect(asked).to_be_hidden()
    expect(page.locator("#said")).to_have_text("已记下")


def test_a_managers_day_with_a_complaint_and_an_enquiry(central: Central, office: Open) -> None:
    page = office()
    expect(page.locator("#sections")).to_contain_text("现在没有")
    settled(page)
    clerk = office(user="clerk")
    settled(clerk)
    opinion = told(central, words=SAID, contact=WHO, topics=["told_twice", "attitude"])
    expect(page.locator("#said")).to_have_text("有居民说了意见，请到“意见”页看看")
    expect(page.locator("#section-waiting")).to_have_text("还没有人承办 1")  # by the hall's events alone
    page.click(f"#show-{opinion}")
    shown = dialog(page, "shown")
    expect(shown).to_contain_text(SAID)
    shown.locator("[data-close]").last.click()
    expect(page.locator("[data-of=words]")).to_have_text("")
    assert not [trace for trace in TRACES if trace in page.content()]

    asked = act(page, f"#assign-{opinion}", "assign")
    asked.locator("#assign-staff").select_option(label="帮办戊")
    send(page, asked)
    expect(page.locator("#section-others")).to_be_visible()
    asked = act(page, f"#answer-{opinion}", "answer")
    assert asked.locator("#answer-result option:not([disabled])").count() == 4
    asked.locator("#answer-words").fill("已经道歉")
    send(page, asked)
    asked = act(page, f"#close-{opinion}", "close")
    expect(asked.locator("[value=no_contact]")).to_be_hidden()
    send(page, asked)
    expect(page.locator("#section-closed")).to_be_visible()

    later(page)
    page.keyboard.press("F2")
    making = dialog(page, "make")
    expect(making.locator("[name=kind]").first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowRight")  # to the last kind: an enquiry
    expect(making.locator("[data-of-kind=complaint]")).to_be_hidden()
    making.locator("#make-words").fill("补办老年证要带什么")
    making.locator("#make-answered").check()
    making.locator("#make-answer-words").fill("带身份证和一张照片")
    making.locator("#make-answer-words").press("Control+Enter")
    making.locator("[type=submit]").press("Enter")
    expect(page.locator("#said")).to_have_text("登记好了，编号 2025-0002，请告诉本人")
    expect(page.locator("#section-answered")).to_be_visible()
    page.click("#record")
    expect(page.locator(".ledger-table tbody tr")).to_have_count(2)
    with page.expect_download() as download:
        page.click("#xlsx")
    assert download.value.suggested_filename.endswith(".xlsx")

    expect(clerk.locator("#sections tbody tr")).to_have_count(1)  # the enquiry alone
    expect(clerk.locator("#said")).to_have_text("")
    told(central, topics=["inaction", "misuse", "graft", "told_twice", "slow", "attitude", "mistake", "place", "other"])
    central.clock.move(8 * 24 * 3600)
    for path in ("opinions", "opinions/record?from=2025-03-01&to=2025-03-31"):
        page = office(path, lang="en")
        expect(page.locator("tr.is-late" if path == "opinions" else ".ledger-table")).to_have_count(1)
        for width in (1366, 1024):
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, path)
            assert page.evaluate(FITS), (width, path)
