"""What a window's page shows, in the words of its tests."""

from __future__ import annotations

from playwright.sync_api import Page, expect

BUTTONS = ("#act-next", "#act-recall", "#act-no-show", "#act-finish")


def possible(page: Page) -> list[str]:
    return [button.removeprefix("#act-") for button in BUTTONS if page.is_enabled(button)]


def waiting(page: Page, line: str, count: int) -> None:
    expect(page.locator(f'[data-line="{line}"]')).to_have_text(str(count))


def state(page: Page, name: str) -> None:
    expect(page.locator("#turn")).to_have_attribute("data-state", name)


def shows(page: Page, number: str) -> None:
    state(page, "serving")
    expect(page.locator(".turn-number")).to_have_text(number)


def close(page: Page) -> None:
    page.click("#act-pause")
    page.click("#close")
