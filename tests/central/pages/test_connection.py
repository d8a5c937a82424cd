"""The network between window and service fails, and comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.central.pages.conftest import later
from tests.central.pages.wire import Wire
from tests.kit.central import Central


@pytest.fixture
def wire(central: Central) -> Iterator[Wire]:
    between = Wire(central.url)
    yield between
    between.close()


def test_the_stream_is_lost_and_found_again(central: Central, desk, wire: Wire) -> None:
    page = desk("w1", url=wire.url)
    connection, count = page.locator("#connection"), page.locator('[data-line="general"]')
    central.issue()
    expect(count).to_have_text("1")
    expect(connection).to_be_hidden()

    wire.cut()
    expect(connection).to_be_visible()
    central.issue()
    page.click("#act-next")
    expect(page.locator("#said")).to_have_text("连不上中心服务，没有办成，请再试")
    expect(page.locator("#turn")).to_have_attribute("data-state", "open")

    wire.mend()
    expect(connection).to_be_hidden(timeout=15_000)
    expect(count).to_have_text("2")  # what happened meanwhile
    central.issue()
    expect(count).to_have_text("3")
    later(page)
    page.click("#act-next")
    expect(page.locator("#turn")).to_have_attribute("data-state", "serving")


def test_a_pulled_cable_is_noticed_although_nothing_was_closed(central: Central, desk, wire: Wire) -> None:
    page = desk("w1", url=wire.url)
    expect(page.locator("#connection")).to_be_hidden()
    wire.mute()
    later(page, 23_000)
    expect(page.locator("#connection")).to_be_visible(timeout=15_000)
    wire.mend()
    later(page, 23_000)
    expect(page.locator("#connection")).to_be_hidden(timeout=15_000)
