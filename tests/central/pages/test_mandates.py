"""An agent's day in a real browser: taken down, signed, sent on, supplemented, delivered, filed and printed; by keys too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.central.pages.conftest import later, settled, sits_down
from tests.kit.central import Central, running_central
from tests.kit.mandates import ELDER, TRACES, given, read, walk

Open = Callable[..., Page]

FITS = "[...document.querySelectorAll('td, li, .relay')].every((it) => it.scrollWidth <= it.clientWidth)"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(Path(tmp_path_factory.mktemp("mandates"))) as running:
        yield running


@pytest.fixture
def office(central: Central, visitor: Callable[..., BrowserContext]) -> Open:
    def sit_down(path: str = "mandates", user: str = "helper", lang: str = "zh", **options: Any) -> Page:
        return sits_down(central, visitor(**options), user, f"/console/{path}", lang)

    return sit_down


def dialog(page: Page, name: str) -> Locator:
    found = page.locator(f"dialog#{name}")
    expect(found).to_be_visible()
    return found


def act(page: Page, name: str) -> Locator:
    """Opens the dialog of a step."""
    later(page)
    page.click(f"#do-{name}")
    return dialog(page, name)


def send(page: Page, asked: Locator) -> None:
    asked.locator("[type=submit]").click()
    expect(asked).to_be_hidden()
    expect(page.locator("#said")).to_have_text("已记下")


def state(page: Page, words: str) -> None:
    expect(page.locator("#head .chip").first).to_have_text(words)


def test_an_agents_day(central: Central, office: Open) -> None:
    page = office()
    page.keyboard.press("F2")
    making = dialog(page, "make")
    expect(making.locator("#make-item")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.insert_text("高龄津贴申领")
    for text in ("", "", ELDER["name"], ELDER["id_number"], ELDER["phone"], ELDER["address"], "请代我认证", "户口簿"):
        page.keyboard.press("Tab")
        page.keyboard.insert_text(text)
    page.fill("#make-promised", "5")
    making.locator("#make-promised").press("Enter")
    state(page, "待签订")
    expect(page.locator("h1")).to_have_text("高龄津贴申领")
    expect(page.locator("#papers")).to_contain_text("在我们这里")

    settled(page)
    page.keyboard.press("F9")
    signing = dialog(page, "accept")
    signing.locator("[type=submit]").click()
    expect(signing.locator(".field-error")).to_have_count(2)
    signing.locator("#accept-consent").check()
    box = signing.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 80)
    page.mouse.up()
    send(page, signing)
    state(page, "待接办")
    expect(page.locator("#head")).to_contain_text("还有 5 个工作日")

    taking = act(page, "take")
    taking.locator("#take-deputy").select_option(label="窗口丙")
    send(page, taking)
    relaying = act(page, "relay")
    relaying.locator("#relay-office").fill("市医保局")
    relaying.locator("#relay-lead").check()
    send(page, relaying)
    expect(page.locator(".relay")).to_contain_text("牵头部门")
    asking = act(page, "ask")
    asking.locator("#ask-wanted").fill("近期照片\n银行卡复印件")
    send(page, asking)
    expect(page.locator(".wanted li")).to_have_count(2)
    expect(page.locator("#do-ask")).to_have_count(0)
    send(page, act(page, "supply"))
    later(page)
    page.click(".relay button")
    expect(page.locator(".relay")).to_have_count(0)
    refusing = act(page, "finish")
    refusing.locator("[value=refused]").check()
    refusing.locator("[type=submit]").click()
    expect(refusing.locator(".field-error")).to_have_text("没有办成的，要写明原因")
    refusing.locator("[value=granted]").check()
    send(page, refusing)
    later(page)
    page.click("#do-offer")
    expect(page.locator("#said")).to_have_text("还不能请委托人签收：原件还没有退还")
    delivering = act(page, "deliver")
    delivering.locator("[data-on-paper]").check()
    send(page, delivering)
    calling = act(page, "call_back")
    calling.locator("[value=yes]").check()
    send(page, calling)
    expect(page.locator("#do-file")).to_be_visible()
    later(page)
    page.keyboard.press("F9")
    expect(page.locator("#said")).to_have_text("还不能归档：原件还没有退还")
    page.click("#do-return")
    later(page)
    page.click("#do-return")
    expect(page.locator("#papers")).to_contain_text("已退还")
    later(page)
    page.keyboard.press("F9")
    state(page, "已归档")
    expect(page.locator(".timeline li")).to_have_count(12)
    assert not [trace for trace in TRACES if trace in page.content()]


def test_printed_forms_are_filled_in_and_looks_are_written_down(central: Central, office: Open) -> None:
    mandate = given(central, "helper")
    walk(central, "helper", mandate, "take", ("finish", {"outcome": "granted"}))
    page = office(f"mandates/{mandate}")
    for form, title in (("closing", "帮办代办服务办结单"), ("receipt", "帮办代办委托回执"), ("mandate", "帮办代办委托单")):
        page.goto(f"{central.url}/console/mandates/{mandate}/print/{form}")
        expect(page.locator(".sheet[data-ready]")).to_be_visible()
        expect(page.locator(".sheet h1")).to_have_text(title)
        assert (ELDER["name"] in page.locator(".sheet").inner_text()) == (form != "receipt")
    expect(page.locator("canvas[data-of=signature]")).to_be_visible()
    audit = read(central, f"/halls/{central.hall}/audit", "manager")["entries"]
    assert sum(each["action"] == "mandate.revealed" and each["subject"] == mandate for each in audit) == 3
    stranger = office(f"mandates/{mandate}/print/mandate", user="clerk3")
    expect(stranger.locator("#said")).to_have_text("这件委托由别人经办")
    assert not [trace for trace in TRACES if trace in stranger.content()]


def test_a_hall_changes_its_ledger(central: Central, office: Open) -> None:
    given(central, "helper")
    page = office("mandates/forms?of=ledger", user="manager")
    page.fill("#title-zh", "代办台账")
    page.uncheck("#row-phone_end")
    page.locator("[data-fact=item] [data-up]").click()
    page.click("#form [type=submit]")
    expect(page.locator("#said")).to_contain_text("已保存")
    page.goto(f"{central.url}/console/mandates/ledger?from=2025-03-03&to=2025-03-03")
    expect(page.locator("h1").first).to_have_text("代办台账")
    assert page.locator("thead th").all_inner_texts()[:3] == ["编号", "事项", "委托日期"]
    with page.expect_download() as download:
        page.click("#xlsx")
    assert download.value.suggested_filename.endswith(".xlsx")
    page.goto(f"{central.url}/console/mandates/forms?of=ledger")
    page.click("#restore")
    later(page)
    page.click("#restore")
    expect(page.locator("#title-zh")).to_have_value("帮办代办工作台账")


def test_nothing_sticks_out_in_either_language(central: Central, office: Open) -> None:
    chinese = "城乡居民基本养老保险待遇领取资格认证及高龄津贴申领一次办"
    long = {"zh": chinese, "en": "Confirmation of a pension and application for the allowance"}
    somebody = {**ELDER, "name": "阿拉坦其其格测试的姓名特别特别长"}
    mandate = given(central, "helper", item_name=long, principal=somebody, promised_days=0)
    walk(central, "helper", mandate, "take", ("relay", {"office": "很长的名字的区级政务服务和数据管理局", "level": "district"}))
    central.clock.move(2 * 24 * 3600)
    for lang in ("zh", "en"):
        page = office(lang=lang)
        expect(page.locator("tr.is-late")).to_have_count(1)
        for path in ("mandates", f"mandates/{mandate}", "mandates/ledger?from=2025-03-03&to=2025-03-05"):
            page.goto(f"{central.url}/console/{path}")
            for width in (1366, 1024):
                page.set_viewport_size({"width": width, "height": 768})
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (lang, width, path)
                assert page.evaluate(FITS), (lang, width, path)
