"""Every page of the console fits the screens of a hall's office, and can be read on them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.kit.central import Central

SCREENS = [(1366, 768), (1920, 1080)]

# Text that is really painted, against the nearest painted ground below it; both colours are opaque in this style sheet
# but for two, which are laid over the ground first. WCAG 2.2, 1.4.3: relative luminance and contrast ratio.
CONTRASTS = """() => {
  const rgba = (text) => text.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
  const ground = (e) => {
    if (!e) return [255, 255, 255];
    const colour = rgba(getComputedStyle(e).backgroundColor);
    return colour[3] === 0 ? ground(e.parentElement) : over(colour, ground(e.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.data.trim();
    const e = walker.currentNode.parentElement;
    if (!words || !e.checkVisibility({ opacityProperty: true }) || e.closest(":disabled")) continue;
    const below = ground(e);
    const pair = [light(over(rgba(getComputedStyle(e).color), below)), light(below)].sort((a, b) => b - a);
    found.push([words, (pair[0] + 0.05) / (pair[1] + 0.05)]);
  }
  return found;
}"""


@pytest.fixture
def busy(central: Central, desk) -> Page:
    """The fullest page there is: a priority ticket without paper, and two calls for help."""
    ticket = central.issue(priority={"class": "elderly", "evidence": "own_word"}, lang="en")
    with central.machine() as terminal:
        terminal.put(f"/api/v1/tickets/{ticket['id']}/print", json={"outcome": "uncertain"}).raise_for_status()
        for key in ("first-call", "second-call"):
            path = f"/api/v1/halls/{central.hall}/help"
            terminal.post(path, json={"doing": "menu"}, headers={"Idempotency-Key": key}).raise_for_status()
    central.call_next()
    page: Page = desk("w1")
    expect(page.locator(".call")).to_have_count(2)
    return page


def test_the_busiest_window_fits_without_scrolling(busy: Page) -> None:
    for width, height in SCREENS:
        busy.set_viewport_size({"width": width, "height": height})
        widest, highest = busy.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert widest <= width and highest <= height
        for inside in (".turn-number", ".notice", "#act-next", "#act-finish", "#leave"):
            box = busy.locator(inside).bounding_box()
            assert box and box["x"] >= 0 and box["y"] >= 0
            assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= height
        turn, notice = busy.locator("#turn").bounding_box(), busy.locator(".notice").bounding_box()
        assert turn and notice and notice["y"] + notice["height"] <= turn["y"] + turn["height"], "the panel cuts nothing off"
        sizes = busy.eval_on_selector_all("body *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
        number = busy.eval_on_selector(".turn-number", "e => parseFloat(getComputedStyle(e).fontSize)")
        assert number == max(sizes) >= 90, "the number is the largest thing"


def test_text_has_contrast(central: Central, busy: Page) -> None:
    for path in ("/console/windows/w1", "/console/windows", "/console/password"):
        busy.goto(central.url + path)
        found = busy.evaluate(CONTRASTS)
        assert len(found) > 5
        assert [(words, ratio) for words, ratio in found if ratio < 7] == []
