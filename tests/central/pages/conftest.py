"""A real browser, a running service, and people who use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from central.credentials import COOKIE
from tests.kit.central import Central

CHROMIUM = "/usr/bin/chromium-headless-shell"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 15_000  # against hanging; nothing here takes a second but a reconnection

expect.set_options(timeout=PATIENCE_MS)

Desk = Callable[..., Page]


def settled(page: Page) -> None:
    """Its scripts are there, and what was asked of the service is answered: before that no strike counts."""
    page.wait_for_load_state("load")
    expect(page.locator('body[aria-busy="true"]')).to_have_count(0)


def later(page: Page, ms: int = 600) -> None:
    """Moves the page's own clock; by default past the moment in which a second strike counts as the same one."""
    settled(page)
    page.clock.fast_forward(ms)


def hold(page: Page) -> None:
    """Stops the page's own clock, so that however slow this machine is, the next strikes are one moment's."""
    settled(page)
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browsers that know nothing of each other."""
    opened: list[BrowserContext] = []

    def open_browser(**options: Any) -> BrowserContext:
        context = chromium.new_context(**{"locale": "zh-CN", "viewport": {"width": 1366, "height": 768}, **options})
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return context

    yield open_browser
    for context in opened:
        context.close()


def sits_down(central: Central, context: BrowserContext, user: str, path: str, lang: str = "zh") -> Page:
    """``user`` signed in, at the page of this path, with a clock that the test moves."""
    cookies = {COOKIE: central.log_in(user), "bangban_lang": lang}
    context.add_cookies([{"name": name, "value": value, "url": central.url} for name, value in cookies.items()])
    page = context.new_page()
    page.clock.install()
    page.goto(central.url + path)
    settled(page)
    return page


@pytest.fixture
def desk(central: Central, visitor: Callable[..., BrowserContext]) -> Desk:
    """A staff member's own browser, signed in; at a window, or where windows are chosen."""

    def sit_down(window: str | None = None, user: str = "clerk", url: str | None = None) -> Page:
        base = url or central.url
        context = visitor()
        context.add_cookies([{"name": COOKIE, "value": central.log_in(user), "url": base}])
        page = context.new_page()
        page.clock.install()
        page.goto(f"{base}/console/windows" + (f"/{window}" if window else ""))
        settled(page)
        return page

    return sit_down
