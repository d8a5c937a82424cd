"""Every page of the console fits the screens of a hall's office, and can be read on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from central.credentials import COOKIE
from central.pages.drawing import LANGUAGE_COOKIE
from central.pages.words import LANGUAGES
from tests.kit.central import HALL, running_central

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


OUTSIDE = """all => all.filter(e => {
  const box = e.getBoundingClientRect();
  return box.right > innerWidth || box.bottom > innerHeight;
}).map(e => e.outerHTML)"""
CUT = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)"

LONG = {
    "zh": "市场准入和农村三资管理服务综合窗口",
    "en": "Market access, village assets and all other general services",
}


@pytest.fixture
def busy(tmp_path: Path, visitor) -> Iterator[Callable[[str], Page]]:
    """The fullest page there is, with long names: a priority ticket without paper, who comes next, who was put aside, two calls
    for help. Opened in a language."""
    hall = deepcopy(HALL)
    hall["hall"]["name"] = hall["line"][0]["name"] = hall["window"][0]["name"] = hall["priority"][0]["name"] = LONG
    with running_central(tmp_path, hall=hall) as central:
        tickets = [central.issue(priority={"class": "elderly", "evidence": "own_word"}, lang="mn") for _ in range(8)]
        central.call_next()
        central.step(tickets[0]["id"], "park")
        central.call_next()
        central.step(tickets[1]["id"], "no-show")
        with central.machine() as terminal:
            terminal.put(f"/api/v1/tickets/{tickets[2]['id']}/print", json={"outcome": "uncertain"}).raise_for_status()
            for key in ("first-call", "second-call"):
                path = f"/api/v1/halls/{central.hall}/help"
                terminal.post(path, json={"doing": "menu"}, headers={"Idempotency-Key": key}).raise_for_status()
        central.call_next()

        def open_page(lang: str) -> Page:
            context = visitor()
            cookies = {COOKIE: central.log_in("clerk"), LANGUAGE_COOKIE: lang}
            context.add_cookies([{"name": name, "value": value, "url": central.url} for name, value in cookies.items()])
            page: Page = context.new_page()
            page.clock.install()
            page.goto(f"{central.url}/console/windows/w1")
            expect(page.locator(".call")).to_have_count(2)
            page.mouse.click(5, 700)  # the bell is allowed
            return page

        yield open_page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_busiest_window_fits_without_scrolling(busy: Callable[[str], Page], lang: str) -> None:
    page = busy(lang)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        widest, highest = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert widest <= width and highest <= height
        assert page.eval_on_selector_all(".turn > *, .actions button, .topbar > *", OUTSIDE) == []
        assert page.eval_on_selector_all(".actions button, .head button, .call button, .turn", CUT) == []
        turn, undo = page.locator("#turn").bounding_box(), page.locator(".turn-last").bounding_box()
        assert turn and undo and undo["y"] + undo["height"] <= turn["y"] + turn["height"], "the panel cuts nothing off"
        sizes = page.eval_on_selector_all("body *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
        number = page.eval_on_selector(".turn-number", "e => parseFloat(getComputedStyle(e).fontSize)")
        assert number == max(sizes) >= 48, "the number is the largest thing"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_has_contrast(busy: Callable[[str], Page], lang: str) -> None:
    page = busy(lang)
    address = page.url
    read = [page.evaluate(CONTRASTS)]
    for dialog in ("find", "pause", "transfer"):
        page.click(f"#act-{dialog}")
        expect(page.locator("dialog[open]")).to_be_visible()
        read.append(page.evaluate(CONTRASTS))
        page.keyboard.press("Escape")
    for path in ("/..", "/../../password"):
        page.goto(address + path)
        read.append(page.evaluate(CONTRASTS))
    for found in read:
        assert len(found) > 5
        assert [(words, ratio) for words, ratio in found if ratio < 7] == []
