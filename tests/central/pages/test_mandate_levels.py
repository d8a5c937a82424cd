"""A mandate over two levels in two real browsers: the village's agent passes it up, the street's clerk takes it over and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.central.pages.conftest import later, settled, sits_down
from tests.central.pages.test_mandates import FITS, act, dialog, send
from tests.kit.central import Central
from tests.kit.levels import STREET, three_levels
from tests.kit.mandates import BOOK, ELDER, TRACES, given, walk

STREET_NAME = STREET["hall"]["name"]["zh"]


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with three_levels(Path(tmp_path_factory.mktemp("levels"))) as running:
        yield running


def test_the_village_passes_it_up_and_the_street_passes_it_back(
    central: Central, visitor: Callable[..., BrowserContext]
) -> None:
    mandate = given(central, papers=[BOOK])
    walk(central, "helper", mandate, "take")
    street = sits_down(central, visitor(), "street-clerk", "/console/mandates")
    expect(street.locator("#passed")).to_have_count(0)
    village = sits_down(central, visitor(), "helper", f"/console/mandates/{mandate}")
    relaying = act(village, "relay")
    halls = relaying.locator("#relay-hall option").all_inner_texts()
    assert halls == ["不在本系统里的部门", STREET_NAME, "东胜区政务服务中心"], "those above it, the nearest first"
    relaying.locator("#relay-hall").select_option(label=STREET_NAME)
    expect(relaying.locator("#relay-office")).to_be_hidden()
    expect(relaying.locator("#relay-level")).to_be_hidden()
    relaying.locator("#relay-until").fill("2025-03-04")
    relaying.locator("#relay-note").fill("请看户口簿第三页")
    send(village, relaying)
    expect(village.locator(".relay")).to_contain_text("等人接手")

    expect(street.locator("#said")).to_contain_text("别的大厅交来一件代办")
    expect(street.locator("#passed")).to_contain_text("测试嘎查便民服务站")
    later(street)
    street.click("#passed .primary")
    expect(street.locator("#papers")).to_contain_text("户口簿")
    settled(street)
    assert not [trace for trace in (*TRACES, "户口簿第三页") if trace in street.content()]
    street.keyboard.press("F8")
    expect(street.locator("#person")).to_contain_text(ELDER["id_number"])
    expect(street.locator("#person")).to_contain_text("请看户口簿第三页")
    assert not [each for each in (ELDER["phone"], ELDER["address"]) if each in street.content()]
    street.keyboard.press("Escape")
    expect(village.locator(".relay")).to_contain_text("街道辛 接手")

    later(street)
    street.keyboard.press("F9")
    giving = dialog(street, "back")
    giving.locator("[value=refused]").check()
    giving.locator("[type=submit]").click()
    expect(giving.locator(".field-error")).to_have_text("没有办成的，请写明原因")
    giving.locator("[value=supplement]").check()
    giving.locator("#back-wanted").fill("近期照片\n银行卡复印件")
    send(street, giving)
    expect(street.locator("#head .chip").first).to_have_text("缺材料")
    expect(street.locator("#papers li, #show")).to_have_count(0)
    expect(village.locator("#next .wanted")).to_contain_text("说缺材料")
    asking = act(village, "ask")
    expect(asking.locator("#ask-wanted")).to_have_value("近期照片\n银行卡复印件")
    send(village, asking)
    expect(village.locator("#course")).to_contain_text("街道辛")


def test_nothing_sticks_out_in_the_longer_language(central: Central, visitor: Callable[..., BrowserContext]) -> None:
    long = {"zh": "城乡居民基本养老保险待遇领取资格认证及高龄津贴申领一次办", "en": "Confirmation of a pension and application for the allowance"}
    mandate = given(central, "helper", item_name=long, promised_days=0, papers=[BOOK])
    walk(central, "helper", mandate, "take")
    relay = walk(central, "helper", mandate, ("relay", {"hall": "street"}))["relays"][0]["id"]
    central.clock.move(2 * 24 * 3600)
    page = sits_down(central, visitor(), "street-manager", "/console/mandates", "en")
    expect(page.locator("#passed tr.is-late")).to_have_count(1)
    for path in ("mandates", f"mandates/relays/{relay}"):
        page.goto(f"{central.url}/console/{path}")
        for width in (1366, 1024):
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, path)
            assert page.evaluate(FITS), (width, path)
