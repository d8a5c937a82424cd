"""The manager's page of statistics, as a manager sees it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.kit.central import Central


@pytest.fixture
def manager(central: Central, desk: Any) -> Page:
    page: Page = desk(user="manager")
    page.goto(f"{central.url}/console/statistics")
    return page


def a_morning(central: Central) -> None:
    """Two people at the general line, one at the social; each waits ten minutes and is served for five."""
    for line, window in (("general", "w1"), ("general", "w1"), ("social", "w2")):
        ticket = central.issue(line)["id"]
        central.clock.move(600)
        central.call_next(window)
        central.clock.move(300)
        central.step(ticket, "finish")


def test_a_morning_by_line_hour_and_in_english(central: Central, manager: Page) -> None:
    a_morning(central)
    manager.reload()
    assert [manager.locator(".sums .figure").nth(place).inner_text() for place in range(4)] == ["3", "3", "10", "10"]
    manager.locator("#by-line").press("Enter")
    expect(manager.locator("#table tbody tr")).to_have_count(2)
    expect(manager.locator("#table tbody th").first).to_have_text("A 综合业务")
    names = manager.locator(".chart-waiting .name-before")
    assert names.all_text_contents() == manager.locator("#table tbody th").all_text_contents()  # the table is the chart's twin
    assert manager.locator(".chart-waiting .value-after").all_text_contents() == ["10 · 10", "10 · 10"]
    manager.locator("#language").click()
    expect(manager.locator("h1")).to_have_text("Statistics")
    expect(manager.locator("#table tbody th").first).to_have_text("A General")
    assert not re.search("[\u4e00-\u9fff]", manager.locator("#main").inner_text().replace("社保", ""))


def test_days_are_chosen_and_kept(central: Central, manager: Page) -> None:
    a_morning(central)
    manager.locator("#from").fill("2025-03-01")
    manager.locator("#to").fill("2025-03-03")
    manager.locator("#days button").click()
    expect(manager.locator(".page-head")).to_contain_text("2025-03-01 – 2025-03-03")
    manager.locator("#by-day").click()
    manager.wait_for_url("**by=day")  # and its scripts: a form that is sent before them goes nowhere
    expect(manager.locator("#table tbody tr")).to_have_count(3)
    manager.locator("#from").fill("2025-03-09")
    manager.locator("#to").press("Enter")
    expect(manager.locator(".error-line")).to_contain_text("结束日期在开始日期之前")
    expect(manager.locator("#period-today")).to_have_attribute("aria-current", "true")


def test_the_table_can_be_taken_away(central: Central, manager: Page) -> None:
    a_morning(central)
    manager.goto(f"{central.url}/console/statistics?by=line")
    for link, name in (("#csv", "statistics-heelun-2025-03-03-2025-03-03-line.csv"), ("#xlsx", ".xlsx")):
        with manager.expect_download() as download:
            manager.locator(link).click()
        assert download.value.suggested_filename.endswith(name)
        assert download.value.path().stat().st_size > 100


def test_a_new_hall_has_no_figures_until_somebody_comes(central: Central, manager: Page) -> None:
    expect(manager.locator(".empty b")).to_have_text("这段时间没有人取号")
    expect(manager.locator("svg.chart")).to_have_count(0)
    a_morning(central)
    manager.clock.fast_forward(61_000)  # today is counted again by itself
    expect(manager.locator(".sums .figure").first).to_have_text("3")


def test_it_is_for_managers(central: Central, desk: Any) -> None:
    page: Page = desk()
    expect(page.locator("#nav-statistics")).to_have_count(0)
    page.goto(f"{central.url}/console/statistics")
    expect(page).to_have_url(f"{central.url}/console/windows")


def test_it_fits_and_obeys_its_policy(central: Central, manager: Page) -> None:
    wrong: list[str] = []
    manager.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    manager.on("pageerror", lambda error: wrong.append(str(error)))
    a_morning(central)
    for by in ("hour", "line", "window", "day", "priority"):
        manager.goto(f"{central.url}/console/statistics?by={by}")
        for width in (1366, 1920):
            manager.set_viewport_size({"width": width, "height": 768})
            assert manager.evaluate("document.documentElement.scrollWidth") <= width
        outside = """() => [...document.querySelectorAll("svg.chart")].filter((svg) => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll("text, rect, line")].some((part) => {
                const box = part.getBoundingClientRect();
                return !part.closest("defs") && (box.left < frame.left - 1 || box.right > frame.right + 1);
            });
        }).length"""
        assert manager.evaluate(outside) == 0, by
    assert not wrong
